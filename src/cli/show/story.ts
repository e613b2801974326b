/** A story sentence by sentence: its words, the verdict, what the records say, and numbered footnotes. */
import type { SentenceView, StoryView } from '../../case/story.ts';
import { SENTENCE_VERDICTS } from '../../statements/sentence.ts';
import { counted, countText } from '../frame/cell.ts';
import { type Line, type Span, span } from '../frame/line.ts';
import type { Column } from '../frame/output.ts';
import { widthOf, wrapped } from '../frame/width.ts';

/** Wide enough for the widest verdict on two lines. */
const VERDICT = 14;
/** Narrower than this the answer stands below its sentence. */
const SIDE_BY_SIDE = 96;
/** Text is no wider than this. */
const WIDEST = 140;
const INDENT = '  ';
const GAP = 2;

/** Colour for what is certain, grey for what is open. */
const TONES: Readonly<{ [verdict in SentenceView['verdict']]: Span['tone'] }> = {
  supported: 'certain',
  contradicted: 'certain',
  exceeded: 'certain',
  untested: 'probable',
  'not for records to say': 'probable',
};

const mark = ({ no }: SentenceView): string => `[${no}]`;
const quoted = ({ quote }: SentenceView): string => `“${quote}”`;

function besideLines(sentence: SentenceView, width: number): Line[] {
  const last = 5;
  const room = width - INDENT.length - VERDICT - last - 3 * GAP;
  const [left, right] = [Math.floor(room / 2), Math.ceil(room / 2)];
  const columns: readonly (readonly [lines: readonly string[], width: number])[] = [
    [wrapped(quoted(sentence), left), left],
    [wrapped(sentence.verdict, VERDICT), VERDICT],
    [wrapped(sentence.words, right), right],
    [[mark(sentence)], last],
  ];
  const height = Math.max(...columns.map(([lines]) => lines.length));
  return Array.from({ length: height }, (_, y): Line => {
    const pieces = columns.map(([lines, wide], x): Span => {
      const text = lines[y] ?? '';
      const pad = x === columns.length - 1 ? '' : ' '.repeat(Math.max(0, wide - widthOf(text)) + GAP);
      return span(x === 1 ? TONES[sentence.verdict] : 'plain', text + pad);
    });
    const last = pieces.findLastIndex(({ text }) => text.trim() !== '');
    const shown = pieces.slice(0, last + 1);
    return [INDENT, ...shown.slice(0, -1), ...shown.slice(-1).map(({ tone, text }) => span(tone, text.trimEnd()))];
  });
}

function belowLines(sentence: SentenceView, width: number): Line[] {
  const indent = `${INDENT}    `;
  const first = `${sentence.verdict}: `;
  const answer = wrapped(`${first}${sentence.words} ${mark(sentence)}`, width - indent.length);
  return [
    ...wrapped(quoted(sentence), width - INDENT.length).map((line): Line => INDENT + line),
    ...answer.map((line, y): Line => {
      if (y > 0 || !line.startsWith(first)) return [indent, line];
      return [indent, span(TONES[sentence.verdict], sentence.verdict), line.slice(sentence.verdict.length)];
    }),
  ];
}

/** The command that opens a footnote; null where there is nothing to open. */
function opening({ opens }: SentenceView): string | null {
  return opens === null ? null : `backchannel explain ${opens}`;
}

/** A footnote with everything that stands behind the answer. */
function wholeNote(sentence: SentenceView, width: number): Line[] {
  const parts = [
    opening(sentence),
    sentence.coverage,
    ...sentence.missing.map((text) => `missing: ${text}`),
    ...sentence.besides,
    ...sentence.caveats.map((text) => `caveat: ${text}`),
    sentence.note,
  ].filter((part) => part !== null);
  const head = `${INDENT}${mark(sentence).padEnd(5)}`;
  return parts.flatMap((part, i) =>
    wrapped(part, width - head.length - GAP).map(
      (line, y): Line => `${i === 0 && y === 0 ? head : ' '.repeat(head.length)}${y > 0 ? '  ' : ''}${line}`,
    ),
  );
}

/** Footnotes on as few lines as they need: what opens each. */
function shortNotes(sentences: readonly SentenceView[], width: number): Line[] {
  const notes = sentences.flatMap((sentence) => {
    const text = opening(sentence)?.replace(/^backchannel /, '');
    return text === undefined ? [] : [`${mark(sentence)} ${text}`];
  });
  const lines: string[] = [];
  for (const note of notes) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 3 + note.length <= width) lines[lines.length - 1] = `${last}   ${note}`;
    else lines.push(INDENT + note);
  }
  return lines;
}

/** How many sentences have which verdict, and how much of the story was not looked at. */
function sumLines(story: StoryView, width: number): Line[] {
  const sums = SENTENCE_VERDICTS.flatMap((verdict) => {
    const count = story.sentences.filter((sentence) => sentence.verdict === verdict).length;
    return count === 0 ? [] : [`${countText(count)} ${verdict}`];
  });
  const coded = `${countText(story.wordsCoded)} of its ${counted(story.wordsInAll, 'word')} stand in them; the rest was not looked at.`;
  return wrapped(
    `${counted(story.sentences.length, 'sentence')}: ${sums.join(', ')}. ${coded}`,
    width - INDENT.length,
  ).map((line) => INDENT + line);
}

function headingLines(story: StoryView, width: number): Line[] {
  const facts = [story.path, story.published === null ? null : `published ${story.published}`, story.toldBy].filter(
    (fact) => fact !== null,
  );
  const words =
    story.title === null
      ? `The story, sentence by sentence (${facts.join(', ')})`
      : `${story.title} (${facts.join(', ')})`;
  return wrapped(words, width - INDENT.length).map((line): Line => [INDENT, span('heading', line)]);
}

/**
 * The story for people.
 * @param width columns of the terminal; null: as wide as it is pleasant
 * @param notes whole: everything behind each answer; short: what opens it
 */
export function storyLines(story: StoryView, width: number | null, notes: 'whole' | 'short'): Line[] {
  const wide = Math.min(width ?? 100, WIDEST);
  const isBeside = wide >= SIDE_BY_SIDE;
  const body = story.sentences.flatMap((sentence) =>
    isBeside ? [...besideLines(sentence, wide), ''] : [...belowLines(sentence, wide), ''],
  );
  const footnotes =
    notes === 'short' ? shortNotes(story.sentences, wide) : story.sentences.flatMap((s) => wholeNote(s, wide));
  return [...headingLines(story, wide), '', ...body, ...footnotes, '', ...sumLines(story, wide)];
}

/** The story for machines. */
export const SENTENCE_COLUMNS: readonly Column<SentenceView>[] = [
  { key: 'no', value: ({ no }) => no },
  { key: 'sentence', value: ({ quote }) => quote },
  { key: 'coded_as', value: ({ kind }) => kind },
  { key: 'verdict', value: ({ verdict }) => verdict },
  { key: 'contacts', value: ({ bounds }) => bounds },
  { key: 'records_say', value: ({ words }) => words },
  { key: 'besides', value: ({ besides }) => besides },
  { key: 'missing', value: ({ missing }) => missing },
  { key: 'coverage', value: ({ coverage }) => coverage },
  { key: 'caveats', value: ({ caveats }) => caveats },
  { key: 'explain', value: ({ opens }) => opens },
  { key: 'bytes', value: ({ ranges }) => ranges.map(([offset, length]) => [offset, length]) },
  { key: 'note', value: ({ note }) => note },
];
