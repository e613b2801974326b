/** When the sources of a case cover something, by channel. */
import { COVERAGE_LEVELS } from '../../coverage/account.ts';
import { type DayRange, joined } from '../../coverage/day-ranges.ts';
import {
  CALENDAR_ACCOUNTS,
  CALENDAR_DAYS,
  CALENDAR_REACH,
  CALENDAR_SILENCES,
} from '../../ledger/queries/coverage/calendar.ts';
import { CHANNELS, type Channel } from '../../model/definition.ts';
import type { OpenCase } from '../open.ts';

/** Days that a source covers by one channel, for any of its accounts. */
export interface CalendarRow {
  /** Path in case.yaml, a protected source by its place; null: declared in case.yaml apart from any source. */
  readonly source: string | null;
  readonly channel: Channel;
  /** Accounts (parties for meetings and visits) that something is covered of. */
  readonly accounts: number;
  /** False: the source names no owner, and these accounts are only known to be in it. */
  readonly own: boolean;
  readonly declared: readonly DayRange[];
  readonly active: readonly DayRange[];
  /** Runs of days that were left out because they are empty against an account's own rhythm. */
  readonly silences: number;
}

/** Days that the loaded disclosures reach, of any discloser. */
export interface ReachCalendarRow {
  readonly audience: string;
  readonly parties: number;
  readonly declared: readonly DayRange[];
}

export interface CoverageCalendar {
  /** In the order of case.yaml, then of CHANNELS; what case.yaml declares by itself last. */
  readonly records: readonly CalendarRow[];
  readonly disclosures: readonly ReachCalendarRow[];
}

interface Keyed {
  readonly entry: string | null;
  readonly channel: number;
}
const keyOf = ({ entry, channel }: Keyed): string => JSON.stringify([entry, channel]);
const rangeOf = (row: { from_day: number; to_day: number }): DayRange => ({ from: row.from_day, to: row.to_day });

/** Coverage of a case as a calendar. */
export async function coverageCalendar({
  ledger,
  files,
}: Pick<OpenCase, 'ledger' | 'files'>): Promise<CoverageCalendar> {
  const accounts = await ledger.rows<Keyed & { accounts: number; own: boolean }>(CALENDAR_ACCOUNTS);
  const days = Map.groupBy(
    await ledger.rows<Keyed & { level: number; from_day: number; to_day: number }>(CALENDAR_DAYS),
    keyOf,
  );
  const silences = new Map(
    (await ledger.rows<Keyed & { silences: number }>(CALENDAR_SILENCES)).map((row) => [keyOf(row), row.silences]),
  );
  const { sources } = files.case;
  const place = (entry: string | null): number => {
    const found = sources.findIndex(({ path }) => path === entry);
    return found === -1 ? sources.length : found;
  };
  const daysAt = (row: Keyed, level: (typeof COVERAGE_LEVELS)[number]): DayRange[] =>
    joined((days.get(keyOf(row)) ?? []).filter((of) => COVERAGE_LEVELS[of.level] === level).map(rangeOf));
  const records = accounts
    .toSorted((a, b) => place(a.entry) - place(b.entry) || a.channel - b.channel)
    .map((row): CalendarRow => {
      const at = place(row.entry);
      return {
        source: row.entry === null ? null : sources[at]?.protected ? `protected source ${at + 1}` : row.entry,
        channel: CHANNELS[row.channel]!,
        accounts: row.accounts,
        own: row.own,
        declared: daysAt(row, 'declared'),
        active: daysAt(row, 'active'),
        silences: silences.get(keyOf(row)) ?? 0,
      };
    });
  const reach = await ledger.rows<{ audience: string; parties: number; from_day: number; to_day: number }>(
    CALENDAR_REACH,
  );
  const disclosures = [...Map.groupBy(reach, ({ audience }) => audience)].map(([audience, of]) => ({
    audience,
    parties: of[0]!.parties,
    declared: joined(of.map(rangeOf)),
  }));
  return { records, disclosures };
}
