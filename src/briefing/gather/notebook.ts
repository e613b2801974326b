/** Collects footnotes while a briefing is put together, in the order in which they are first referred to. */
import type { WhereEntry } from '../../case/files/index.ts';

/** What is to stand behind a number. */
export interface NoteRequest {
  /** In a sentence. */
  readonly what: string;
  /** Id that the program opens; null where there is none. */
  readonly id: string | null;
  /** contact_no, disclosure_no and record_no, and passages that were cited by hand. */
  readonly contacts?: readonly number[];
  readonly disclosures?: readonly number[];
  readonly records?: readonly number[];
  readonly wheres?: readonly WhereEntry[];
  readonly remarks?: readonly string[];
}

/** A footnote whose evidence is not looked up yet. */
export interface OpenNote {
  readonly number: number;
  readonly what: string;
  readonly id: string | null;
  readonly contacts: readonly number[];
  readonly contactsLeftOut: number;
  readonly disclosures: readonly number[];
  readonly records: readonly number[];
  readonly wheres: readonly WhereEntry[];
  readonly remarks: readonly string[];
}

/** Contacts that one footnote lists; more are counted. */
const LISTED = 250;

export class Notebook {
  readonly #notes: OpenNote[] = [];
  readonly #numberOf = new Map<string, number>();

  /**
   * The number of a footnote; what was asked for before keeps its number.
   * @returns from 1
   */
  note(request: NoteRequest): number {
    const key = JSON.stringify(request);
    const known = this.#numberOf.get(key);
    if (known !== undefined) return known;
    const contacts = request.contacts ?? [];
    const number = this.#notes.length + 1;
    this.#notes.push({
      number,
      what: request.what,
      id: request.id,
      contacts: contacts.slice(0, LISTED),
      contactsLeftOut: Math.max(0, contacts.length - LISTED),
      disclosures: (request.disclosures ?? []).slice(0, LISTED),
      records: (request.records ?? []).slice(0, LISTED),
      wheres: request.wheres ?? [],
      remarks: request.remarks ?? [],
    });
    this.#numberOf.set(key, number);
    return number;
  }

  /** All of them, in order. */
  notes(): readonly OpenNote[] {
    return this.#notes;
  }
}
