/** Groups call records of several carriers. */
import { type CallWitness, groupCalls } from '../../../contacts/calls.ts';
import type { Grouping } from '../../../contacts/grouping.ts';
import type { GroupingLimits } from '../../../contacts/limits.ts';
import { type Ledger, NULL_INT } from '../../../ledger/ledger.ts';
import {
  CALL_CROWDS,
  CALL_NEAR,
  CALL_PAIR,
  CALL_STRETCH,
  COARSE_CALLS,
} from '../../../ledger/queries/contacts/calls.ts';

interface Crowds extends Readonly<{ [column: string]: unknown }> {
  readonly record_no: Int32Array;
  readonly place: Int32Array;
  readonly texted: Int32Array;
  readonly a_no: Int32Array;
  readonly b_no: Int32Array;
  readonly stretch: Float64Array;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly duration: Int32Array;
}
interface Pairs extends Readonly<{ [column: string]: unknown }> {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

function crowdsOf(rows: Crowds): CallWitness[][] {
  const keys = [rows.texted, rows.a_no, rows.b_no, rows.stretch];
  const crowds: CallWitness[][] = [];
  for (const [i, record] of rows.record_no.entries()) {
    if (i === 0 || keys.some((key) => key[i] !== key[i - 1])) crowds.push([]);
    crowds.at(-1)!.push({
      record,
      source: rows.place[i]!,
      earliest: rows.earliest[i]!,
      latest: rows.latest[i]!,
      duration: rows.duration[i] === NULL_INT ? -1 : rows.duration[i]!,
    });
  }
  return crowds;
}

/**
 * Groups all calls and text messages of the ledger. Pairs that nothing competes with are left in the temporary table
 * call_pair, everything else goes into the grouping. Needs the views of witness.ts.
 * @param sources how many sources hold calls; with one, only overlaps within it are looked for
 */
export async function callStage(
  ledger: Ledger,
  sources: number,
  limits: GroupingLimits,
  grouping: Grouping,
): Promise<void> {
  const tolerance = {
    start: limits.callStartSeconds,
    length: limits.callDurationSeconds,
    percent: limits.callDurationPercent,
  };
  await ledger.run(CALL_NEAR, { spread: sources > 1 ? limits.callStartSeconds : 0 });
  await ledger.run(CALL_STRETCH);
  await ledger.run(CALL_PAIR, tolerance);
  const crowds = await ledger.columns<Crowds & { [column: string]: unknown }>(CALL_CROWDS);
  for (const crowd of crowdsOf(crowds)) groupCalls(crowd, limits, grouping);
  if (sources < 2) return;
  const coarse = await ledger.columns<Pairs & { [column: string]: unknown }>(COARSE_CALLS, tolerance);
  for (let i = 0; i < coarse.rows; i++) grouping.leaveOpen(coarse.a[i]!, coarse.b[i]!, 'coarse-time');
}
