/** The log at the door of the harbour office: windows-1252, semicolons, minutes. Withheld names read `(h)(3)`. */

import type { Meeting, Visit } from '../cast/events.ts';
import { organisation } from '../cast/organisations.ts';
import { who } from '../cast/people.ts';
import { encode } from '../form/charset.ts';
import { clock, day } from '../form/clock.ts';
import { hash32 } from '../form/random.ts';

export const VISITORS = 'sources/visitor-log.csv';
export const WITHHELD = '(h)(3)';

/** What one row comes from. */
interface Arrival extends Visit {
  readonly meeting?: Meeting;
}

export interface VisitorFile {
  readonly bytes: Uint8Array;
  /** Rows of each meeting; the row of column names is row 1. */
  readonly rows: ReadonlyMap<Meeting, readonly number[]>;
  readonly count: number;
}

function arrivals(m: Meeting): Arrival[] {
  return m.guests.map((g, i) => {
    const p = who(g.id);
    const early = hash32(`${m.start}/${g.id}`) % 8;
    return {
      meeting: m,
      start: m.start - early * 60,
      end: m.end + ((hash32(`${g.id}/${m.start}`) % 9) + i) * 60,
      visitor: m.redacted?.includes(g.id) === true ? '' : p.name,
      organisation: m.bare?.includes(g.id) === true ? '' : organisation(p.organisation).name,
      host: m.hosts[0]!,
      purpose: 'Meeting',
    };
  });
}

/** windows-1252 has no ł and ź: the door writes names as it can. */
function doorName(name: string): string {
  return name.replaceAll('ł', 'l').replaceAll('Ź', 'Z').replaceAll('ź', 'z');
}

const minute = (epoch: number): string => clock(epoch).slice(0, 5);

/** The log as bytes, in the order of arrival. */
export function visitorLog(meetings: readonly Meeting[], visits: readonly Visit[]): VisitorFile {
  const all: Arrival[] = [...meetings.filter((m) => m.inLog).flatMap(arrivals), ...visits];
  all.sort((a, b) => a.start - b.start || (a.visitor + a.purpose < b.visitor + b.purpose ? -1 : 1));
  const rows = new Map<Meeting, number[]>();
  const lines = all.map((a, i) => {
    if (a.meeting !== undefined) rows.set(a.meeting, [...(rows.get(a.meeting) ?? []), i + 2]);
    return [
      day(a.start),
      minute(a.start),
      minute(a.end),
      a.visitor === '' ? WITHHELD : doorName(a.visitor),
      a.organisation,
      who(a.host).name,
      a.purpose,
    ].join(';');
  });
  const text = ['Date;Arrived;Left;Visitor;Organisation;Host;Purpose', ...lines].join('\r\n');
  return { bytes: encode(`${text}\r\n`, 'windows-1252'), rows, count: all.length };
}
