/** What case.yaml says of the sources of records: whose they are, of which days, and whether they are complete. */
import { ownership } from '../../../coverage/ownership.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { HOLDERS, HOLDING_CHANNELS, HOLDINGS } from '../../../ledger/queries/coverage/seen.ts';
import { HOLDING_OWNER, HOLDING_RULE } from '../../../ledger/queries/coverage/spans.ts';
import { CHANNELS, type Channel } from '../../../model/definition.ts';
import type { AddressKind } from '../../../model/record.ts';
import type { NamedParty, PostBook, References } from '../../../reconcile/references.ts';
import type { CaseFiles, SourceEntry } from '../../files/index.ts';
import type { AccountBook } from './accounts.ts';

/** Sources that one declaration is about, as the ledger has them. */
interface HoldingRow {
  readonly holding_no: number;
  readonly entry: string | null;
  readonly custodian: string | null;
  readonly scope_from: number | null;
  readonly scope_to: number | null;
  readonly complete: boolean;
  readonly items: number;
  readonly busiest: number | null;
  readonly most: number | null;
}

/** Who and when is meant where the stage reads case.yaml. */
export interface CoverageBook {
  readonly files: CaseFiles;
  readonly references: References;
  readonly posts: PostBook;
  readonly accounts: AccountBook;
  /** The day of an instant in the case's zone; open ends are days beyond any in a record. */
  day(instant: number): number;
  /** The case's "now". */
  readonly asOf: number;
}

/** A listed account of a holding that is declared complete and that no item shows. */
export interface SilentAccount {
  readonly holding: number;
  readonly account: number;
  readonly channel: number;
  readonly from: number;
  readonly to: number;
}

/** A custodian that is an organisation stands for whoever held a post there. */
function staffed(book: CoverageBook, party: NamedParty): number[] {
  const staff = party.kind === 'organisation' ? book.posts.holders(party.party_no, null, null) : [];
  return [party.party_no, ...staff];
}

function custodiansOf(book: CoverageBook, row: HoldingRow): number[] {
  const called = row.custodian === null ? [] : book.references.called(row.custodian);
  return called.flatMap((party) => staffed(book, party));
}

/**
 * What keeps a source from being complete for its scope: search terms, by which only some items were picked, and what was
 * withheld. Null: nothing.
 */
export function limitOf(source: SourceEntry): string | null {
  const { scope } = source;
  if (scope === undefined) return null;
  const parts = [
    ...(scope.terms.length === 0
      ? []
      : [`picked by ${scope.terms.length} search term${scope.terms.length === 1 ? '' : 's'}`]),
    ...(scope.withheld === undefined ? [] : [`withheld: ${scope.withheld}`]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** Channels that an address of a kind serves. A phone calls; whether it texts only records show. */
export function channelsOf(kind: AddressKind): readonly Channel[] {
  if (kind === 'phone') return ['call', 'text'];
  return kind === 'name' || kind === 'redacted' ? [] : ['mail'];
}

/** Channels in which a listed account that is never seen is silent: those of the holding that it could use. */
function silentChannels(held: readonly number[], kind: AddressKind): number[] {
  const fitting = channelsOf(kind).map((channel) => CHANNELS.indexOf(channel));
  const shown = fitting.filter((channel) => held.includes(channel));
  return shown.length > 0 ? shown : held.length > 0 ? [] : fitting.slice(0, 1);
}

/**
 * Writes what holds for each holding and who owns it, as the temporary tables holding_rule and holding_owner.
 * @returns listed accounts of complete holdings, in the channels in which no item shows them: they were silent
 */
export async function writeHoldings(ledger: Ledger, book: CoverageBook): Promise<SilentAccount[]> {
  const rows = await ledger.rows<HoldingRow>(HOLDINGS);
  const channels = Map.groupBy(
    await ledger.rows<{ holding_no: number; channel: number }>(HOLDING_CHANNELS),
    (row) => row.holding_no,
  );
  const busiest = rows.flatMap((row) => (row.busiest === null ? [] : [row.busiest]));
  const held = Map.groupBy(
    await ledger.rows<{ address_no: number; party_no: number }>(HOLDERS, { numbers: [...new Set(busiest)].join('\n') }),
    (row) => row.address_no,
  );
  const entries = new Map(book.files.case.sources.map((source) => [source.path, source]));
  const [rules, owners, silent]: [string[], string[], SilentAccount[]] = [[], [], []];
  for (const row of rows) {
    const entry = row.entry === null ? undefined : entries.get(row.entry);
    const accounts = book.accounts.numbers({ accounts: entry?.scope?.accounts ?? [], region: entry?.region ?? null });
    const owned = ownership(
      {
        accounts,
        custodians: custodiansOf(book, row),
        records: row.items,
        busiest: row.busiest === null ? null : { account: row.busiest, records: row.most! },
      },
      (account) => held.get(account)?.map((of) => of.party_no) ?? book.accounts.holders(account),
    );
    const from = row.scope_from === null ? null : book.day(row.scope_from);
    const to = row.scope_to === null ? book.asOf : Math.min(book.day(row.scope_to), book.asOf);
    const complete =
      row.complete && from !== null && row.scope_to !== null && (entry === undefined || limitOf(entry) === null);
    const listed = owned.accounts.length > 0;
    rules.push(`${row.holding_no} ${owned.open} ${listed} ${complete} ${from ?? '-'} ${to}`);
    owners.push(...owned.accounts.map((account) => `${row.holding_no} ${account} -`));
    owners.push(...owned.parties.map((party) => `${row.holding_no} - ${party}`));
    if (complete) {
      const held = channels.get(row.holding_no)?.map(({ channel }) => channel) ?? [];
      silent.push(
        ...owned.accounts.flatMap((account) =>
          silentChannels(held, book.accounts.kind(account)).map((channel) => ({
            holding: row.holding_no,
            account,
            channel,
            from,
            to,
          })),
        ),
      );
    }
  }
  await ledger.run(HOLDING_RULE, { lines: rules.join('\n') });
  await ledger.run(HOLDING_OWNER, { lines: owners.join('\n') });
  return silent;
}
