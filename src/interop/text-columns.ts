/** A contact as columns of text, for CSV and spreadsheets. */
import type { ContactRow, DutyRow, EndRow, WitnessRow } from './contact-row.ts';

/** Somebody on one line: `Name <address>`, with how sure that is where it is not certain. */
export function endText({ name, address, grade }: EndRow): string {
  const who = name === null ? (address ?? '') : address === null ? name : `${name} <${address}>`;
  return grade === null || grade === 'certain' ? who : `${who} (${grade})`;
}

/** What a duty says of a contact, on one line. */
export function dutyText({ duty, holder, audience, state }: DutyRow): string {
  return `${duty}, ${holder ?? 'holder unknown'}, to ${audience}: ${state}`;
}

/** Where a record stands, on one line. */
export function citationText({ source, citation, row }: WitnessRow): string {
  return `${source} ${citation}${row === null ? '' : ` row ${row}`}`;
}

/** Several values in one cell. */
export function joined<T>(values: readonly T[], text: (value: T) => string | number | null): string {
  return values
    .map(text)
    .filter((value) => value !== null && value !== '')
    .join('; ');
}

const once = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** Columns by heading. */
export const TEXT_COLUMNS: readonly (readonly [heading: string, text: (row: ContactRow) => string])[] = [
  ['id', ({ id }) => id],
  ['time', ({ time }) => time ?? ''],
  ['until', ({ until }) => until ?? ''],
  ['precision', ({ precision }) => precision],
  ['channel', ({ channel }) => channel],
  ['from', ({ from }) => joined(from, endText)],
  ['to', ({ to }) => joined(to, endText)],
  ['duration_seconds', ({ duration }) => (duration === null ? '' : String(duration))],
  ['subject', ({ subject }) => subject ?? ''],
  ['counts', ({ counts }) => counts],
  ['state', ({ state }) => state ?? ''],
  ['duty_states', ({ duties }) => joined(duties, dutyText)],
  ['witnesses', ({ witnesses }) => String(witnesses.length)],
  ['citations', ({ witnesses }) => joined(witnesses, citationText)],
  ['sha256', ({ witnesses }) => joined(once(witnesses.map(({ sha256 }) => sha256)), (hash) => hash)],
  ['bates', ({ witnesses }) => joined(witnesses, ({ bates }) => bates)],
  ['flags', ({ flags }) => flags.join(' ')],
  ['rule', ({ rule }) => rule],
];
