/** Groups calendar entries and rows of visitor logs. */
import { type EntryCopy, groupEntries } from '../../../contacts/entries.ts';
import type { Grouping } from '../../../contacts/grouping.ts';
import type { GroupingLimits } from '../../../contacts/limits.ts';
import { groupVisits, type Slot, type SlotPair } from '../../../contacts/visits.ts';
import { type Ledger, NULL_INT } from '../../../ledger/ledger.ts';
import {
  ENTRY_COPIES,
  ENTRY_ORGANIZERS,
  GUEST,
  HOST_DAYS,
  HOSTED,
  SLOTS,
  VISIT_GUESTS,
  VISIT_PAIR,
  VISIT_PAIRS,
} from '../../../ledger/queries/contacts/entries.ts';
import { addressesOf } from './mail.ts';

type Columns = Readonly<{ [column: string]: unknown }>;
interface Copies extends Columns {
  readonly record_no: Int32Array;
  readonly uid_group: Int32Array;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly subject: readonly string[];
}
interface Heads extends Columns {
  readonly record_no: Int32Array;
  readonly head_no: Int32Array;
  readonly visits: Int32Array;
}
interface Guests extends Columns {
  readonly log: Int32Array;
  readonly entry: Int32Array;
  readonly address_no: Int32Array;
}
/** One row of VISIT_PAIRS; flags as 0 and 1. */
interface Pairs extends Columns {
  readonly log: Int32Array;
  readonly entry: Int32Array;
  readonly host: Int32Array;
  readonly hosted: Int32Array;
  readonly organisation: Int32Array;
  readonly log_place: Int32Array;
  readonly log_earliest: Float64Array;
  readonly log_latest: Float64Array;
  readonly log_duration: Int32Array;
  readonly log_timed: Int32Array;
  readonly entry_place: Int32Array;
  readonly entry_earliest: Float64Array;
  readonly entry_latest: Float64Array;
  readonly entry_duration: Int32Array;
  readonly entry_timed: Int32Array;
}

async function entryStage(ledger: Ledger, limits: GroupingLimits, grouping: Grouping): Promise<readonly number[]> {
  const rows = await ledger.columns<Copies>(ENTRY_COPIES);
  if (rows.rows === 0) return [];
  const organizers = await addressesOf(ledger, ENTRY_ORGANIZERS);
  const copies: EntryCopy[] = Array.from(rows.record_no, (record, i) => ({
    record,
    uidGroup: rows.uid_group[i]!,
    earliest: rows.earliest[i]!,
    latest: rows.latest[i]!,
    subject: rows.subject[i]!,
    organizers: organizers(record),
  }));
  return groupEntries(copies, limits, grouping);
}

async function slotStage(ledger: Ledger, limits: GroupingLimits, grouping: Grouping): Promise<readonly number[]> {
  await ledger.run(HOSTED);
  const slots = await ledger.columns<Heads>(SLOTS);
  for (let i = 0; i < slots.rows; i++) grouping.join(slots.head_no[i]!, slots.record_no[i]!, 'slot');
  const days = await ledger.columns<Heads>(HOST_DAYS);
  const crowded: number[] = [];
  for (let from = 0; from < days.rows; ) {
    const visits = days.visits[from]!;
    const rows = days.record_no.subarray(from, from + visits);
    if (visits > limits.largestDay) crowded.push(days.head_no[from]!);
    else {
      for (const [i, a] of rows.entries())
        for (const b of rows.subarray(i + 1)) grouping.leaveOpen(a, b, 'same-host-same-day');
    }
    from += visits;
  }
  return crowded;
}

const flag = (value: number | undefined): boolean => value === 1;
const seconds = (value: number): number => (value === NULL_INT ? -1 : value);

/** Rows of one log group put together: it names a host, or an organisation, as soon as one row does. */
function pairsOf(rows: Pairs, guests: Guests, grouping: Grouping): SlotPair[] {
  const visitors = new Map<string, Set<number>>();
  const key = (log: number, entry: number): string => `${grouping.find(log)} ${entry}`;
  for (const [i, log] of guests.log.entries()) {
    const at = key(log, guests.entry[i]!);
    visitors.set(at, (visitors.get(at) ?? new Set()).add(guests.address_no[i]!));
  }
  const slot = (side: 'log' | 'entry', record: number, i: number): Slot => ({
    record,
    source: rows[`${side}_place`][i]!,
    earliest: rows[`${side}_earliest`][i]!,
    latest: rows[`${side}_latest`][i]!,
    duration: seconds(rows[`${side}_duration`][i]!),
    timed: flag(rows[`${side}_timed`][i]),
  });
  const out = new Map<string, SlotPair>();
  for (const [i, log] of rows.log.entries()) {
    const entry = rows.entry[i]!;
    const known = out.get(key(log, entry));
    out.set(key(log, entry), {
      log: known?.log ?? slot('log', grouping.find(log), i),
      entry: slot('entry', entry, i),
      host: known?.host === true || flag(rows.host[i]),
      hosted: known?.hosted === true || flag(rows.hosted[i]),
      organisation: known?.organisation === true || flag(rows.organisation[i]),
      visitors: visitors.get(key(log, entry))?.size ?? 0,
    });
  }
  return [...out.values()];
}

/**
 * Groups all meetings and visits of the ledger. Needs the views of witness.ts and the table text_fold.
 * @param visits whether there are any
 * @returns first records of meetings whose UID another one carries too, and first rows of days with too many visits to
 *   one host for each to be held against each
 */
export async function gatheringStage(
  ledger: Ledger,
  visits: boolean,
  limits: GroupingLimits,
  grouping: Grouping,
): Promise<{ readonly conflicts: readonly number[]; readonly crowded: readonly number[] }> {
  const conflicts = await entryStage(ledger, limits, grouping);
  const crowded = await slotStage(ledger, limits, grouping);
  if (visits) {
    const reach = { arrival: limits.arrivalSeconds, assumed: limits.assumedMeetingSeconds };
    await ledger.run(GUEST);
    await ledger.run(VISIT_PAIR, reach);
    const rows = await ledger.columns<Pairs>(VISIT_PAIRS);
    const guests = await ledger.columns<Guests>(VISIT_GUESTS);
    groupVisits(pairsOf(rows, guests, grouping), limits, grouping);
  }
  return { conflicts, crowded };
}
