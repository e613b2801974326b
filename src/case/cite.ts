/** Exactly what an id points at: the bytes in the source, looked up again and checked. */
import { sha256, sha256OfInput } from '../bytes/hash.ts';
import type { Input } from '../bytes/input.ts';
import { CELL_FORMATS, recordSteps } from '../contacts/record-id.ts';
import type { CitedRow } from '../ledger/queries/citations/cited.ts';
import { idText } from '../model/ids.ts';
import type { Cited } from './citations/cited.ts';
import { citedEntry } from './citations/entries.ts';
import { shownPath, shownSource } from './citations/shown-source.ts';
import { openSource, SourceFiles } from './citations/source-files.ts';
import { targetsOf } from './citations/targets.ts';
import { viewOf } from './citations/views.ts';
import { CaseError } from './error.ts';
import { locate } from './locate.ts';
import type { OpenCase } from './open.ts';

export type { Cited };

const PIECE = 1024 * 1024;
const CONTEXT_BYTES = 2000;
const CONTEXT_LINES = 3;

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
        if (!unchanged.has(row.path)) checkFile(opened.folder, row);
        unchanged.add(row.path);
        const input = await files.input(row);
        if (input === null) throw new CaseError(`${shownSource(row)}: a member of it cannot be read again`);
        yield citedRow(target.role, row, input);
      } else {
        yield citedEntry(opened, target.role, target.disclosure);
      }
    }
  } finally {
    await files.close();
  }
}

/** @throws CaseError when the file is gone or is not the one that was taken in */
function checkFile(folder: string, row: CitedRow): void {
  const input = openSource(folder, row.path, '');
  const name = shownSource(row);
  if (input === null) throw new CaseError(`${name} cannot be opened`, 'put the source back where it was');
  try {
    if (sha256OfInput(input) === row.file_sha256) return;
  } finally {
    input.close();
  }
  throw new CaseError(`${name} was changed since it was taken in`, 'put the source back as it was, or build again');
}

function citedRow(role: string, row: CitedRow, input: Input): Cited {
  const isSource = row.record_no === null;
  const cells = CELL_FORMATS.includes(row.format) && !isSource;
  const [offset, length] = [row.byte_offset, row.byte_length];
  const hasBytes = !cells && (isSource || length > 0);
  return {
    role,
    id: idText(isSource ? 'source' : 'record', row.id),
    source: shownSource(row),
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

function contextOf(input: Input, offset: number, length: number): { before: Buffer; after: Buffer } {
  const from = Math.max(0, offset - CONTEXT_BYTES);
  const before = input.read(from, offset - from);
  const after = input.read(offset + length, CONTEXT_BYTES);
  let start = before.length - 1;
  for (let i = 0; i < CONTEXT_LINES && start > 0; i++) start = before.lastIndexOf(10, start - 1);
  let end = 0;
  for (let i = 0; i <= CONTEXT_LINES && end !== -1 && end < after.length; i++) end = after.indexOf(10, end) + 1 || -1;
  return {
    before: before.subarray(start <= 0 ? 0 : start + 1),
    after: after.subarray(0, end === -1 ? after.length : end),
  };
}
