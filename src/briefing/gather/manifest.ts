/** The manifest of a briefing, key by key from its allow-list. */
import { versions } from 'node:process';
import { sha256 } from '../../bytes/hash.ts';
import { formatDecision } from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import { tableHashes } from '../../case/table-hash.ts';
import { PROGRAM } from '../../model/program.ts';
import type { Manifest, ManifestPassage, ManifestSource, Stated } from '../manifest.ts';

/** Puts the manifest together. */
export async function manifestOf(
  { ledger, files }: Pick<OpenCase, 'ledger' | 'files'>,
  sources: readonly ManifestSource[],
  passages: readonly ManifestPassage[],
  stated: readonly Stated[],
): Promise<Manifest> {
  return {
    format: 'backchannel manifest',
    version: 1,
    program: PROGRAM.name,
    programVersion: PROGRAM.version,
    title: files.case.title,
    asOf: files.case.asOf,
    zone: files.case.zone,
    timeZoneData: versions.tz ?? 'unknown',
    unicode: versions.unicode ?? 'unknown',
    tables: Object.fromEntries(await tableHashes(ledger)),
    sources: sources.map(({ name, sha256: hash, size }) => ({ name, sha256: hash, size })),
    passages: passages.map((passage) => ({
      key: passage.key,
      record: passage.record,
      file: passage.file,
      members: passage.members,
      range: passage.range,
      row: passage.row,
      exactness: passage.exactness,
      sha256: passage.sha256,
      raw: passage.raw,
    })),
    decisions: files.decisions.decisions.map((decision) => sha256(Buffer.from(formatDecision(decision)))),
    stated: stated.map(({ kind, id, text, value, evidence }) => ({ kind, id, text, value, evidence })),
    commitments: [],
  };
}
