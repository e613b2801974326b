/** A hit of a search, for people and for machines. */
import type { FoundPerson, FoundSide } from '../../case/search/found-row.ts';
import type { SearchHit } from '../../case/search.ts';
import { shownWhen } from '../../case/views/time.ts';
import type { SnippetPiece } from '../../text/snippet/snippet.ts';
import { type Line, type Span, span, spansOf } from '../frame/line.ts';
import type { Column, Json } from '../frame/output.ts';
import { visible } from '../frame/visible.ts';
import { cutTo, widthOf } from '../frame/width.ts';

/** People of a side that a line names. */
const NAMED = 2;

const nameOf = ({ partyName, name, address }: FoundPerson): string => partyName ?? name ?? address;

function sideText({ people, count }: FoundSide): string {
  const named = [...new Set(people.map(nameOf))].slice(0, NAMED);
  const more = count - Math.min(NAMED, people.length);
  return `${named.join(', ')}${more > 0 ? ` +${more}` : ''}`;
}

/** Who to whom: one side alone where the other is nobody. */
function peopleText({ from, to }: SearchHit): string {
  return [sideText(from), sideText(to)].filter((text) => text !== '').join(' → ');
}

const spansOfPieces = (pieces: readonly SnippetPiece[]): Span[] =>
  pieces.map(({ text, marked }) => span(marked ? 'strong' : 'plain', text));

/** A line that is no longer than the terminal is wide. */
function cutLine(line: Line, width: number | null): Line {
  if (width === null) return line;
  let left = width;
  const out: Span[] = [];
  for (const { text, tone } of spansOf(line)) {
    if (left <= 0) break;
    const shown = cutTo(visible(text), left);
    out.push(span(tone, shown));
    left -= widthOf(shown);
  }
  return out;
}

/** A hit as two lines: id, time, who to whom, subject; the words below. */
export function hitLines(hit: SearchHit, width: number | null): Line[] {
  const { words, shortId, time, channel, isDoubtful } = hit;
  const when = `${shownWhen(time)}${isDoubtful ? ' (doubtful)' : ''}`;
  const subject = words.subject.length > 0 ? spansOfPieces(words.subject) : [span('faint', channel)];
  // A list of people must not push the subject out of a narrow terminal.
  const people =
    width === null ? peopleText(hit) : cutTo(visible(peopleText(hit)), Math.max(16, Math.floor(width * 0.4)));
  const head: Line = [span('faint', shortId), `  ${when}  `, people, '  ', ...subject];
  return [cutLine(head, width), cutLine(['    ', ...belowSpans(hit)], width)];
}

function belowSpans({ words, source, member }: SearchHit): Span[] {
  const where = span('faint', [source, member].filter((text) => text !== '').join(', '));
  if (words.isGone) return [where, span('faint', ': the source is gone, or is not what was taken in')];
  const names = words.names.flatMap((pieces) => [span('faint', '['), ...spansOfPieces(pieces), span('faint', '] ')]);
  const attached = words.place === 'attachment' ? [span('faint', 'attached: ')] : [];
  if (words.snippet.length === 0 && names.length === 0) return [where];
  return [...names, ...attached, ...spansOfPieces(words.snippet)];
}

const sideJson = ({ people, count }: FoundSide): Json => ({
  count,
  people: people.map(({ address, name, party, partyName }) => ({ address, name, party, party_name: partyName })),
});

const piecesJson = (pieces: readonly SnippetPiece[]): Json => pieces.map(({ text, marked }) => ({ text, marked }));

/** Columns of hits for machines. */
export const HIT_COLUMNS: readonly Column<SearchHit>[] = [
  { key: 'id', value: ({ id }) => id },
  { key: 'time', value: ({ time }) => time },
  { key: 'written', value: ({ written }) => written },
  { key: 'doubtful', value: ({ isDoubtful }) => isDoubtful },
  { key: 'channel', value: ({ channel }) => channel },
  { key: 'from', value: ({ from }) => sideJson(from) },
  { key: 'to', value: ({ to }) => sideJson(to) },
  { key: 'subject', value: ({ subject }) => subject },
  { key: 'snippet', value: ({ words }) => piecesJson(words.snippet) },
  { key: 'found_in', value: ({ words }) => words.place },
  { key: 'files', value: ({ words }) => words.names.map(piecesJson) },
  { key: 'source', value: ({ source }) => source },
  { key: 'member', value: ({ member }) => member },
  { key: 'source_gone', value: ({ words }) => words.isGone },
];
