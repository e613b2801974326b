/** The story of the demo case, sentence by sentence, against truth.yaml. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { locate } from '../../src/case/locate.ts';
import { type StoryView, storyView } from '../../src/case/story.ts';
import { keptCount } from '../../src/case/views/kept-counts.ts';
import { bytesOf, TRUTH } from './independent/folder.ts';
import { type Opened, openDemo } from './opened.ts';

describe('the story of the demo case', () => {
  let demo: Opened;
  let story: StoryView;
  before(async () => {
    demo = await openDemo();
    story = (await storyView(demo.open))!;
  });
  after(() => demo?.remove());

  test('every sentence has the verdict and the number of the truth', () => {
    assert.equal(story.sentences.length, TRUTH.story.length);
    for (const [i, expected] of TRUTH.story.entries()) {
      const { verdict, bounds, quote, words } = story.sentences[i]!;
      assert.equal(verdict, expected.verdict, `${quote}: ${words}`);
      if (expected['at-least'] !== undefined) assert.equal(bounds?.min, expected['at-least'], `${quote}: ${words}`);
    }
  });

  test('all five verdicts occur, and what is untested says what it lacks', () => {
    assert.equal(new Set(story.sentences.map(({ verdict }) => verdict)).size, 5);
    for (const { verdict, missing, quote } of story.sentences)
      assert.equal(verdict === 'untested', missing.length > 0, quote);
  });

  test('every sentence stands where it is said to stand, and what is not coded is told', () => {
    const bytes = bytesOf('story.md');
    for (const { quote, ranges } of story.sentences) {
      const text = ranges.map(([offset, length]) => bytes.subarray(offset, offset + length).toString('utf8'));
      assert.equal(text.join(' … ').replace(/\s+/g, ' '), quote);
    }
    assert.ok(
      story.wordsCoded > 200 && story.wordsCoded < story.wordsInAll,
      `${story.wordsCoded} of ${story.wordsInAll}`,
    );
    assert.ok(story.wordsInAll > 400 && story.wordsInAll < 600);
  });

  test('every number has coverage beside it, and opens', async () => {
    for (const { opens, bounds, coverage, quote } of story.sentences) {
      if (bounds !== null) assert.ok(opens !== null && coverage !== null, quote);
      if (opens === null) continue;
      if (opens.startsWith('n:')) keptCount(demo.open, opens);
      else await locate(demo.open.ledger, opens);
    }
  });

  test('the story bears out no sentence of itself: told counts and reports are in no number', () => {
    const [first] = story.sentences;
    assert.equal(first?.bounds?.min, TRUTH.headline['run-up-undisclosed'].min);
    const spoken = story.sentences.find(({ kind }) => kind === 'topic')!;
    assert.match(spoken.words, /^2 records speak of it$/);
    assert.ok(spoken.besides.every((line) => !line.includes('story.md')));
  });

  test('one anonymous group is one origin, and a circle is none', () => {
    const told = story.sentences.filter(({ kind }) => kind === 'sourcing').map(({ words }) => words);
    assert.equal(told[0], 'one anonymous group of 4; first-paper, news-agency, second-paper rely on it');
    assert.match(told[2]!, /harbour-blog, radio rely on each other alone/);
  });

  test('a hedge does not help a speaker who took part', () => {
    const hedged = story.sentences.find(({ quote }) => quote.startsWith('to his knowledge'))!;
    assert.ok(hedged.besides.some((line) => line.includes('its speaker took part')));
  });
});
