/** Contacts as rows for tables, exports and the workbench. */
import type { Ledger } from '../../ledger/ledger.ts';
import {
  CONTACT_ENDS,
  CONTACT_ROWS,
  type ContactEndRow,
  type ContactRow,
} from '../../ledger/queries/views/contacts.ts';
import { CHANNELS, type Channel, DIRECTNESS, type Directness } from '../../model/definition.ts';
import { GRADES, type Grade } from '../../model/finding.ts';
import { idText } from '../../model/ids.ts';
import { FLAG } from '../../model/record.ts';
import { CONTACT_STATES, type ContactState } from '../../model/state.ts';
import { shortIds } from '../locate.ts';
import type { OpenCase } from '../open.ts';
import { type CitationView, citationsOfContacts } from './citations.ts';
import { instantText, type When, whenText } from './time.ts';

/** One address in a contact. */
export interface EndView {
  /** Keys of the parties whose it may be: one, or several that are alternatives. */
  readonly parties: readonly string[];
  readonly names: readonly string[];
  readonly directness: Directness;
  readonly grade: Grade;
}

/** A contact. */
export interface ContactView {
  readonly no: number;
  /** Whole id. */
  readonly id: string;
  /** Shortest id that no other contact has; the whole one where short ones were not asked for. */
  readonly shortId: string;
  readonly time: When;
  /** Latest instant that it can have been, where that is another; null otherwise. */
  readonly until: When;
  readonly channel: Channel;
  /** Who began it; empty where nobody did. */
  readonly from: readonly EndView[];
  /** The others, nearest first. */
  readonly to: readonly EndView[];
  /** Seconds; null: unknown or none. */
  readonly duration: number | null;
  /** State by the headline rule; null where no duty and no rule concerns it. */
  readonly state: ContactState | null;
  /** disclosure_no that the matching gave it. */
  readonly disclosure: number | null;
  /** Weakest identity in it. */
  readonly grade: Grade;
  readonly subject: string | null;
  /** Names of FLAG. */
  readonly flags: readonly string[];
  /** How its witnesses were found to be of one event; `single` for one. */
  readonly rule: string;
  readonly witnesses: readonly CitationView[];
}

/** Contacts that are read at once. */
const PAGE = 1000;

function endsOf(rows: readonly ContactEndRow[]): readonly EndView[] {
  const byAddress = Map.groupBy(rows, (row) => row.address_no);
  const seen = new Set<string>();
  return [...byAddress.values()].flatMap((of): EndView[] => {
    const parties = of.map((row) => row.key);
    const text = parties.join('\n');
    if (seen.has(text)) return [];
    seen.add(text);
    const directness = DIRECTNESS[Math.min(...of.map((row) => row.directness))]!;
    const grade = GRADES[Math.min(...of.map((row) => row.grade))]!;
    return [{ parties, names: of.map((row) => row.name), directness, grade }];
  });
}

function viewOf(
  row: ContactRow,
  ends: readonly ContactEndRow[],
  witnesses: readonly CitationView[],
  shortId: string,
  zone: string,
): ContactView {
  const [from, to] = [endsOf(ends.filter((end) => end.begun)), endsOf(ends.filter((end) => !end.begun))];
  const weakest = Math.max(0, ...[...from, ...to].map(({ grade }) => GRADES.indexOf(grade)));
  return {
    no: row.contact_no,
    id: idText('contact', row.id),
    shortId,
    time: whenText(row.earliest, row.latest, zone),
    until: row.latest === null || row.latest === row.earliest ? null : instantText(row.latest, zone),
    channel: CHANNELS[row.channel]!,
    from,
    to,
    duration: row.duration,
    state: row.state === null ? null : CONTACT_STATES[row.state]!,
    disclosure: row.disclosure_no,
    grade: GRADES[weakest]!,
    subject: row.subject,
    flags: Object.entries(FLAG).flatMap(([name, bit]) => ((row.flags & bit) !== 0 ? [name] : [])),
    rule: row.rule ?? 'single',
    witnesses,
  };
}

/** What the views need of an open case. */
export type ViewedCase = Pick<OpenCase, 'ledger' | 'files'>;

async function page(open: ViewedCase, numbers: readonly number[], isShort: boolean): Promise<ContactView[]> {
  const { ledger, files } = open;
  const asked = { numbers: numbers.join('\n') };
  const rows = await ledger.rows<ContactRow>(CONTACT_ROWS, asked);
  const ends = Map.groupBy(await ledger.rows<ContactEndRow>(CONTACT_ENDS, asked), (end) => end.contact_no);
  const cited = await citationsOfContacts(open, numbers);
  const short = await shortOf(
    ledger,
    rows.map(({ id }) => id),
    isShort,
  );
  const views = rows.map((row) => {
    const { contact_no: no, id } = row;
    return viewOf(
      row,
      ends.get(no) ?? [],
      cited.get(no) ?? [],
      short.get(id) ?? idText('contact', id),
      files.case.zone,
    );
  });
  const byNumber = new Map(views.map((view) => [view.no, view]));
  return numbers.flatMap((no) => byNumber.get(no) ?? []);
}

async function shortOf(ledger: Ledger, ids: readonly bigint[], isShort: boolean): Promise<ReadonlyMap<bigint, string>> {
  return isShort ? shortIds(ledger, 'contact', ids) : new Map();
}

/**
 * Contacts in the order of some numbers, page by page: a fixed number of queries a page.
 * @param numbers contact_no
 * @param isShort whether ids are shortened, which costs one more query a page
 */
export async function* contactViews(
  open: ViewedCase,
  numbers: ArrayLike<number>,
  isShort = true,
): AsyncGenerator<ContactView> {
  for (let from = 0; from < numbers.length; from += PAGE) {
    const some = Array.from({ length: Math.min(PAGE, numbers.length - from) }, (_, i) => numbers[from + i]!);
    yield* await page(open, some, isShort);
  }
}

/** The same for a few contacts, at once. */
export async function contactList(open: ViewedCase, numbers: readonly number[]): Promise<ContactView[]> {
  const views: ContactView[] = [];
  for await (const view of contactViews(open, numbers)) views.push(view);
  return views;
}

/** Ends as one text: alternatives with `or`, several ends with commas; the first few of many. */
export function endsText(ends: readonly EndView[], most = 4): string {
  const shown = ends.slice(0, most).map(({ parties }) => parties.join(' or '));
  const more = ends.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
