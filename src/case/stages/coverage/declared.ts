/** What case.yaml declares of records apart from any source, and of disclosures. */
import { COVERAGE_LEVELS } from '../../../coverage/account.ts';
import { dayNumber } from '../../../coverage/day-ranges.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { CHANNELS } from '../../../model/definition.ts';
import { wayBits } from '../../../reconcile/ways.ts';
import { type Channels, resolveDay } from '../../files/index.ts';
import { declaredReach } from '../duties.ts';
import { type CoverageBook, channelsOf } from './holdings.ts';

interface DeclaredRow {
  readonly declaration: number;
  readonly by: string | null;
  readonly account: number | null;
  readonly party: number | null;
  readonly channel: number;
  readonly complete: boolean;
  readonly from: number;
  readonly to: number;
}

/** Places in CHANNELS, each with the others of its way. */
function channelPlaces(channels: Channels): number[] {
  const bits = wayBits(channels);
  return [...CHANNELS.keys()].filter((channel) => (bits >> channel) & 1);
}

function declaredRows(book: CoverageBook): DeclaredRow[] {
  return book.files.case.coverage.records.flatMap((entry, declaration): DeclaredRow[] => {
    const [first, last] = [resolveDay(book.files, entry.from), resolveDay(book.files, entry.to)];
    if (first === null || last === null) return [];
    const [from, to] = [dayNumber(first.first), Math.min(dayNumber(last.last), book.asOf)];
    const channels = channelPlaces(entry.channels);
    const common = { declaration, by: entry.by ?? null, complete: entry.complete };
    const parties = entry.of.flatMap((reference) =>
      book.references.members(reference).flatMap((m) =>
        channels.map((channel) => ({
          ...common,
          account: null,
          party: m.party,
          channel,
          from: Math.max(from, book.day(m.from)),
          to: Math.min(to, book.day(m.to)),
        })),
      ),
    );
    const accounts = book.accounts
      .numbers({ accounts: entry.accounts, region: null })
      .flatMap((account) =>
        channels
          .filter((channel) => channelsOf(book.accounts.kind(account)).includes(CHANNELS[channel]!))
          .map((channel) => ({ ...common, account, party: null, channel, from, to })),
      );
    return [...parties, ...accounts].filter((row) => row.from <= row.to);
  });
}

/** Adds what coverage.records of case.yaml declares to the table coverage. */
export async function writeDeclared(ledger: Ledger, book: CoverageBook): Promise<void> {
  const rows = declaredRows(book);
  await ledger.append('coverage', rows.length, {
    declaration: rows.map((row) => row.declaration),
    declared_by: rows.map((row) => row.by),
    account_no: rows.map((row) => row.account),
    party_no: rows.map((row) => row.party),
    channel: rows.map((row) => row.channel),
    level: rows.map((row) => COVERAGE_LEVELS.indexOf(row.complete ? 'declared' : 'active')),
    own: rows.map(() => true),
    from_day: rows.map((row) => row.from),
    to_day: rows.map((row) => row.to),
  });
}

/** Fills disclosure_reach. Days on which nobody can have disclosed yet are in it: a reach is about contacts. */
export async function writeDisclosureReach(ledger: Ledger, book: CoverageBook): Promise<void> {
  const rows = declaredReach(book.files, book.references);
  await ledger.append('disclosure_reach', rows.length, {
    party_no: rows.map((row) => row.party),
    audience: rows.map((row) => row.audienceName),
    channel: rows.map((row) => row.channel),
    from_day: rows.map((row) => book.day(row.from)),
    to_day: rows.map((row) => book.day(row.to)),
  });
}
