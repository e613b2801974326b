/** Calendars in iCalendar (.ics). */
import { isUtf8 } from 'node:buffer';
import { type Head, type Input, memoryInput } from '../bytes/input.ts';
import { decode } from '../bytes/text.ts';
import type { ReadOptions } from '../model/source.ts';
import type { Format, RecordSink } from './format.ts';
import { contentLines } from './ical/content-line.ts';
import { readCalendar } from './ical/read.ts';

export const ical: Format = {
  name: 'ical',
  title: 'calendar (iCalendar, .ics)',
  doc: [
    'Entries (VEVENT) of iCalendar (RFC 5545), with organizer, attendees, their answers, rooms and other resources. An entry',
    'shows that a meeting was scheduled, not that anybody came. Recurring entries (RRULE, RDATE, EXDATE, RECURRENCE-ID) are',
    'expanded inside the window of the case, one record an instance. Zones are known by their IANA name, by their name in',
    'Windows or by the rules in the file; a time without a zone has that of the source, if one is given. All-day entries are',
    'known to the day. An end that is not written is not made up. Tasks, journals, alarms and free times are skipped.',
    'vCalendar 1.0 is read as far as it agrees, with a problem. Changes of "this and all later instances" change one only.',
  ].join('\n'),
  version: 1,
  recognize,
  read: (input: Input, sink: RecordSink, options: ReadOptions): Promise<void> => readCalendar(input, sink, options),
  view,
};

function recognize(head: Head): number {
  const text = Buffer.from(head.bytes.subarray(0, 65_536)).toString('latin1').replaceAll('\0', '');
  if (/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*BEGIN:VCALENDAR\s/i.test(text)) return 0.99;
  const named = /\.(?:ics|ical|ifb|icalendar|vcs)$/i.test(head.name);
  return named && /^BEGIN:(?:VCALENDAR|VEVENT)\s/im.test(text) ? 0.8 : 0;
}

/** The lines of an entry, unfolded. */
function view(bytes: Uint8Array): string {
  const texts: string[] = [];
  for (const line of contentLines(memoryInput('', bytes), 0)) {
    texts.push(decode(line.bytes, isUtf8(line.bytes) ? 'utf-8' : 'windows-1252').text);
  }
  return `${texts.join('\n')}\n`;
}
