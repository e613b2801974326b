/** Reads the passages that a briefing cites from their sources, each checked against what was taken in. */
import { sha256, sha256OfInput } from '../../bytes/hash.ts';
import type { Input } from '../../bytes/input.ts';
import { namesProtected } from '../../case/citations/passage-cited.ts';
import { parsePath } from '../../case/citations/path-steps.ts';
import { shownPath, shownSource } from '../../case/citations/shown-source.ts';
import { openSource, SourceFiles } from '../../case/citations/source-files.ts';
import { viewOf } from '../../case/citations/views.ts';
import { CaseError } from '../../case/error.ts';
import type { OpenCase } from '../../case/open.ts';
import { CELL_FORMATS, recordSteps } from '../../contacts/record-id.ts';
import { CITED_RECORDS, type CitedRow } from '../../ledger/queries/citations/cited.ts';
import { idText } from '../../model/ids.ts';
import type { CitedPassage } from '../cited.ts';
import { cutText } from '../cut.ts';
import type { ManifestMember, ManifestPassage, ManifestSource } from '../manifest.ts';

/** A passage for readers, and the same for the checker. */
export interface ReadPassage {
  readonly shown: CitedPassage;
  readonly listed: ManifestPassage;
}

/** Bytes at the beginning of a passage that the manifest repeats as they stand. */
export const RAW = 160;
/** Largest passage that is hashed. */
const PIECE = 1024 * 1024;

export const PROTECTED = 'The source is protected: its words are not printed.';
const NAMES_PROTECTED = 'The entry names a protected source: its words are not printed.';

/** SHA-256 of a range, in pieces. */
export function sha256OfRange(input: Input, offset: number, length: number): string {
  if (length <= PIECE) return sha256(input.read(offset, length));
  return sha256OfInput({
    ...input,
    size: length,
    readInto: (target, at, from, most) => input.readInto(target, at, offset + from, Math.min(most, length - from)),
  });
}

/** Hashes each file of a case that is cited, once. */
export class CitedFiles {
  readonly #open: Pick<OpenCase, 'folder' | 'files'>;
  readonly #sources = new Map<string, ManifestSource>();

  constructor(open: Pick<OpenCase, 'folder' | 'files'>) {
    this.#open = open;
  }

  /**
   * Takes a file in.
   * @param path as in the case
   * @param name as it may be shown
   * @param expected SHA-256 that it had when it was taken in; null where nobody knows
   * @throws CaseError when it is gone or is not what was taken in
   */
  check(path: string, name: string, expected: string | null): ManifestSource {
    const known = this.#sources.get(path);
    if (known !== undefined) return known;
    const input = openSource(this.#open.folder, path, '');
    if (input === null) throw new CaseError(`${name} cannot be opened`, 'put the source back where it was');
    try {
      const source = { name, sha256: sha256OfInput(input), size: input.size };
      if (expected !== null && source.sha256 !== expected)
        throw new CaseError(`${name} was changed since it was taken in`, 'put it back as it was, or build again');
      this.#sources.set(path, source);
      return source;
    } finally {
      input.close();
    }
  }

  /** All that were cited, by name, then hash. */
  sources(): ManifestSource[] {
    const order = (source: ManifestSource): string => `${source.name}\n${source.sha256}`;
    return [...this.#sources.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }
}

/** What every passage of a record has, before its bytes are looked at. */
function placeOf(
  open: Pick<OpenCase, 'files'>,
  row: CitedRow,
  key: string,
): Omit<CitedPassage, 'sha256' | 'raw' | 'excerpt' | 'cut' | 'withheld'> {
  const cells = CELL_FORMATS.includes(row.format);
  const hasBytes = !cells && row.byte_length > 0;
  const { bates } = JSON.parse(row.extras ?? '{}') as { readonly bates?: unknown };
  return {
    key,
    record: idText('record', row.id),
    source: shownSource(row, open.files.case.sources),
    file: row.file_sha256,
    path: shownPath(row.member, recordSteps(row, row.format), row.protected),
    range: hasBytes ? [row.byte_offset, row.byte_length] : null,
    row: row.row_no > 0 ? row.row_no : null,
    place: null,
    exactness: cells ? 'cell' : 'bytes',
    before: null,
    after: null,
    bates: typeof bates === 'string' && !row.protected ? bates : null,
  };
}

function membersOf(row: CitedRow): readonly ManifestMember[] | null {
  if (row.protected && row.member !== '') return null;
  return (parsePath(row.member) ?? []).flatMap((step) =>
    'member' in step ? [{ member: step.member, method: step.method }] : [],
  );
}

async function readRecord(
  open: Pick<OpenCase, 'files'>,
  row: CitedRow,
  input: Input,
  key: string,
  isShown: boolean,
): Promise<ReadPassage> {
  const place = placeOf(open, row, key);
  const { range } = place;
  // Of bytes with one unknown word a hash would give the word away to whoever guesses.
  const names = namesProtected(open.files, row, input);
  const hash = range === null || names ? null : sha256OfRange(input, range[0], range[1]);
  const visible = isShown && !row.protected && !names;
  const raw = !visible || range === null ? null : input.read(range[0], Math.min(RAW, range[1])).toString('utf8');
  const { text, cut } = visible ? cutText(await viewOf(row, input)) : { text: null, cut: 0 };
  const withheld = row.protected
    ? PROTECTED
    : names
      ? NAMES_PROTECTED
      : isShown
        ? null
        : 'Too many passages are cited to print them all.';
  return {
    shown: { ...place, sha256: hash, raw, excerpt: text, cut, withheld },
    listed: {
      key,
      record: place.record,
      file: place.file,
      members: membersOf(row),
      range,
      row: place.row,
      exactness: place.exactness,
      sha256: hash,
      raw,
    },
  };
}

/**
 * Passages of records.
 * @param records record_no and the key of each, in any order
 * @param most how many are printed with their words; the others with their place alone
 * @param spoolDir where members of archives that are too large for memory go
 * @throws CaseError when a source is gone or was changed
 */
export async function recordPassages(
  open: Pick<OpenCase, 'folder' | 'files' | 'ledger'>,
  records: ReadonlyMap<number, string>,
  cited: CitedFiles,
  most: number,
  spoolDir: string | null,
): Promise<ReadonlyMap<number, ReadPassage>> {
  const passages = new Map<number, ReadPassage>();
  if (records.size === 0) return passages;
  const rows = await open.ledger.rows<CitedRow>(CITED_RECORDS, { numbers: [...records.keys()].join('\n') });
  const shown = new Set([...records.keys()].slice(0, most));
  const files = new SourceFiles(open.folder, spoolDir);
  try {
    // In the order of the sources, in which archives are read once.
    for (const row of rows) {
      const no = row.record_no!;
      const name = shownSource(row, open.files.case.sources);
      cited.check(row.path, name, row.file_sha256);
      const input = await files.input(row);
      if (input === null) throw new CaseError(`${name}: a member of it cannot be read again`, 'build again');
      passages.set(no, await readRecord(open, row, input, records.get(no)!, shown.has(no)));
      input.close();
    }
  } finally {
    await files.close();
  }
  return passages;
}
