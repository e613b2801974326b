/** The stage that makes disclosures: rows of disclosed sources and entries of disclosures.yaml, with whom they name. */
import { normalizeMail } from '../../identity/mail.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { MEMBERS, NAMED_PARTIES, OFFICIAL, POSTS, UNLISTED_STAFF, VIA } from '../../ledger/queries/reconcile/told.ts';
import type { Account } from '../../reconcile/account.ts';
import { type MembershipRow, type NamedParty, PostBook, type PostRow, References } from '../../reconcile/references.ts';
import type { CaseFiles } from '../files/index.ts';
import { accountsOfEntries } from './disclosure-entries.ts';
import { accountsOfRows } from './disclosure-rows.ts';

export interface DisclosuresSummary {
  readonly disclosures: number;
  /** Given after the case's asOf: they do not exist yet, and have no state. */
  readonly notYetGiven: number;
  /** Rows of a file that is loaded more than once. */
  readonly repeated: number;
}

/** Who is meant by what case files refer to, from the ledger. */
export async function readReferences(ledger: Ledger): Promise<References> {
  return new References(await ledger.rows<MembershipRow>(MEMBERS), await ledger.rows<NamedParty>(NAMED_PARTIES));
}

/** Accounts each once: the same file loaded twice tells of nothing twice. */
function distinct(accounts: readonly Account[]): Account[] {
  const seen = new Set<bigint>();
  // Two equal entries of disclosures.yaml are two: somebody wrote both.
  return accounts.filter((a) => a.record === null || (!seen.has(a.id) && seen.add(a.id)));
}

async function write(ledger: Ledger, accounts: readonly Account[]): Promise<void> {
  await ledger.append('disclosure', accounts.length, {
    disclosure_no: accounts.map((_, i) => i),
    id: accounts.map((a) => a.id),
    record_no: accounts.map((a) => a.record),
    entry: accounts.map((a) => a.entry),
    channels: accounts.map((a) => a.ways),
    earliest: accounts.map((a) => a.earliest),
    latest: accounts.map((a) => a.latest),
    precision: accounts.map((a) => a.precision),
    given: accounts.map((a) => a.given),
    audience: accounts.map((a) => a.audience),
    capacity: accounts.map((a) => a.capacity),
    nil: accounts.map((a) => a.nil),
    text: accounts.map((a) => a.text),
  });
  const parties = accounts.flatMap((a, disclosure) => a.parties.map((p) => ({ ...p, disclosure })));
  await ledger.append('disclosure_party', parties.length, {
    disclosure_no: parties.map((p) => p.disclosure),
    party_no: parties.map((p) => p.party),
    discloser: parties.map((p) => p.discloser),
    grade: parties.map((p) => p.grade),
    address_no: parties.map((p) => (p.address === -1 ? null : p.address)),
    via_organisation: parties.map((p) => p.viaOrganisation),
  });
}

/** Admits unlisted people of an organisation where a disclosure names it without saying who. */
async function addUnlisted(
  ledger: Ledger,
  accounts: readonly Account[],
  files: CaseFiles,
  references: References,
): Promise<void> {
  const via = accounts.flatMap((a, disclosure) => a.openOrganisations.map((o) => `${disclosure} ${o}`));
  const official = files.people.organisations.flatMap((o) => {
    const party = references.party(o.id)?.party_no;
    const domains = o.domains.map((domain) => normalizeMail(`x@${domain.value}`).slice(2));
    return party === undefined ? [] : domains.map((domain) => `${party} ${domain}`);
  });
  await ledger.run(VIA, { lines: via.join('\n') });
  await ledger.run(OFFICIAL, { lines: official.join('\n') });
  await ledger.run(UNLISTED_STAFF);
}

/**
 * Fills disclosure and disclosure_party from record, participant, alias, tenure and membership, and disclosures.yaml.
 * @param asOf the case's "now", epoch seconds UTC; only counted by here
 */
export async function disclosuresStage(ledger: Ledger, files: CaseFiles, asOf: number): Promise<DisclosuresSummary> {
  const references = await readReferences(ledger);
  const posts = new PostBook(await ledger.rows<PostRow>(POSTS));
  const told = [
    ...(await accountsOfRows(ledger, files, references, posts)),
    ...accountsOfEntries(files, references, posts),
  ];
  const accounts = distinct(told);
  await write(ledger, accounts);
  await addUnlisted(ledger, accounts, files, references);
  return {
    disclosures: accounts.length,
    notYetGiven: accounts.filter((a) => a.given !== null && a.given > asOf).length,
    repeated: told.length - accounts.length,
  };
}
