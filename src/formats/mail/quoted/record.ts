/** Writes a message that a text quotes into a row. */
import type { Problem } from '../../../model/problem.ts';
import { ROLES } from '../../../model/record.ts';
import { MAIL_FLOOR, spanEnd, spanWhen, type When } from '../../../model/time.ts';
import type { MailColumns } from '../columns.ts';
import type { Mailbox } from '../mailboxes.ts';
import { writeWhen } from '../written-time.ts';
import type { QuotedBlock } from './block.ts';
import { type LooseDate, readLooseDate } from './loose-date.ts';
import { quotedAuthor, quotedRecipients, quotedText } from './people.ts';

/** Clocks of the two sides may differ, and a local time can be 14 hours ahead of UTC: seconds. */
const SLACK = 86_400;

/**
 * Writes participants, time and subject of a quoted message.
 * @param charset of the text that quotes it
 * @param latest of the message that quotes it, epoch seconds; NaN when unknown. It was written before that.
 * @returns a note when its date cannot be read
 */
export function writeQuoted(
  columns: MailColumns,
  row: number,
  { header, attributed }: QuotedBlock,
  charset: string,
  latest: number,
): Pick<Problem, 'code' | 'severity' | 'message'> | null {
  const add = (role: (typeof ROLES)[number], box: Mailbox | null): void => {
    if (box === null) return;
    columns.participant(row, ROLES.indexOf(role), columns.address(box.kind, box.raw), columns.text(box.name));
  };
  const text = (value: string): string => (attributed ? value : quotedText(value, charset));
  const { author, sender } = quotedAuthor(text(header.from));
  add('from', author);
  add('sender', sender);
  for (const role of ['to', 'cc', 'bcc'] as const) {
    for (const box of quotedRecipients(text(header[role]))) add(role, box);
  }
  if (header.subject !== '') columns.subject(row, text(header.subject));
  if (header.date === '') return null;
  const date = readLooseDate(text(header.date));
  if (date === null) {
    return { code: 'date-unreadable', severity: 'note', message: 'the date of a quoted message cannot be read' };
  }
  writeWhen(columns, row, whenOf(date, latest));
  return null;
}

/** Mail programs write these dates in the local time of whoever quoted, so no zone follows from anything. */
function whenOf(date: LooseDate, latest: number): When {
  const precision = date.timed ? (date.seconds ? 'second' : 'minute') : 'day';
  const offsets = date.offset === null ? null : { start: date.offset, end: date.offset };
  let starts = date.other === date.local ? [date.local] : [date.local, date.other];
  if (starts.length > 1 && !Number.isNaN(latest)) {
    const before = starts.filter((start) => start <= latest + SLACK);
    if (before.length > 0) starts = before;
  }
  const first = Math.min(...starts);
  const last = spanEnd(Math.max(...starts), precision);
  return spanWhen(first, last, offsets, starts.length > 1 ? 'range' : precision, 'written', MAIL_FLOOR);
}
