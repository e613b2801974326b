/** Exactly what an id points at: the bytes in the source, looked up again and checked. */
import { sha256, sha256OfInput } from '../bytes/hash.ts';
import type { Input } from '../bytes/input.ts';
import { CELL_FORMATS, recordSteps } from '../contacts/record-id.ts';
import type { CitedRow } from '../ledger/queries/citations/cited.ts';
import { idText } from '../model/ids.ts';
import type { Cited } from './citations/cited.ts';
import { citedEntry } from './citations/entries.ts';
import { citedReport, REPORTS_FORMAT } from './citations/passage-cited.ts';
import { shownPath, shownSource } from './citations/shown-source.ts';
import { openSource, SourceFiles } from './citations/source-files.ts';
import { targetsOf } from './citations/targets.ts';
import { viewOf } from './citations/views.ts';
import { CaseError } from './error.ts';
import { locate } from './locate.ts';
import type { OpenCase } from './open.ts';

export type { Cited };

/** Up to so many citations members of archives are looked up one by one. */
const FEW = 3;
const PIECE = 1024 * 1024;
const CONTEXT_BYTES = 2000;
const CONTEXT_LINES = 3;
const LF = 10;

/**
 * Follows an id to what it points at: a record, each witness of a contact, the row of a disclosure, both sides of a
 * finding, a source. Every source is hashed first and must be what was taken in.
 * @param opened an open case
 * @param id an id or its unique beginning
 * @param spoolDir where members of archives that are too large for memory go
 * @throws CaseError for an id that leads nowhere, and for a source that is gone or was changed
 */
export async function* cite(
  opened: Pick<OpenCase, 'folder' | 'ledger' | 'files'>,
  id: string,
  spoolDir: string | null,
): AsyncGenerator<Cited> {
  const targets = await targetsOf(opened.ledger, await locate(opened.ledger, id));
  const files = new SourceFiles(opened.folder, spoolDir);
  const unchanged = new Set<string>();
  try {
    for (const target of targets) {
      if ('row' in target) {
        const { row } = target;
        const name = shownSource(row, opened.files.case.sources);
        if (!unchanged.has(row.path)) checkFile(opened.folder, row, name);
        unchanged.add(row.path);
        const input = await (targets.length > FEW ? files.input(row) : files.single(row));
        if (input === null) throw new CaseError(`${name}: a member of it cannot be read again`);
        yield* row.format === REPORTS_FORMAT
          ? citedOfReports(opened, target.role, row, input)
          : [citedRow({ role: target.role, source: name }, row, input)];
        input.close();
      } else {
        yield citedEntry(opened, target.disclosure);
      }
    }
  } finally {
    await files.close();
  }
}

/**
 * Entries of reports.yaml with what they cite.
 * @throws CaseError for the file as a whole: its notes and comments were written for nobody else
 */
async function* citedOfReports(
  opened: Pick<OpenCase, 'folder' | 'files'>,
  role: string,
  row: CitedRow,
  input: Input,
): AsyncGenerator<Cited> {
  if (row.record_no === null)
    throw new CaseError(`${row.path} is cited by its entries alone`, 'cite one of them by its id, r:…');
  for await (const cited of citedReport(opened, row, input))
    yield { ...cited, role: [role, cited.role].filter((part) => part !== '').join(', ') };
}

/** @throws CaseError when the file is gone or is not the one that was taken in */
function checkFile(folder: string, row: CitedRow, name: string): void {
  const input = openSource(folder, row.path, '');
  if (input === null) throw new CaseError(`${name} cannot be opened`, 'put the source back where it was');
  try {
    if (sha256OfInput(input) === row.file_sha256) return;
  } finally {
    input.close();
  }
  throw new CaseError(`${name} was changed since it was taken in`, 'put the source back as it was, or build again');
}

function citedRow(shown: Pick<Cited, 'role' | 'source'>, row: CitedRow, input: Input): Cited {
  const isSource = row.record_no === null;
  const cells = CELL_FORMATS.includes(row.format) && !isSource;
  const [offset, length] = [row.byte_offset, row.byte_length];
  const hasBytes = !cells && (isSource || length > 0);
  return {
    ...shown,
    id: idText(isSource ? 'source' : 'record', row.id),
    path: shownPath(row.member, isSource ? [] : recordSteps(row, row.format), row.protected),
    file: row.file_sha256,
    range: hasBytes ? [offset, length] : null,
    row: row.row_no > 0 ? row.row_no : null,
    exactness: cells ? 'cell' : 'bytes',
    sha256: isSource ? row.sha256 : hasBytes ? sha256OfRange(input, offset, length) : null,
    bates: batesOf(row.extras),
    pieces: () => (hasBytes ? piecesOf(input, offset, length) : []),
    decoded: () => viewOf(row, input),
    context: () => contextOf(input, offset, length),
  };
}

function batesOf(extras: string | null): string | null {
  const { bates } = JSON.parse(extras ?? '{}') as { readonly bates?: unknown };
  return typeof bates === 'string' ? bates : null;
}

function sha256OfRange(input: Input, offset: number, length: number): string {
  if (length <= PIECE) return sha256(input.read(offset, length));
  return sha256OfInput({
    ...input,
    size: length,
    readInto: (target, at, from, most) => input.readInto(target, at, offset + from, Math.min(most, length - from)),
  });
}

function* piecesOf(input: Input, offset: number, length: number): Generator<Buffer> {
  for (let done = 0; done < length; ) {
    const piece = input.read(offset + done, Math.min(PIECE, length - done));
    if (piece.length === 0) return;
    done += piece.length;
    yield piece;
  }
}

/** Bytes of a line end at the beginning of some bytes. */
function endingAt(bytes: Buffer): number {
  return bytes[0] === LF ? 1 : bytes[0] === 13 && bytes[1] === LF ? 2 : 0;
}

function contextOf(input: Input, offset: number, length: number): { before: Buffer; after: Buffer } {
  const from = Math.max(0, offset - CONTEXT_BYTES);
  const before = input.read(from, offset - from);
  const behind = offset + length;
  // Rows are cited without their line end: it is no line of the context.
  const ending = length > 0 && input.read(behind - 1, 1)[0] === LF ? 0 : endingAt(input.read(behind, 2));
  const after = input.read(behind + ending, CONTEXT_BYTES);
  let start = before.length - 1;
  for (let i = 0; i < CONTEXT_LINES && start > 0; i++) start = before.lastIndexOf(LF, start - 1);
  let end = 0;
  for (let i = 0; i < CONTEXT_LINES && end !== -1 && end < after.length; i++) end = after.indexOf(LF, end) + 1 || -1;
  return {
    before: before.subarray(start <= 0 ? 0 : start + 1),
    after: after.subarray(0, end === -1 ? after.length : end),
  };
}
