/** Records → coverage: for which accounts, channels and days they could have shown a contact, and what disclosures reach. */
import { COVERAGE_LEVELS } from '../../coverage/account.ts';
import { sharedDay } from '../../coverage/local-days.ts';
import { type Rhythm, type Silence, silenceOf } from '../../coverage/silence.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  FORGET_COVERAGE,
  HOLDING,
  ITEM,
  ITEM_DAYS,
  MET,
  NOW,
  SEEN,
  SHARED_DAY,
} from '../../ledger/queries/coverage/seen.ts';
import {
  COMPLETE_SPANS,
  EACH_DAY,
  EMPTY_RUNS,
  HOLE,
  RHYTHMS,
  SPAN,
  WATCHED_SPANS,
  WRITE_SILENCES,
  WRITE_SPANS,
} from '../../ledger/queries/coverage/spans.ts';
import { POSTS } from '../../ledger/queries/reconcile/told.ts';
import { PostBook, type PostRow } from '../../reconcile/references.ts';
import { dayReader } from '../coverage/day-reader.ts';
import type { CaseFiles } from '../files/index.ts';
import { writeAccounts } from './coverage/accounts.ts';
import { writeDeclared, writeDisclosureReach } from './coverage/declared.ts';
import { type CoverageBook, type SilentAccount, writeHoldings } from './coverage/holdings.ts';
import { readReferences } from './disclosures.ts';

interface RunColumns {
  readonly rows: number;
  readonly span_no: Int32Array;
  readonly from_day: Int32Array;
  readonly to_day: Int32Array;
}
type RhythmColumns = RunColumns & { readonly [day in `d${0 | 1 | 2 | 3 | 4 | 5 | 6}`]: Int32Array };

async function writeSharedDays(ledger: Ledger, zone: string): Promise<void> {
  const days = await ledger.columns<{ utc_day: Int32Array }>(ITEM_DAYS);
  const lines = Array.from(days.utc_day, (utcDay) => {
    const day = sharedDay(zone, utcDay);
    return `${utcDay} ${day.localDay} ${day.cut}`;
  });
  await ledger.run(SHARED_DAY, { lines: lines.join('\n') });
}

/** Silences of the spans whose rhythm is looked at, as lines for HOLE. */
async function silentRuns(ledger: Ledger): Promise<string[]> {
  const [watched] = await ledger.rows<{ spans: number }>(WATCHED_SPANS);
  if (watched!.spans === 0) return []; // a look at every record
  await ledger.run(EACH_DAY);
  const rhythms = await ledger.columns<RhythmColumns & { [name: string]: unknown }>(RHYTHMS);
  const runs = await ledger.columns<RunColumns & { [name: string]: unknown }>(EMPTY_RUNS);
  const { d0, d1, d2, d3, d4, d5, d6 } = rhythms;
  const rhythmOf = (i: number): Rhythm => ({
    span: { from: rhythms.from_day[i]!, to: rhythms.to_day[i]! },
    active: [d0[i]!, d1[i]!, d2[i]!, d3[i]!, d4[i]!, d5[i]!, d6[i]!],
  });
  const lines: string[] = [];
  for (let run = 0, i = 0; run < runs.rows; run++) {
    while (rhythms.span_no[i]! < runs.span_no[run]!) i++;
    const days = { from: runs.from_day[run]!, to: runs.to_day[run]! };
    const silence: Silence | null = silenceOf(rhythmOf(i), days, rhythms.rows);
    if (silence !== null) lines.push(`${runs.span_no[run]} ${silence.from} ${silence.to} ${silence.expected}`);
  }
  return lines;
}

async function writeSilent(ledger: Ledger, rows: readonly SilentAccount[]): Promise<void> {
  const shown = await ledger.rows<{ holding_no: number; account_no: number; channel: number }>(COMPLETE_SPANS);
  const seen = new Set(shown.map((row) => `${row.holding_no} ${row.account_no} ${row.channel}`));
  const left = rows.filter((row) => !seen.has(`${row.holding} ${row.account} ${row.channel}`) && row.from <= row.to);
  await ledger.append('coverage', left.length, {
    source_no: left.map((row) => row.holding),
    account_no: left.map((row) => row.account),
    channel: left.map((row) => row.channel),
    level: left.map(() => COVERAGE_LEVELS.indexOf('declared')),
    own: left.map(() => true),
    from_day: left.map((row) => row.from),
    to_day: left.map((row) => row.to),
  });
}

/**
 * Fills coverage, silence, known_account and disclosure_reach from source, record, participant, alias, tenure and
 * membership, and case.yaml. Accounts are summed up in the engine: nothing here grows with the number of records.
 * @param asOf the case's "now", epoch seconds UTC: nothing later is covered
 */
export async function coverageStage(ledger: Ledger, files: CaseFiles, asOf: number): Promise<void> {
  const { zone } = files.case;
  const references = await readReferences(ledger);
  const posts = new PostBook(await ledger.rows<PostRow>(POSTS));
  const accounts = await writeAccounts(ledger, files, references);
  const day = dayReader(zone);
  const book: CoverageBook = { files, references, posts, accounts, day, asOf: day(asOf) };
  const named = files.case.sources.filter(({ scope }) => (scope?.accounts.length ?? 0) > 0);
  await ledger.run(HOLDING, { named: named.map(({ path }) => path).join('\n') });
  await ledger.run(NOW, { as_of: asOf });
  await ledger.run(ITEM);
  await ledger.run(SEEN);
  await ledger.run(MET);
  await writeSharedDays(ledger, zone);
  const silent = await writeHoldings(ledger, book);
  await ledger.run(SPAN);
  await ledger.run(HOLE, { lines: (await silentRuns(ledger)).join('\n') });
  await ledger.run(WRITE_SILENCES);
  await ledger.run(WRITE_SPANS);
  await writeSilent(ledger, silent);
  await ledger.run(FORGET_COVERAGE);
  await writeDeclared(ledger, book);
  await writeDisclosureReach(ledger, book);
}
