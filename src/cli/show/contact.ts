/** Contacts as columns, and as one line each. */
import { citationsText } from '../../case/views/citations.ts';
import { type ContactView, endsText } from '../../case/views/contacts.ts';
import { lengthText, shownWhen } from '../../case/views/time.ts';
import { type Line, span } from '../frame/line.ts';
import type { Column, Json } from '../frame/output.ts';

/** A contact, and whether it certainly counts under what was asked. */
export interface CountedView extends ContactView {
  readonly isCertain: boolean;
}

const toned = (row: CountedView, text: string): Line => [span(row.isCertain ? 'plain' : 'probable', text)];

const keys = (ends: ContactView['from']): readonly string[] => [...new Set(ends.flatMap(({ parties }) => parties))];

function witnessesOf({ witnesses }: ContactView): Json {
  return witnesses.map(({ record, source, member, bytes, row }) => ({ record, source, member, bytes, row }));
}

/** Who, as in `a → b`; without an arrow where nobody began it. */
function whoText({ from, to }: ContactView): string {
  return from.length === 0 ? endsText(to) : `${endsText(from)} → ${endsText(to)}`;
}

/** One row a contact. */
export const CONTACT_COLUMNS: readonly Column<CountedView>[] = [
  { key: 'id', fit: 'keep', value: ({ id }) => id, text: ({ shortId }) => shortId },
  { key: 'time', fit: 'keep', value: ({ time }) => time, text: (row) => toned(row, shownWhen(row.time)) },
  { key: 'until', title: null, value: ({ until }) => until },
  { key: 'channel', fit: 'keep', value: ({ channel }) => channel },
  { key: 'from', value: ({ from }) => keys(from), text: (row) => toned(row, endsText(row.from)) },
  { key: 'to', value: ({ to }) => keys(to), text: (row) => toned(row, endsText(row.to)) },
  {
    key: 'duration',
    align: 'right',
    fit: 'keep',
    value: ({ duration }) => duration,
    text: ({ duration }) => lengthText(duration),
  },
  { key: 'state', value: ({ state }) => state },
  {
    key: 'counts',
    title: null,
    value: ({ isCertain }) => (isCertain ? 'certainly' : 'possibly'),
  },
  { key: 'grade', title: null, value: ({ grade }) => grade },
  { key: 'subject', title: null, value: ({ subject }) => subject },
  { key: 'flags', title: null, value: ({ flags }) => flags },
  { key: 'witnesses', title: 'seen', fit: 'keep', value: ({ witnesses }) => witnesses.length },
  { key: 'rule', title: null, value: ({ rule }) => rule },
  {
    key: 'citation',
    value: ({ witnesses }) => citationsText(witnesses, 100),
    text: ({ witnesses }) => citationsText(witnesses, 1),
  },
  { key: 'records', title: null, value: witnessesOf },
];

/**
 * A contact on one line: time, channel, who, length, where it stands.
 * @param place its number in a list; null for none
 */
export function contactLine(view: ContactView, place: number | null): Line {
  const number = place === null ? '' : `${String(place).padStart(4)}  `;
  const length = view.duration === null ? '' : `, ${lengthText(view.duration)}`;
  const where = citationsText(view.witnesses);
  return [
    `  ${number}${shownWhen(view.time)}  ${view.channel.padEnd(7)} `,
    span(view.grade === 'certain' ? 'plain' : 'probable', `${whoText(view)}${length}`),
    span('faint', `  ${where}  ${view.shortId}`),
  ];
}
