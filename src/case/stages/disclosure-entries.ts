/** Entries of disclosures.yaml as accounts. */
import { hash64 } from '../../bytes/hash.ts';
import { GRADES } from '../../model/finding.ts';
import { PRECISIONS, type Precision } from '../../model/time.ts';
import { type Account, onceEach } from '../../reconcile/account.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import type { PostBook, References } from '../../reconcile/references.ts';
import type { DisclosureParty } from '../../reconcile/told.ts';
import { wayBits } from '../../reconcile/ways.ts';
import { type CaseFiles, type Days, type DisclosureEntry, parseDay, resolvePeriod } from '../files/index.ts';
import { givenAt } from './disclosure-rows.ts';

const CERTAIN = GRADES.indexOf('certain');

/** A day, a whole month or year, or something between. */
function precisionOf({ from, to }: Days): Precision {
  if (from === null || to === null) return 'unknown';
  if (from === to) return 'day';
  const whole = (written: string): boolean => parseDay(written)?.first === from && parseDay(written)?.last === to;
  if (whole(from.slice(0, 7))) return 'month';
  return whole(from.slice(0, 4)) ? 'year' : 'range';
}

/** People of a group, or of an organisation, are named through it only. */
function partiesOf(
  reference: string,
  discloser: boolean,
  span: readonly [number | null, number | null],
  references: References,
  posts: PostBook,
): DisclosureParty[] {
  const party = references.party(reference);
  const named = (p: number, viaOrganisation: boolean): DisclosureParty => ({
    party: p,
    discloser,
    grade: CERTAIN,
    address: -1,
    viaOrganisation,
  });
  if (party === undefined) return [...references.during([reference], ...span)].map((p) => named(p, true));
  const staff = party.kind === 'organisation' ? posts.holders(party.party_no, ...span) : [];
  return [named(party.party_no, false), ...staff.map((p) => named(p, true))];
}

function accountOf(
  entry: DisclosureEntry,
  files: CaseFiles,
  references: References,
  posts: PostBook,
): Omit<Account, 'id'> {
  const { zone } = files.case;
  const days = resolvePeriod(files, entry.period);
  const earliest = days.from === null ? null : startOfDay(zone, days.from);
  const latest = days.to === null ? null : endOfDay(zone, days.to);
  const organisations = entry.with.map((reference) => references.party(reference));
  const both = (list: readonly string[], discloser: boolean): DisclosureParty[] =>
    list.flatMap((reference) => partiesOf(reference, discloser, [earliest, latest], references, posts));
  return {
    record: null,
    entry: entry.id ?? null,
    ways: wayBits(entry.channels),
    earliest,
    latest,
    precision: PRECISIONS.indexOf(precisionOf(days)),
    given: givenAt(entry.given, zone),
    audience: entry.audience,
    capacity: entry.count === 'several' ? null : entry.count,
    nil: false,
    text: entry.topics.length > 0 ? entry.topics.join('; ') : (entry.note ?? null),
    parties: onceEach([...both(entry.by, true), ...both(entry.with, false)]),
    openOrganisations: organisations.flatMap((party) => (party?.kind === 'organisation' ? [party.party_no] : [])),
  };
}

/** Entries as accounts, in the order of their ids, so that their order in the file does not matter. */
export function accountsOfEntries(files: CaseFiles, references: References, posts: PostBook): Account[] {
  const seen = new Map<string, number>();
  const accounts = files.disclosures.disclosures.map((entry) => {
    // Somebody who writes one entry twice tells of two contacts.
    const text = JSON.stringify(entry);
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return { ...accountOf(entry, files, references, posts), id: hash64(JSON.stringify(['disclosure', text, before])) };
  });
  return accounts.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
