/** Time zones as case files write them: IANA names of places, or UTC. */
import type * as z from 'zod';
import { zoneOfWindows } from '../../../formats/windows-zone.ts';
import { isZone } from '../../../model/zone.ts';
import { type Fault, notA, text } from './leaf.ts';
import { nearest } from './nearest.ts';

/** Abbreviations are no zones: EST is New York's winter, Panama all year, and once it was Sydney's. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['GMT', 'Europe/London, or UTC'],
  ['Z', 'UTC'],
  ['BST', 'Europe/London'],
  ['CET', 'a place, such as Europe/Berlin'],
  ['CEST', 'a place, such as Europe/Berlin'],
  ['EET', 'a place, such as Europe/Helsinki'],
  ['EEST', 'a place, such as Europe/Helsinki'],
  ['WET', 'a place, such as Europe/Lisbon'],
  ['MSK', 'Europe/Moscow'],
  ['EST', 'a place, such as America/New_York'],
  ['EDT', 'a place, such as America/New_York'],
  ['EST5EDT', 'America/New_York'],
  ['CST', 'a place, such as America/Chicago or Asia/Shanghai'],
  ['CDT', 'a place, such as America/Chicago'],
  ['CST6CDT', 'America/Chicago'],
  ['MST', 'a place, such as America/Denver'],
  ['MDT', 'a place, such as America/Denver'],
  ['PST', 'a place, such as America/Los_Angeles'],
  ['PDT', 'a place, such as America/Los_Angeles'],
  ['IST', 'a place, such as Asia/Kolkata or Asia/Jerusalem'],
  ['JST', 'Asia/Tokyo'],
]);

const ASK = 'write an IANA name, such as Europe/Stockholm or UTC';

/** Offsets alone say nothing about summer time; Etc/GMT counts westward (tz database, file etcetera), so +02:00 is Etc/GMT-2. */
function fixedOffset(written: string): string | null {
  const match = /^(?:UTC|GMT)?\s?([+-])(\d\d?)(?::?(\d\d))?$/i.exec(written);
  if (match === null) return null;
  const hours = Number(match[2]);
  if (Number(match[3] ?? 0) !== 0 || hours > 12) return ASK;
  const fixed = hours === 0 ? 'UTC' : `Etc/GMT${match[1] === '+' ? '-' : '+'}${hours}`;
  return `write a place, such as Europe/Stockholm, or ${fixed} for an offset that never changes`;
}

function zoneAdvice(written: string): string {
  const offset = fixedOffset(written);
  if (offset !== null) return offset;
  const abbreviation = ABBREVIATIONS.get(written.toUpperCase());
  if (abbreviation !== undefined) return `write ${abbreviation}`;
  const windows = zoneOfWindows(written);
  if (windows !== null) return `that is a Windows name: write ${windows}`;
  const zones = Intl.supportedValuesOf('timeZone');
  const bare = written.trim().toLowerCase().replaceAll(' ', '_');
  const known =
    zones.find((zone) => zone.toLowerCase() === bare) ?? zones.find((zone) => zone.toLowerCase().endsWith(`/${bare}`));
  const near = known ?? nearest(written, zones);
  return near === null ? ASK : `write ${near}`;
}

/** What is wrong with a time zone; null when it is one. */
function zoneFault(written: string): Fault | null {
  // Intl takes europe/stockholm and +02:00 as well; files are compared as text, so one spelling only.
  const spelt = /^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)+$/.test(written) && isZone(written);
  if (written === 'UTC' || spelt) return null;
  return notA('a time zone', written, zoneAdvice(written));
}

/** An IANA time zone. */
export function zone(): z.ZodType<string> {
  return text({ is: 'a time zone', advice: ASK }, zoneFault);
}
