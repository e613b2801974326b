/** Writes the date of a message into its row. */
import { MAIL_FLOOR, PLAUSIBILITIES, PRECISIONS, spanWhen, type When, ZONE_ORIGINS } from '../../model/time.ts';
import { zoneOffsets } from '../../model/zone.ts';
import type { MailColumns } from './columns.ts';
import { type MailDate, ZONE } from './date.ts';

const SECOND = PRECISIONS.indexOf('second');
const MINUTE = PRECISIONS.indexOf('minute');
const WRITTEN = ZONE_ORIGINS.indexOf('written');
const PLAUSIBLE = PLAUSIBILITIES.indexOf('plausible');
const WRONG_CLOCK = PLAUSIBILITIES.indexOf('wrong-clock');

/**
 * Writes a date that was read.
 * Without a zone the zone of the source holds, and without that the instant is an interval of 26 hours; a zone that is
 * written but means nothing is no reason to take the source's.
 * @param sourceZone IANA name, null when nobody said
 */
export function writeTime(columns: MailColumns, row: number, date: MailDate, sourceZone: string | null): void {
  if (date.zone === ZONE.none || date.zone === ZONE.unreadable) {
    const end = date.local + (date.seconds ? 0 : 59);
    const offsets = date.zone === ZONE.none ? zoneOffsets(sourceZone, date.local, end) : null;
    writeWhen(
      columns,
      row,
      spanWhen(date.local, end, offsets, date.seconds ? 'second' : 'minute', 'source', MAIL_FLOOR),
    );
    return;
  }
  const c = columns.records;
  const earliest = date.local - date.offset;
  const latest = date.seconds ? earliest : earliest + 59;
  c.earliest[row] = earliest;
  c.latest[row] = latest;
  if (date.zone === ZONE.known) c.offsetMinutes[row] = date.offset / 60;
  c.precision[row] = date.seconds ? SECOND : MINUTE;
  c.zone[row] = WRITTEN;
  c.plausibility[row] = latest < MAIL_FLOOR ? WRONG_CLOCK : PLAUSIBLE;
}

/** Writes a time that stands as an object. */
export function writeWhen(columns: MailColumns, row: number, when: When): void {
  const c = columns.records;
  c.earliest[row] = when.earliest ?? Number.NaN;
  c.latest[row] = when.latest ?? Number.NaN;
  c.offsetMinutes[row] = when.offset ?? -32768;
  c.precision[row] = PRECISIONS.indexOf(when.precision);
  c.zone[row] = ZONE_ORIGINS.indexOf(when.zone);
  c.plausibility[row] = PLAUSIBILITIES.indexOf(when.plausibility);
}
