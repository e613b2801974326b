/** A passage that tells of a contact, followed: its entry in reports.yaml, and what stands where that points. */
import { sha256 } from '../../bytes/hash.ts';
import type { Input } from '../../bytes/input.ts';
import type { CitedRow } from '../../ledger/queries/citations/cited.ts';
import { idText } from '../../model/ids.ts';
import { CaseError } from '../error.ts';
import type { CaseFiles } from '../files/index.ts';
import type { WhereEntry } from '../files/words/where.ts';
import type { Cited } from './cited.ts';
import { type Passage, type PassageCase, passageOf } from './passage.ts';
import { PassageFiles } from './passage-files.ts';

/** Format of the source that reports.yaml is in the ledger. */
export const REPORTS_FORMAT = 'reports';

const HIDDEN = '(protected)';
const AROUND = 300;

/** What the ledger keeps of the place that an entry cites. */
interface Kept {
  readonly where: WhereEntry | null;
  /** SHA-256 of the file as it was when the case was built; null when it was not there. */
  readonly file: string | null;
}

/** The place that a record of reports.yaml cites. @param extras of its row */
export function keptPassage(extras: string | null): Kept {
  const { where, passage } = JSON.parse(extras ?? '{}') as { readonly where?: string; readonly passage?: string };
  return { where: where === undefined ? null : (JSON.parse(where) as WhereEntry), file: passage ?? null };
}

/** Text without paths, file names and custodians of protected sources. */
function withoutProtected({ case: { sources } }: CaseFiles, text: string): string {
  const secrets = sources
    .filter((source) => source.protected)
    .flatMap(({ path, custodian }) => [path, path.slice(path.lastIndexOf('/') + 1), custodian ?? ''])
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return secrets.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
}

/** Whether an entry of reports.yaml names what is protected: then its words are not for others. */
export function namesProtected(files: CaseFiles, row: CitedRow, input: Input): boolean {
  if (row.format !== REPORTS_FORMAT || row.record_no === null) return false;
  const text = input.read(row.byte_offset, row.byte_length).toString('utf8');
  return withoutProtected(files, text) !== text;
}

/**
 * The entry of a passage in reports.yaml. Where it names what is protected, that is left out, and no hash is given: of
 * bytes with one unknown word it would give the word away to whoever guesses.
 */
function citedEntry(files: CaseFiles, row: CitedRow, input: Input): Cited {
  const bytes = input.read(row.byte_offset, row.byte_length);
  const text = bytes.toString('utf8');
  const shown = withoutProtected(files, text);
  const whole = shown === text;
  return {
    role: whole ? 'as it is coded' : 'as it is coded, without what is protected',
    id: idText('record', row.id),
    source: row.path,
    path: `range(${row.byte_offset},${row.byte_length})`,
    file: row.file_sha256,
    range: [row.byte_offset, row.byte_length],
    row: null,
    exactness: 'bytes',
    sha256: whole ? sha256(bytes) : null,
    bates: null,
    pieces: () => [Buffer.from(shown)],
    decoded: async () => shown,
    context: () => ({ before: Buffer.alloc(0), after: Buffer.alloc(0) }),
  };
}

/**
 * Follows a record of reports.yaml: first its entry there, then each range of the passage that it cites; of a passage
 * without bytes its page, cell or quoted words.
 * @param input reports.yaml as it was taken in
 * @throws CaseError when the file of the passage is gone or is not what it was when the case was built
 */
export async function* citedReport(open: PassageCase, row: CitedRow, input: Input): AsyncGenerator<Cited> {
  yield citedEntry(open.files, row, input);
  const { where, file } = keptPassage(row.extras);
  if (where === null) return;
  const passage = await passageOf(open, where);
  if (passage.file !== file || file === null) {
    const gone = passage.file === null ? 'cannot be opened' : 'was changed since it was taken in';
    throw new CaseError(`${passage.place} ${gone}`, 'put the file back as it was, or build again');
  }
  const files = new PassageFiles(open.folder);
  try {
    const opened = await files.open(where);
    if ('problem' in opened) return;
    const ranges = passage.ranges.map((range) => citedRange(row, passage, range, opened.bytes()));
    yield* ranges.length > 0 ? ranges : [citedPlace(row, passage)];
  } finally {
    files.close();
  }
}

function citedPlace(row: CitedRow, passage: Passage): Cited {
  return {
    role: `told in ${passage.place}`,
    id: idText('record', row.id),
    source: passage.source,
    path: [passage.member, passage.page === null ? '' : `page(${passage.page})`]
      .filter((part) => part !== '')
      .join('/'),
    file: passage.file!,
    range: null,
    row: passage.row,
    exactness: passage.exactness ?? 'page',
    sha256: null,
    bates: null,
    pieces: () => [],
    decoded: async () => `${passage.text.trimEnd()}\n`,
    context: () => ({ before: Buffer.alloc(0), after: Buffer.alloc(0) }),
  };
}

function citedRange(row: CitedRow, passage: Passage, range: Passage['ranges'][number], bytes: Buffer): Cited {
  const [from, to] = [range.offset, range.offset + range.length];
  return {
    ...citedPlace(row, passage),
    path: [passage.member, `range(${from},${range.length})`].filter((part) => part !== '').join('/'),
    range: [from, range.length],
    exactness: 'bytes',
    sha256: range.sha256,
    pieces: () => [bytes.subarray(from, to)],
    decoded: async () => `${range.text.trimEnd()}\n`,
    context: () => ({
      before: bytes.subarray(Math.max(0, from - AROUND), from),
      after: bytes.subarray(to, to + AROUND),
    }),
  };
}

/**
 * Passages whose files are not what they were when the case was built.
 * @param extras of records of reports.yaml
 * @returns one line each
 */
export async function passageFaults(open: PassageCase, extras: readonly (string | null)[]): Promise<string[]> {
  const faults = new Set<string>();
  for (const kept of extras.map(keptPassage)) {
    if (kept.where === null || kept.file === null) continue;
    const { file, source } = await passageOf(open, kept.where);
    if (file !== kept.file)
      faults.add(`${source}: ${file === null ? 'cannot be opened' : 'was changed since it was taken in'}`);
  }
  return [...faults];
}
