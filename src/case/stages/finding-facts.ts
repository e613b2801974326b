/** What the case files say that detectors ask about, as temporary tables: official domains and numbers, official calendars. */
import { normalizeAddress } from '../../identity/normalize.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  CALENDAR_SPAN,
  OFFICIAL_DOMAIN,
  OFFICIAL_NUMBER,
  PERSONAL_NUMBER,
} from '../../ledger/queries/detectors/facts.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import { ALWAYS, type References } from '../../reconcile/references.ts';
import { wayBits } from '../../reconcile/ways.ts';
import { type CaseFiles, type OfficialEntry, resolveDay } from '../files/index.ts';

function spanOf(files: CaseFiles, held: { readonly from?: string; readonly to?: string }): [from: number, to: number] {
  const { zone } = files.case;
  const first = held.from === undefined ? null : (resolveDay(files, held.from)?.first ?? null);
  const last = held.to === undefined ? null : (resolveDay(files, held.to)?.last ?? null);
  return [first === null ? ALWAYS.from : startOfDay(zone, first), last === null ? ALWAYS.to : endOfDay(zone, last)];
}

/** An organisation and those that it is part of: what is official there is official for who works here. */
function withParents(files: CaseFiles, id: string): string[] {
  const parents = new Map(files.people.organisations.map((o) => [o.id, o.parent]));
  const all: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !all.includes(at); at = parents.get(at)) all.push(at);
  return all;
}

/** One line for each official entry of each organisation, those of what it is part of included. */
function officialLines(
  files: CaseFiles,
  references: References,
  entries: 'domains' | 'numbers',
  norm: (entry: OfficialEntry) => string,
): string[] {
  const byId = new Map(files.people.organisations.map((o) => [o.id, o]));
  return files.people.organisations.flatMap(({ id }) => {
    const party = references.party(id)?.party_no;
    if (party === undefined) return [];
    return withParents(files, id)
      .flatMap((one) => byId.get(one)?.[entries] ?? [])
      .map((entry) => `${party} ${norm(entry)} ${spanOf(files, entry).join(' ')}`);
  });
}

/** Numbers that people.yaml gives to persons: a list that holds one of them lists lines, not only a switchboard. */
function personalNumbers(files: CaseFiles): string[] {
  return files.people.parties
    .flatMap(({ aliases }) => aliases.filter(({ kind }) => kind === 'phone'))
    .map(({ address, region }) => normalizeAddress('phone', address, region ?? null).replaceAll(' ', ''));
}

/** Days and ways that disclosed sources declare to reach, with whose disclosures these are. */
function calendarLines(files: CaseFiles, references: References): string[] {
  return files.case.sources.flatMap((source) => {
    const { covers } = source;
    if (covers === undefined) return [];
    const [from, to] = spanOf(files, covers);
    return covers.disclosers
      .flatMap((reference) => references.members(reference))
      .map((m) =>
        [JSON.stringify(source.path), m.party, wayBits(covers.kinds), Math.max(from, m.from), Math.min(to, m.to)].join(
          '\t',
        ),
      );
  });
}

/** Writes official_domain, official_number, personal_number and calendar_span. */
export async function writeFacts(ledger: Ledger, files: CaseFiles, references: References): Promise<void> {
  const domain = ({ value }: OfficialEntry): string => normalizeAddress('mail', `x@${value}`, null).slice(2);
  const number = ({ value }: OfficialEntry): string => normalizeAddress('phone', value, null).replaceAll(' ', '');
  await ledger.run(OFFICIAL_DOMAIN, { lines: officialLines(files, references, 'domains', domain).join('\n') });
  await ledger.run(OFFICIAL_NUMBER, { lines: officialLines(files, references, 'numbers', number).join('\n') });
  await ledger.run(PERSONAL_NUMBER, { lines: personalNumbers(files).join('\n') });
  await ledger.run(CALENDAR_SPAN, { lines: calendarLines(files, references).join('\n') });
}
