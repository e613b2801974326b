/** Disclosures as rows, each with what the records show of it. */
import { COVERAGE_LEVELS, type CoverageLevel } from '../../coverage/account.ts';
import {
  DISCLOSURE_PARTIES,
  DISCLOSURE_ROWS,
  type DisclosurePartyRow,
  type DisclosureRow,
} from '../../ledger/queries/views/disclosures.ts';
import { CHANNELS, type Channel } from '../../model/definition.ts';
import { GRADES, type Grade } from '../../model/finding.ts';
import { idText } from '../../model/ids.ts';
import { DISCLOSURE_STATES, type DisclosureState } from '../../model/state.ts';
import { dayOf } from '../../reconcile/days.ts';
import type { DisclosureEntry } from '../files/index.ts';
import { shortIds } from '../locate.ts';
import { type CitationView, citationsOfRecords } from './citations.ts';
import { type ContactView, contactList, type ViewedCase } from './contacts.ts';
import { type When, whenText } from './time.ts';

/** A party that a disclosure names or may mean. */
export interface DisclosurePartyView {
  readonly party: string;
  readonly name: string;
  readonly grade: Grade;
  /** Meant through its organisation alone. */
  readonly viaOrganisation: boolean;
}

/** A disclosure. */
export interface DisclosureView {
  readonly no: number;
  /** Whole id. */
  readonly id: string;
  readonly shortId: string;
  /** Id in disclosures.yaml; null for rows of sources. */
  readonly entry: string | null;
  readonly disclosers: readonly DisclosurePartyView[];
  readonly counterparts: readonly DisclosurePartyView[];
  readonly time: When;
  /** Ways that it can mean. */
  readonly channels: readonly Channel[];
  /** Day on which it was given, YYYY-MM-DD; of an entry that tells no day its month or year; null unknown. */
  readonly given: string | null;
  readonly audience: string;
  /** Contacts that it can cover; null: all in its period. */
  readonly capacity: number | null;
  readonly nil: boolean;
  readonly text: string | null;
  /** Null where it was given after the case's asOf, and so does not exist yet. */
  readonly state: DisclosureState | null;
  /** How well the records reach what it tells where no contact fits it; null: they do not reach it, or one fits. */
  readonly coverage: CoverageLevel | null;
  /** The contact that it was matched with, or one that it fits. */
  readonly contact: ContactView | null;
  /** Null for an entry of disclosures.yaml. */
  readonly citation: CitationView | null;
}

const PAGE = 500;

function partyView(row: DisclosurePartyRow): DisclosurePartyView {
  return { party: row.key, name: row.name, grade: GRADES[row.grade]!, viaOrganisation: row.via_organisation };
}

/** Entries that tell no day on which they were given, with their month or year: its first day would be invented. */
function coarseDays(entries: readonly DisclosureEntry[]): ReadonlyMap<string, string> {
  const coarse = entries.filter(({ id, given }) => id !== undefined && /^\d{4}(?:-\d\d)?$/.test(given));
  return new Map(coarse.map(({ id, given }) => [id!, given]));
}

async function page(open: ViewedCase, numbers: readonly number[]): Promise<DisclosureView[]> {
  const { ledger, files } = open;
  const asked = { numbers: numbers.join('\n') };
  const rows = await ledger.rows<DisclosureRow>(DISCLOSURE_ROWS, asked);
  const parties = Map.groupBy(
    await ledger.rows<DisclosurePartyRow>(DISCLOSURE_PARTIES, asked),
    (row) => row.disclosure_no,
  );
  const short = await shortIds(
    ledger,
    'disclosure',
    rows.map(({ id }) => id),
  );
  const cited = await citationsOfRecords(
    open,
    rows.flatMap(({ record_no }) => record_no ?? []),
  );
  const contacts = await contactList(open, [...new Set(rows.flatMap(({ contact_no }) => contact_no ?? []))]);
  const contactOf = new Map(contacts.map((contact) => [contact.no, contact]));
  const { zone } = files.case;
  const coarse = coarseDays(files.disclosures.disclosures);
  const views = rows.map((row): DisclosureView => {
    const of = parties.get(row.disclosure_no) ?? [];
    return {
      no: row.disclosure_no,
      id: idText('disclosure', row.id),
      shortId: short.get(row.id) ?? idText('disclosure', row.id),
      entry: row.entry,
      disclosers: of.filter(({ discloser }) => discloser).map(partyView),
      counterparts: of.filter(({ discloser }) => !discloser).map(partyView),
      time: whenText(row.earliest, row.latest, zone),
      channels: CHANNELS.filter((_, place) => ((row.channels >> place) & 1) === 1),
      given: row.given === null ? null : (coarse.get(row.entry ?? '') ?? dayOf(zone, row.given)),
      audience: row.audience,
      capacity: row.capacity,
      nil: row.nil,
      text: row.text,
      state: row.state === null ? null : DISCLOSURE_STATES[row.state]!,
      coverage: row.coverage === null ? null : COVERAGE_LEVELS[row.coverage]!,
      contact: row.contact_no === null ? null : (contactOf.get(row.contact_no) ?? null),
      citation: row.record_no === null ? null : (cited.get(row.record_no) ?? null),
    };
  });
  const byNumber = new Map(views.map((view) => [view.no, view]));
  return numbers.flatMap((no) => byNumber.get(no) ?? []);
}

/**
 * Disclosures in the order of some numbers, page by page: a fixed number of queries a page.
 * @param numbers disclosure_no
 */
export async function* disclosureViews(open: ViewedCase, numbers: ArrayLike<number>): AsyncGenerator<DisclosureView> {
  for (let from = 0; from < numbers.length; from += PAGE)
    yield* await page(
      open,
      Array.from({ length: Math.min(PAGE, numbers.length - from) }, (_, i) => numbers[from + i]!),
    );
}

/** The same for a few, at once. */
export async function disclosureList(open: ViewedCase, numbers: readonly number[]): Promise<DisclosureView[]> {
  const views: DisclosureView[] = [];
  for await (const view of disclosureViews(open, numbers)) views.push(view);
  return views;
}

/** Where a disclosure stands, on one line. */
export function disclosurePlace({ citation, entry }: DisclosureView): string {
  return citation?.text ?? `disclosures.yaml${entry === null ? '' : `, ${entry}`}`;
}

/** Parties with their doubts: `contractor-director (probable)`; those meant through their organisation only are counted. */
export function partiesText(parties: readonly DisclosurePartyView[], most = 4): string {
  const named = parties.filter(({ viaOrganisation }) => !viaOrganisation);
  const shown = (named.length === 0 ? parties : named).slice(0, most);
  const more = (named.length === 0 ? parties : named).length - shown.length;
  const text = shown.map(({ party, grade }) => (grade === 'certain' ? party : `${party} (${grade})`)).join(', ');
  return more > 0 ? `${text} and ${more} more` : text;
}
