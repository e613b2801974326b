/** Messages, rows of calls and calendar entries as text, sound ones. */

/** Author, recipient and date of every message here. */
export const HEAD = 'From: ada@harbour.example\nTo: bo@firm.example\nDate: Fri, 1 Mar 2030 10:00:00 +0100\n';

/** A message with a subject. */
export function mail(subject: string, body = 'Good day.'): string {
  return `${HEAD}Subject: ${subject}\nMessage-ID: <${subject.replace(/\W/g, '')}@harbour.example>\n\n${body}\n`;
}

/** A mailbox of messages. */
export function box(...messages: string[]): string {
  return messages.map((text) => `From ada@harbour.example Fri Mar  1 10:00:00 2030\n${text}\n`).join('');
}

/** The header of a table of calls. */
export const TABLE = 'Call id,Start time,Calling number,Called number,Seconds\n';
/** A row of it. */
export const call = (i: number): string => `${i},2030-03-01 10:0${i % 10}:00,+46701740605,+46701740606,${60 + i}\n`;

/** An entry of a calendar; further lines end with CR LF. */
export const event = (uid: string, more = ''): string =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:20300301T100000Z\r\nDTEND:20300301T110000Z\r\nORGANIZER:mailto:ada@harbour.example\r\nATTENDEE:mailto:bo@firm.example\r\nSUMMARY:${uid}\r\n${more}END:VEVENT\r\n`;
/** A calendar of entries. */
export const calendar = (...events: string[]): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`;
