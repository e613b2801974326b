/** `story` on a small case: what is printed, and what is said about a story.yaml that does not fit its story. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { widthOf } from '../../src/cli/frame/width.ts';
import { runHere } from './in-process.ts';
import { letter, type Ran, scratchFolder } from './run.ts';

const MBOX =
  letter('ada@harbour.example', 'bo@builder.example', 'Mon, 4 Mar 2030 10:00:00 +0100', 'Quay') +
  letter('bo@builder.example', 'ada@harbour.example', 'Mon, 4 Mar 2030 11:00:00 +0100', 'Re: Quay');

const PEOPLE = `parties:
  - { id: ada, name: Ada Harbour, aliases: [ada@harbour.example] }
  - { id: bo, name: Bo Builder, aliases: [bo@builder.example] }
organisations: []
`;
const CASE = `title: Quay
asOf: 2031-01-01
zone: Europe/Stockholm
sources:
  - { path: box.mbox, scope: { from: 2030-01-01, to: 2030-12-31, complete: true, accounts: [ada@harbour.example] } }
`;
const STORY = `# The quay

Ada wrote to Bo at least twice, and **never** more than once a year.
They met. They met.
`;

describe('story', () => {
  const folder = scratchFolder();
  const at = join(folder, 'case');
  const write = (name: string, text: string): void => writeFileSync(join(at, name), text);
  const story = (sentences: string, more = ''): Promise<Ran> => {
    write('story.yaml', `story: story.md\n${more}sentences:\n${sentences}`);
    return runHere(at, ['story', '--format', 'json']);
  };
  /** Standard error as one line. */
  const said = ({ status, stderr }: Ran, code = 1): string => {
    assert.equal(status, code, stderr);
    return stderr.replace(/\s+/g, ' ');
  };

  before(async () => {
    mkdirSync(at);
    write('box.mbox', MBOX);
    write('people.yaml', PEOPLE);
    write('case.yaml', CASE);
    write('story.md', STORY);
    const built = await runHere(at, ['build']);
    assert.equal(built.status, 0, built.stderr);
  });

  test('numbers, claims and opinions, each with its verdict', async () => {
    const { status, stdout, stderr } = await story(`
  - { quote: Ada wrote to Bo at least twice, count: { between: [ada, bo], at-least: 2, channel: mail } }
  - { quote: never more than once a year, count: { between: [ada, bo], at-most: 1, on: 2030, channel: mail } }
  - { quote: They met. They met., claim: { none: true, between: [ada, bo], on: 2030, channel: mail } }
  - { quote: The quay, not-for-records: a title }
`);
    assert.equal(status, 0, stderr);
    const rows = JSON.parse(stdout) as { readonly [key: string]: unknown }[];
    assert.deepEqual(
      rows.map(({ verdict }) => verdict),
      ['supported', 'exceeded', 'contradicted', 'not for records to say'],
    );
    assert.deepEqual(rows[0]!.contacts, { min: 2, max: 2 });
    assert.equal(rows[1]!.sentence, 'never more than once a year', 'without its emphasis');
    const opened = await runHere(at, ['explain', String(rows[0]!.explain), '--format', 'table']);
    assert.match(opened.stdout, /box\.mbox/);
  });

  test('it fits its terminal, wide and narrow', async () => {
    for (const columns of [60, 80, 120]) {
      const { stdout } = await runHere(at, ['story', '--format', 'table'], { COLUMNS: String(columns) });
      assert.match(
        stdout.replace(/\s+/g, ' '),
        /4 sentences: 1 supported, 1 contradicted, 1 exceeded, 1 not for records to say\./,
      );
      for (const line of stdout.split('\n')) assert.ok(widthOf(line) <= columns && !line.endsWith(' '), line);
    }
  });

  test('without a story it says how to have one', async () => {
    rmSync(join(at, 'story.yaml'));
    assert.match(said(await runHere(at, ['story'])), /this case has no story; write story\.yaml/);
  });

  test('a sentence that is not in the story, or twice', async () => {
    const words = said(
      await story('  - { quote: Ada never wrote, not-for-records: x }\n  - { quote: They met., not-for-records: x }\n'),
    );
    assert.match(
      words,
      /story\.yaml:3:14 sentences\[0\]\.quote does not stand in story\.md write the words as the story has them now/,
    );
    assert.match(words, /story\.yaml:4:14 sentences\[1\]\.quote stands in story\.md more than once/);
  });

  test('a range that holds other words is told where they are now', async () => {
    const offset = STORY.indexOf('Ada wrote');
    const words = said(await story('  - { quote: Ada wrote to Bo, quote-at: [3, 9], not-for-records: x }\n'));
    assert.match(
      words,
      new RegExp(`quote-at is not where the quote stands: there stands "he quay" write \\[${offset}, 15\\]`),
    );
    const beyond = said(await story('  - { quote: Ada wrote to Bo, quote-at: [3000, 9], not-for-records: x }\n'));
    assert.match(beyond, /quote-at reaches beyond story\.md, which has \d+ bytes/);
  });

  test('a story that was changed', async () => {
    const now = createHash('sha256').update(STORY).digest('hex');
    const same = await story('  - { quote: The quay, not-for-records: x }\n', `sha256: ${now}\n`);
    assert.equal(same.status, 0);
    const words = said(await story('  - { quote: The quay, not-for-records: x }\n', `sha256: ${'0'.repeat(64)}\n`));
    assert.match(
      words,
      new RegExp(`sha256 is not that of story\\.md as it is now the story was changed: .* write ${now}`),
    );
    const wrong = said(await story('  - { quote: The quay, not-for-records: x }\n', 'sha256: 00\n'));
    assert.match(wrong, /sha256 is not a SHA-256: "?00/);
  });

  test('a story that is not there', async () => {
    write('story.yaml', 'story: stroy.md\nsentences: []\n');
    assert.match(said(await runHere(at, ['story'])), /story\.yaml:1:8 story is no file: "stroy\.md"/);
  });

  test('a story that is a protected source is named nowhere', async () => {
    write('marker-story.md', STORY);
    write('case.yaml', `${CASE}  - { path: marker-story.md, protected: true, custodian: marker-custodian }\n`);
    write(
      'story.yaml',
      'story: marker-story.md\nsentences:\n  - { quote: The quay, not-for-records: x }\n  - { quote: no, not-for-records: x }\n',
    );
    const refused = await runHere(at, ['story', '--format', 'table']);
    assert.match(said(refused), /does not stand in protected source 2/);
    write('story.yaml', 'story: marker-story.md\nsentences:\n  - { quote: The quay, not-for-records: x }\n');
    const shown = await runHere(at, ['story', '--format', 'table']);
    assert.match(shown.stdout, /protected source 2/);
    assert.doesNotMatch(refused.stderr + refused.stdout + shown.stderr + shown.stdout, /marker/);
    write('case.yaml', CASE);
  });

  test('ids that nothing has, and sentences that are coded as nothing or twice', async () => {
    const words = said(
      await story(`  - { quote: The quay, count: many }
  - { quote: The quay, statement: denial }
  - { quote: The quay, topic: { what: piles, reports: told } }
  - { quote: The quay, sourcing: { informants: [paper], of: many } }
  - { quote: The quay, rate: { between: [ada, bo], around: vote, direction: up } }
  - { quote: The quay }
  - { quote: The quay, not-for-records: x, statement: denial }
  - { not-for-records: x }
  - { quote: The quay, not-for-records: x, part: 1 }
`),
    );
    for (const fault of [
      'sentences[0].count is not a told count: "many"',
      'sentences[1].statement is not a statement: "denial"',
      'sentences[2].topic.reports is not a report: "told"',
      'is not an informant: "paper"',
      'sentences[3].sourcing.of is not a told count or report: "many"',
      'sentences[4].rate.around is not an event: "vote"',
      'sentences[5] is coded as nothing',
      'sentences[6] is coded as several things: statement, not-for-records',
      'sentences[7] does not say where it stands',
      'sentences[8].part stands without the id of a count',
    ])
      assert.ok(words.includes(fault), `${fault}\n${words}`);
  });
});
