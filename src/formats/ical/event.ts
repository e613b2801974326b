/** A VEVENT as records. */
import { FLAG, type SourceRecord } from '../../model/record.ts';
import { UNKNOWN_TIME } from '../../model/time.ts';
import { type Component, propertyOf } from './components.ts';
import { textValue } from './content-line.ts';
import { instancesOf, isRecurring } from './instances.ts';
import { type Moment, momentOf, parseDuration } from './moment.ts';
import type { Steps } from './occurrences.ts';
import { participantsOf } from './people.ts';
import { type Clocks, hasUnknownZone, instanceWord, secondsBetween, whenOf } from './times.ts';

/** Records of an entry and doubts about it, by the code of the problem. */
export interface EventReading {
  readonly records: readonly SourceRecord[];
  readonly doubts: readonly (readonly [code: string, message: string])[];
}

/** The UID of an entry; empty for none. */
export function uidOf(event: Component): string {
  return propertyOf(event, 'UID')?.value.trim() ?? '';
}

/** The word of the instance that an entry replaces (RECURRENCE-ID); null when it replaces none. */
export function replacedWord(event: Component, clocks: Clocks): string | null {
  const property = propertyOf(event, 'RECURRENCE-ID');
  const moment = property === null ? null : momentOf(property);
  return moment === null ? null : instanceWord(moment, clocks);
}

/**
 * Reads an entry: one record, or one for each instance in the window where it recurs.
 *
 * @param isCancelled whether the whole calendar is a cancellation (METHOD:CANCEL)
 * @param replaced instances that entries of their own replace
 */
export function readEvent(
  event: Component,
  isCancelled: boolean,
  replaced: ReadonlySet<string>,
  clocks: Clocks,
  steps: Steps,
): EventReading {
  const doubts: [string, string][] = [];
  const doubt = (code: string, message: string): void => void doubts.push([code, message]);
  if (!event.ended) doubt('end-missing', 'the entry has no END:VEVENT');
  if (event.unread > 0) doubt('line-unread', `${event.unread} lines of the entry are no content lines or too many`);
  const property = propertyOf(event, 'DTSTART');
  const start = property === null ? null : momentOf(property);
  if (start === null) {
    doubt(property === null ? 'date-missing' : 'date-unreadable', 'the entry has no start that can be read');
  } else if (hasUnknownZone(start, clocks)) doubt('zone-unknown', `nobody knows the zone ${shown(start.tzid ?? '')}`);
  const duration = start === null ? null : durationOf(event, start, clocks, doubt);
  const base = baseOf(event, isCancelled);
  const uid = uidOf(event);
  const own = replacedWord(event, clocks);
  if (/^THISANDFUTURE$/i.test(propertyOf(event, 'RECURRENCE-ID')?.params.get('RANGE')?.[0] ?? '')) {
    doubt('range-unread', 'a change of this and all later instances is read as one of this instance only');
  }
  if (start === null || own !== null || !isRecurring(event)) {
    const messageId = own === null ? uid : `${uid} ${own}`;
    const record: SourceRecord = {
      ...base,
      when: start === null ? UNKNOWN_TIME : whenOf(start, clocks),
      ...(duration === null ? {} : { duration }),
      ...(uid === '' ? {} : { messageId }),
    };
    return { records: [record], doubts };
  }
  const series = instancesOf(event, start, replaced, clocks, steps);
  for (const message of series.doubts) doubt('recurrence-doubtful', message);
  const records = series.instances.map((instance): SourceRecord => {
    const length = instance.duration ?? duration;
    return {
      ...base,
      place: { ...base.place, part: instance.number },
      when: whenOf(instance.start, clocks),
      ...(length === null || length < 0 ? {} : { duration: length }),
      ...(uid === '' ? {} : { messageId: `${uid} ${instanceWord(instance.start, clocks)}` }),
    };
  });
  return { records, doubts };
}

/** What all instances of an entry have in common. */
function baseOf(event: Component, isCancelled: boolean): Omit<SourceRecord, 'when'> {
  const text = (name: string): string => textValue(propertyOf(event, name)?.value ?? '');
  const cancelled = isCancelled || /^CANCELL?ED$/i.test(text('STATUS'));
  const subject = text('SUMMARY');
  const location = text('LOCATION');
  return {
    kind: 'meeting',
    place: { offset: event.offset, length: event.length },
    participants: participantsOf(event),
    // An entry shows what was planned; whether anybody came, it cannot know.
    flags: FLAG.scheduled | (cancelled ? FLAG.cancelled : 0),
    ...(subject === '' ? {} : { subject }),
    ...(location === '' ? {} : { extras: { location } }),
  };
}

/** Seconds that an entry takes; null when it does not say: an end is never made up. */
function durationOf(
  event: Component,
  start: Moment,
  clocks: Clocks,
  doubt: (code: string, message: string) => void,
): number | null {
  const end = propertyOf(event, 'DTEND');
  const length = propertyOf(event, 'DURATION');
  if (end === null && length === null) return null;
  const moment = end === null ? null : momentOf(end);
  const seconds = moment !== null ? secondsBetween(start, moment, clocks) : parseDuration(length?.value ?? '');
  if (seconds !== null && seconds >= 0 && seconds <= 2_147_483_647) return seconds;
  doubt('end-unreadable', 'the end of the entry cannot be read or lies before its start');
  return null;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
