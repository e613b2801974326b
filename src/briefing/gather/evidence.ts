/** Looks up what stands behind the footnotes of a briefing: contacts, disclosures, and passages of sources. */
import type { WhereEntry } from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import { type ContactView, contactList, type EndView } from '../../case/views/contacts.ts';
import { type DisclosureView, disclosureList, partiesText } from '../../case/views/disclosures.ts';
import { DISCLOSURES, WITNESSES } from '../../ledger/queries/citations/cited.ts';
import type { Note } from '../briefing.ts';
import type { CitedContact, CitedDisclosure } from '../cited.ts';
import { cutLine, cutOrNull } from '../cut.ts';
import type { ManifestSource } from '../manifest.ts';
import { handCited } from './hand-cited.ts';
import type { OpenNote } from './notebook.ts';
import { CitedFiles, type ReadPassage, recordPassages } from './passages.ts';

/** Passages that are printed with their words. */
const PRINTED = 800;
/** Parties that are named at one end of a contact. */
const ENDS = 8;

/** Everything that footnotes lead to. */
export interface Evidence {
  readonly notes: readonly Note[];
  readonly contacts: readonly CitedContact[];
  readonly disclosures: readonly CitedDisclosure[];
  readonly passages: readonly ReadPassage[];
  readonly sources: readonly ManifestSource[];
}

/** Numbers in the order in which notes first refer to them. */
function firstSeen(notes: readonly OpenNote[], of: (note: OpenNote) => readonly number[]): number[] {
  return [...new Set(notes.flatMap(of))];
}

function endNames(ends: readonly EndView[]): string[] {
  const shown = ends.slice(0, ENDS).map(({ parties }) => cutLine(parties.join(' or ')));
  return ends.length > ENDS ? [...shown, `and ${ends.length - ENDS} more`] : shown;
}

function citedContact(view: ContactView, passages: readonly string[]): CitedContact {
  return {
    id: view.id,
    time: view.time,
    channel: view.channel,
    from: endNames(view.from),
    to: endNames(view.to),
    duration: view.duration,
    subject: cutOrNull(view.subject),
    state: view.state,
    grade: view.grade,
    flags: view.flags,
    passages,
  };
}

function citedDisclosure(view: DisclosureView, passages: readonly string[]): CitedDisclosure {
  return {
    id: view.id,
    disclosers: partiesText(view.disclosers),
    counterparts: partiesText(view.counterparts),
    time: view.time,
    channels: view.channels,
    given: view.given,
    audience: view.audience,
    state: view.state,
    text: cutOrNull(view.text),
    entry: view.citation === null ? (view.entry ?? 'coded by hand') : null,
    passages,
  };
}

/** Gives keys S1, S2, … in the order of asking. */
class Keys {
  #last = 0;

  next(): string {
    this.#last += 1;
    return `S${this.#last}`;
  }
}

/** record_no of contacts and disclosures. */
async function recordsOf(
  open: Pick<OpenCase, 'ledger'>,
  contacts: readonly number[],
  disclosures: readonly number[],
): Promise<{ readonly contact: Map<number, number[]>; readonly disclosure: Map<number, number> }> {
  const pairs =
    contacts.length === 0
      ? []
      : await open.ledger.rows<{ contact_no: number; record_no: number }>(WITNESSES, { numbers: contacts.join('\n') });
  const told =
    disclosures.length === 0
      ? []
      : await open.ledger.rows<{ disclosure_no: number; record_no: number | null }>(DISCLOSURES, {
          numbers: disclosures.join('\n'),
        });
  const contact = new Map<number, number[]>();
  for (const { contact_no, record_no } of pairs)
    contact.set(contact_no, [...(contact.get(contact_no) ?? []), record_no]);
  return {
    contact,
    disclosure: new Map(
      told.flatMap(({ disclosure_no: no, record_no }) => (record_no === null ? [] : [[no, record_no]])),
    ),
  };
}

/** Where the entry of disclosures.yaml stands that a disclosure was made of. */
function whereOf({ files }: Pick<OpenCase, 'files'>, view: DisclosureView): WhereEntry[] {
  if (view.citation !== null || view.entry === null) return [];
  const where = files.disclosures.disclosures.find(({ id }) => id === view.entry)?.where;
  return where === undefined ? [] : [where];
}

/**
 * Looks up all evidence of some notes, in the order in which they stand.
 * @param spoolDir where members of archives that are too large for memory go
 * @throws CaseError when a source is gone or was changed since it was taken in
 */
export async function evidenceOf(
  open: OpenCase,
  notes: readonly OpenNote[],
  spoolDir: string | null,
): Promise<Evidence> {
  const contactViews = await contactList(
    open,
    firstSeen(notes, (note) => note.contacts),
  );
  const disclosureViews = await disclosureList(
    open,
    firstSeen(notes, (note) => note.disclosures),
  );
  const contactOf = new Map(contactViews.map((view) => [view.no, view]));
  const disclosureOf = new Map(disclosureViews.map((view) => [view.no, view]));
  const records = await recordsOf(open, [...contactOf.keys()], [...disclosureOf.keys()]);
  const keys = new Keys();
  const keyOf = new Map<number, string>();
  const wheres = new Map<string, { readonly where: WhereEntry; keys: readonly string[] }>();
  const read = new CitedFiles(open);
  const byHand: ReadPassage[] = [];
  const recordKey = (record: number): string => {
    const known = keyOf.get(record);
    if (known !== undefined) return known;
    keyOf.set(record, keys.next());
    return keyOf.get(record)!;
  };
  const whereKeys = async (places: readonly WhereEntry[]): Promise<string[]> => {
    const found: string[] = [];
    for (const where of places) {
      const text = JSON.stringify(where);
      if (!wheres.has(text)) {
        const [passages] = await handCited(open, [where], read, () => keys.next(), spoolDir);
        byHand.push(...passages!);
        wheres.set(text, { where, keys: passages!.map(({ shown }) => shown.key) });
      }
      found.push(...wheres.get(text)!.keys);
    }
    return found;
  };
  const contacts = new Map<number, CitedContact>();
  const disclosures = new Map<number, CitedDisclosure>();
  const closed: Note[] = [];
  for (const note of notes) {
    for (const no of note.contacts)
      if (!contacts.has(no) && contactOf.has(no))
        contacts.set(no, citedContact(contactOf.get(no)!, (records.contact.get(no) ?? []).map(recordKey)));
    for (const no of note.disclosures) {
      const view = disclosureOf.get(no);
      if (disclosures.has(no) || view === undefined) continue;
      const record = records.disclosure.get(no);
      const passages = record === undefined ? await whereKeys(whereOf(open, view)) : [recordKey(record)];
      disclosures.set(no, citedDisclosure(view, passages));
    }
    const own = [...note.records.map(recordKey), ...(await whereKeys(note.wheres))];
    closed.push({
      number: note.number,
      what: note.what,
      id: note.id,
      contacts: note.contacts.flatMap((no) => contacts.get(no)?.id ?? []),
      disclosures: note.disclosures.flatMap((no) => disclosures.get(no)?.id ?? []),
      passages: own,
      contactsLeftOut: note.contactsLeftOut,
      remarks: note.remarks,
    });
  }
  const ofRecords = await recordPassages(open, keyOf, read, PRINTED, spoolDir);
  const place = ({ shown }: ReadPassage): number => Number(shown.key.slice(1));
  return {
    notes: closed,
    contacts: [...contacts.values()],
    disclosures: [...disclosures.values()],
    passages: [...ofRecords.values(), ...byHand].sort((a, b) => place(a) - place(b)),
    sources: read.sources(),
  };
}
