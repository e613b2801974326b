/**
 * The manifest of a briefing: what a stranger needs to check it. It is put together key by key from this list, never
 * copied from a case file, so that nothing leaves the case that is not named here.
 */
import type { Exactness } from '../model/citation.ts';

/** A source that the briefing cites. */
export interface ManifestSource {
  /** Name as the briefing shows it; of a protected one its number alone. The checker finds files by their hash. */
  readonly name: string;
  /** Of the whole file, lower-case hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** One step into an archive. */
export interface ManifestMember {
  readonly member: string;
  readonly method: 'zip' | 'tar' | 'gzip';
}

/** A passage that the briefing cites. */
export interface ManifestPassage {
  readonly key: string;
  readonly record: string | null;
  /** SHA-256 of the whole file. */
  readonly file: string;
  /** From the file to the member that is cited; empty for the file itself; null where names of members are withheld. */
  readonly members: readonly ManifestMember[] | null;
  readonly range: readonly [offset: number, length: number] | null;
  readonly row: number | null;
  readonly exactness: Exactness;
  /** Of the cited bytes; null where there are none, or it is redacted. */
  readonly sha256: string | null;
  /** The first of the cited bytes as UTF-8; null where they are not shown. */
  readonly raw: string | null;
}

/** A redacted value: HMAC-SHA-256 under a key of its own that stays in the case. */
export interface Commitment {
  readonly field: string;
  /** Lower-case hex. */
  readonly hmac: string;
}

/** What the briefing says, in short: what a later one is compared with. */
export interface Stated {
  readonly kind: 'answer' | 'finding' | 'statement' | 'told count';
  readonly id: string;
  readonly text: string;
  /** Bounds, verdict, or bounds and status. */
  readonly value: string;
  /** Hash of the evidence of a finding; null elsewhere. */
  readonly evidence: string | null;
}

export interface Manifest {
  readonly format: 'backchannel manifest';
  readonly version: 1;
  readonly program: string;
  readonly programVersion: string;
  readonly title: string;
  readonly asOf: string;
  readonly zone: string;
  /** Versions of the data that days and names are reckoned by. */
  readonly timeZoneData: string;
  readonly unicode: string;
  /** SHA-256 over the rows of each table of the ledger in key order: a rebuild gives the same. */
  readonly tables: Readonly<{ [table: string]: string }>;
  readonly sources: readonly ManifestSource[];
  readonly passages: readonly ManifestPassage[];
  /** Decisions of people that the ledger follows: the SHA-256 of each line of decisions.jsonl. */
  readonly decisions: readonly string[];
  /** Empty where it is redacted: ids follow from names. */
  readonly stated: readonly Stated[];
  readonly commitments: readonly Commitment[];
}

/** The manifest as a file: with the hashes of the files that it belongs to. */
export interface ManifestFile extends Manifest {
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly size: number }[];
}
