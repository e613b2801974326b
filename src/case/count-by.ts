/** Counts contacts by party, pair, month and channel, each with its bounds. Bounds do not add up across them. */
import { distinct, mayBeSame } from '../contacts/distinct.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { parametersOf } from '../ledger/queries/contacts/asked.ts';
import {
  ALL_EDGES,
  type CountKey,
  countByKey,
  edgedByKey,
  LINK_DAYS,
  MONTH_DAY,
} from '../ledger/queries/contacts/count-by.ts';
import type { Bounds } from '../model/bounds.ts';
import { CHANNELS, type Channel } from '../model/definition.ts';
import { utcSeconds } from '../model/time.ts';
import { instantsOf, offsetAt } from '../model/zone.ts';
import { checkNames, type Question } from './count.ts';

/** Bounds of one key. What was not asked for is null. */
export interface CountRow {
  /** Party numbers: of the side that is asked about (by pair only), and of the other. */
  readonly mine: number | null;
  readonly theirs: number | null;
  /** Such as 2030-04; 'unknown' for contacts without a time. */
  readonly month: string | null;
  readonly channel: Channel | null;
  readonly bounds: Bounds;
}

interface Edged extends Readonly<{ [column: string]: unknown }> {
  readonly contact: Int32Array;
  readonly mine: Int32Array;
  readonly theirs: Int32Array;
  readonly month: Int32Array;
  readonly channel: Int32Array;
  readonly certain: Int32Array;
  readonly latest: Float64Array;
  readonly id: BigUint64Array;
}
interface Edges extends Readonly<{ [column: string]: unknown }> {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

const DAY = 86_400;

/** Months since the year 0 of a local time as if it were UTC, epoch seconds. */
function monthNumber(local: number): number {
  const date = new Date(local * 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** One line for MONTH_DAY: the month that a zone has when a UTC day begins, and when the next begins if it does that day. */
function monthLine(day: number, zone: string): string {
  const start = day * DAY;
  const month = monthNumber(start + offsetAt(zone, start));
  const last = start + DAY - 1;
  if (monthNumber(last + offsetAt(zone, last)) === month) return `${day} ${month} -`;
  const [year, next] = [Math.floor((month + 1) / 12), ((month + 1) % 12) + 1];
  const midnight = utcSeconds({ year, month: next, day: 1, hour: 0, minute: 0, second: 0 });
  return `${day} ${month} ${instantsOf(zone, midnight).earliest}`;
}

function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** Lines of mine, theirs, month, channel, min, max for the contacts that may be the same as another. */
async function edgedLines(ledger: Ledger, question: Question, keys: readonly CountKey[]): Promise<string> {
  const edges = await ledger.columns<Edges>(ALL_EDGES);
  if (edges.rows === 0) return '';
  const same = mayBeSame(edges.a, edges.b);
  const rows = await ledger.columns<Edged>(edgedByKey(question, question.definition, keys), parametersOf(question));
  const keyOf = (i: number): string => `${rows.mine[i]} ${rows.theirs[i]} ${rows.month[i]} ${rows.channel[i]}`;
  const lines: string[] = [];
  for (let from = 0, to = 0; from < rows.rows; from = to) {
    const key = keyOf(from);
    const certain: number[] = [];
    for (to = from; to < rows.rows && keyOf(to) === key; to++) if (rows.certain[to] === 1) certain.push(to);
    const least = distinct(
      {
        contact: certain.map((i) => rows.contact[i]!),
        latest: certain.map((i) => rows.latest[i]!),
        id: certain.map((i) => rows.id[i]!),
      },
      same,
    );
    lines.push(`${key} ${least.length} ${to - from}`);
  }
  return lines.join('\n');
}

/**
 * Counts the contacts that a question is about by one or several keys; see countContacts for what the bounds mean. A
 * contact counts once for each key that it touches, so that rows do not add up.
 * @param zone IANA name of the zone whose months are meant
 * @param limit rows that are given, those with most contacts first
 * @throws RangeError when a name is no group's and no party's
 */
export async function countContactsBy(
  ledger: Ledger,
  question: Question,
  keys: readonly CountKey[],
  zone: string,
  limit: number,
): Promise<CountRow[]> {
  await checkNames(ledger, question);
  if (keys.includes('month')) {
    const days = await ledger.columns<{ utc_day: Int32Array }>(LINK_DAYS);
    await ledger.run(MONTH_DAY, { lines: Array.from(days.utc_day, (day) => monthLine(day, zone)).join('\n') });
  }
  const lines = await edgedLines(ledger, question, keys);
  const rows = await ledger.rows<{ mine: number; theirs: number; month: number; channel: number } & Bounds>(
    countByKey(question, question.definition, keys),
    { ...parametersOf(question), lines, limit },
  );
  const orNull = (value: number): number | null => (value === -1 ? null : value);
  return rows.map(({ mine, theirs, month, channel, min, max }) => ({
    mine: orNull(mine),
    theirs: orNull(theirs),
    month: !keys.includes('month') ? null : month === -1 ? 'unknown' : monthText(month),
    channel: channel === -1 ? null : CHANNELS[channel]!,
    bounds: { min, max },
  }));
}
