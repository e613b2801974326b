/** Whether the records show what each disclosure tells. */
import { COVERAGE_LEVELS } from '../../coverage/account.ts';
import { joined } from '../../coverage/day-ranges.ts';
import { localDay } from '../../coverage/local-days.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { PARTY_COVERAGE } from '../../ledger/queries/coverage/spans.ts';
import { DISCLOSURE_FITS, UNFIT_PARTIES, UNFIT_PARTY } from '../../ledger/queries/reconcile/told-reach.ts';
import { DISCLOSURE_STATES, type DisclosureState } from '../../model/state.ts';
import { isReached, type RecordReach } from '../../reconcile/told-reach.ts';
import { dayReader } from '../coverage/day-reader.ts';
import type { CaseFiles } from '../files/index.ts';

interface FitRow {
  readonly disclosure_no: number;
  readonly nil: boolean;
  readonly channels: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly fits: number | null;
}

interface CoverageRow {
  readonly party_no: number;
  readonly channel: number;
  /** Place in COVERAGE_LEVELS. */
  readonly level: number;
  readonly own: boolean;
  readonly from_day: number;
  readonly to_day: number;
  readonly from_time: number;
  readonly to_time: number;
}

interface UnfitRow {
  readonly disclosure_no: number;
  readonly party_no: number;
  readonly discloser: boolean;
}

/** What the rows of some parties reach: the days of all their accounts together. */
function reachOf(rows: readonly CoverageRow[], zone: string): RecordReach[] {
  const day = dayReader(zone);
  const byKey = Map.groupBy(rows, (row) => `${row.party_no} ${row.channel} ${row.own}`);
  return [...byKey.values()].flatMap((same) => {
    const [{ party_no: party, channel, own }] = same as [CoverageRow];
    const days = same.map((row) => ({
      from: Math.max(row.from_day, day(row.from_time)),
      to: Math.min(row.to_day, day(row.to_time)),
    }));
    return joined(days).map((range) => ({ ...range, party, channel, own }));
  });
}

/**
 * Fills disclosure_state: one row for each disclosure that exists as of asOf. A nil return tells of no contact that
 * records could show.
 * @param given contact that the matching gave each disclosure
 */
export async function writeDisclosureStates(
  ledger: Ledger,
  files: CaseFiles,
  asOf: number,
  given: ReadonlyMap<number, number>,
): Promise<void> {
  const { zone } = files.case;
  const rows = await ledger.rows<FitRow>(DISCLOSURE_FITS, { as_of: asOf });
  await ledger.run(UNFIT_PARTY, { as_of: asOf });
  const named = await ledger.rows<UnfitRow>(UNFIT_PARTIES);
  const unfit = Map.groupBy(named, (row) => row.disclosure_no);
  const parties = [...new Set(named.map((row) => row.party_no))];
  const covered =
    parties.length === 0 ? [] : await ledger.rows<CoverageRow>(PARTY_COVERAGE, { numbers: parties.join('\n') });
  // By level, the better one first: what declarations alone reach needs no "if the export is complete".
  const reach = COVERAGE_LEVELS.map((_, level) =>
    reachOf(
      covered.filter((row) => row.level <= level),
      zone,
    ),
  );
  const levelOf = (row: FitRow): number | null => {
    if (row.fits !== null || row.nil) return null;
    const parties = unfit.get(row.disclosure_no) ?? [];
    const told = {
      channels: row.channels,
      days:
        row.earliest === null || row.latest === null
          ? null
          : { from: localDay(zone, row.earliest), to: localDay(zone, row.latest) },
      parties: new Set(parties.map((p) => p.party_no)),
      disclosers: new Set(parties.filter((p) => p.discloser).map((p) => p.party_no)),
    };
    const level = reach.findIndex((spans) => isReached(told, spans));
    return level === -1 ? null : level;
  };
  const levels = rows.map(levelOf);
  const stateOf = (row: FitRow, i: number): DisclosureState => {
    if (row.fits !== null) return 'recorded';
    return levels[i] === null ? 'untestable' : 'unrecorded';
  };
  await ledger.append('disclosure_state', rows.length, {
    disclosure_no: rows.map((row) => row.disclosure_no),
    state: rows.map((row, i) => DISCLOSURE_STATES.indexOf(stateOf(row, i))),
    coverage: levels,
    contact_no: rows.map((row) => given.get(row.disclosure_no) ?? row.fits),
  });
}
