/** A question about two addresses, for people: both sides with their evidence, and how they agree. */

import type { OpenCase } from '../../../case/open.ts';
import { type AddressEvidence, addressEvidence, agreementText, bitsText } from '../../../case/views/people-evidence.ts';
import type { ReviewQuestion, ReviewSide } from '../../../case/views/people-review.ts';
import { counted, countText } from '../../frame/cell.ts';
import { type Line, span } from '../../frame/line.ts';
import type { Column } from '../../frame/output.ts';

/** Columns that both sides have together at most. */
const WIDE = 100;

/** In narrower terminals one side stands under the other. */
const NARROW = 60;

/** A side as one short text. */
export function sideText({ anchor, party }: ReviewSide): string {
  return party === null ? anchor.address : `${party} (people.yaml)`;
}

/** Rows of the queue. */
export const QUEUE_COLUMNS: readonly Column<ReviewQuestion>[] = [
  { key: 'id', fit: 'keep', value: ({ id }) => id, text: ({ id }) => id.slice(0, 8) },
  { key: 'a', value: ({ a }) => sideText(a) },
  { key: 'b', value: ({ b }) => sideText(b) },
  { key: 'now', fit: 'keep', value: ({ grade }) => grade },
  { key: 'asked', title: 'asked about', value: ({ asked }) => asked },
  { key: 'contacts', value: ({ contacts }) => contacts },
  { key: 'bits', value: ({ bits }) => bits },
  {
    key: 'evidence',
    value: ({ agreements }) => agreements.map(({ field, level, bits }) => ({ field, level, bits })),
    text: ({ agreements }) =>
      agreements
        .map(({ field, level }) => `${field} ${level}`.trim())
        .slice(0, 3)
        .join(', '),
  },
  { key: 'unsure', title: null, value: ({ decided }) => decided === 'unsure' },
];

/** Pieces of signatures that are shown of a side. */
const MOST_SIGNED = 3;

function signedText({ what, text, author, citation }: AddressEvidence['signed'][number]): string {
  const where = citation === null ? '' : `  [${citation.record.slice(0, 10)}]`;
  if (what === 'answer') return `${author === null ? `answers for ${text}` : `${author} answers for it`}${where}`;
  return author === null ? `signs ${what} “${text}”${where}` : `${what} in the signature of ${author}${where}`;
}

function sideLines(side: ReviewSide, other: ReviewSide, evidence: AddressEvidence | null): string[] {
  if (evidence === null) return [`${side.party}`, 'stands in people.yaml'];
  const { names, signed, organisations, records, first, last, circle } = evidence;
  const also = evidence.also.filter((norm) => norm !== other.anchor.address);
  return [
    side.anchor.address,
    ...names.map(
      ({ text, times, citation }) =>
        `“${text}” ×${countText(times)}${citation === null ? '' : `  [${citation.record.slice(0, 10)}]`}`,
    ),
    ...(names.length === 0 ? ['no name is written beside it'] : []),
    ...signed.slice(0, MOST_SIGNED).map(signedText),
    ...(organisations.length === 0 ? [] : [`of ${organisations.join(', ')}`]),
    ...(also.length === 0 ? [] : ['also', ...also.map((norm) => `  ${norm}`)]),
    `${counted(records, 'record')}${first === null ? '' : `, ${first} to ${last}`}`,
    ...(circle.length === 0
      ? ['in contact with nobody']
      : ['most with', ...circle.map(({ name, contacts }) => `  ${name} ×${countText(contacts)}`)]),
  ];
}

function cut(text: string, width: number): string {
  const letters = [...text];
  return letters.length <= width
    ? text.padEnd(width + text.length - letters.length)
    : `${letters.slice(0, width - 1).join('')}…`;
}

function beside(left: readonly string[], right: readonly string[], width: number): Line[] {
  if (width < NARROW) return [...left, '', ...right].map((line): Line => `   ${line}`);
  const half = Math.floor((Math.min(width, WIDE) - 7) / 2);
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_, i): Line => `   ${cut(left[i] ?? '', half)}  ${cut(right[i] ?? '', half)}`.trimEnd(),
  );
}

/** Both sides and what speaks for and against them being one person. */
export async function questionLines(
  open: OpenCase,
  question: ReviewQuestion,
  place: string,
  width: number | null,
): Promise<Line[]> {
  const evidence = async ({ no }: ReviewSide): Promise<AddressEvidence | null> =>
    no === null ? null : addressEvidence(open, no);
  const { a, b, asked, contacts, bits, agreements, grade } = question;
  const asks = asked > 0 ? `, ${countText(asked)} of them asked about by the case` : '';
  return [
    '',
    [span('heading', `${place}  One person?`), span('faint', `  ${question.id.slice(0, 8)}`)],
    `   ${counted(contacts, 'contact')} hang on it${asks}; until now ${grade}`,
    ...beside(sideLines(a, b, await evidence(a)), sideLines(b, a, await evidence(b)), width ?? WIDE),
    `   evidence ${bitsText(bits)}:`,
    ...agreements.map((agreement): Line => `     ${agreementText(agreement)}`),
  ];
}
