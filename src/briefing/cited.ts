/** What footnotes lead to: contacts, disclosures, and the passages of sources in which they stand. */
import type { Exactness } from '../model/citation.ts';
import type { Channel } from '../model/definition.ts';
import type { Grade } from '../model/finding.ts';

/** A contact that a footnote lists. */
export interface CitedContact {
  /** Whole id: cite and explain of the program open it. */
  readonly id: string;
  /** ISO 8601 with offset, a day, month or year, or an interval A/B; null unknown. */
  readonly time: string | null;
  readonly channel: Channel;
  /** Keys of parties; alternatives joined by "or". */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Seconds. */
  readonly duration: number | null;
  readonly subject: string | null;
  /** By the headline rule; null where nobody is asked. */
  readonly state: string | null;
  readonly grade: Grade;
  /** What is particular about it: quoted, told in a report, and the like. */
  readonly flags: readonly string[];
  /** Keys of the passages that witness it. */
  readonly passages: readonly string[];
}

/** A disclosure that a footnote lists. */
export interface CitedDisclosure {
  readonly id: string;
  readonly disclosers: string;
  readonly counterparts: string;
  readonly time: string | null;
  readonly channels: readonly Channel[];
  /** YYYY-MM-DD, or the month or year where no day is told. */
  readonly given: string | null;
  readonly audience: string;
  readonly state: string | null;
  readonly text: string | null;
  /** Where an entry of disclosures.yaml is meant, its id in words; null where a passage is cited. */
  readonly entry: string | null;
  readonly passages: readonly string[];
}

/** A passage of a source. */
export interface CitedPassage {
  /** S1, S2, … in the order in which they are first referred to. */
  readonly key: string;
  /** Whole id of the record; null for a passage that somebody cited by hand. */
  readonly record: string | null;
  /** Name of the source; of a protected one its number alone. */
  readonly source: string;
  /** SHA-256 of the whole file, lower-case hex; empty where it could not be read. */
  readonly file: string;
  /** Path of the citation, such as member("box/1.",tar)/range(0,812). */
  readonly path: string;
  /** Bytes from the start of the file or archive member, and how many; null where there are none to show. */
  readonly range: readonly [offset: number, length: number] | null;
  /** Row of a table from 1; null where there are none. */
  readonly row: number | null;
  /** Page or section, where somebody gave it by hand. */
  readonly place: string | null;
  readonly exactness: Exactness;
  /** SHA-256 of the cited bytes, lower-case hex; null where there are none. */
  readonly sha256: string | null;
  /** The first of the cited bytes as UTF-8, as they stand; null where there are none, or they are not shown. */
  readonly raw: string | null;
  /** As people read it; null where it is not shown. */
  readonly excerpt: string | null;
  /** Characters of the readable form that are not in the excerpt. */
  readonly cut: number;
  /** Lines before and after. */
  readonly before: string | null;
  readonly after: string | null;
  readonly bates: string | null;
  /** Why something is not shown: protected, changed since, not there; null else. */
  readonly withheld: string | null;
}
