/** What a reader does with a task. Knows nothing of threads: events go to an outbox. */

import { type ArchiveProblem, expand, type Member } from '../../bytes/archive.ts';
import { archiveKind, unreadArchive } from '../../bytes/archive-kind.ts';
import { ARCHIVE_LIMITS } from '../../bytes/archive-limits.ts';
import { openFile } from '../../bytes/disk.ts';
import { sha256, sha256OfInput } from '../../bytes/hash.ts';
import { type Input, memoryInput } from '../../bytes/input.ts';
import { pathText } from '../../model/citation.ts';
import { chosen } from './members.ts';
import type { Share, Task } from './message.ts';
import type { Outbox } from './outbox.ts';
import { formatNamed, recognize } from './recognize.ts';
import type { EntryOptions } from './unit.ts';

const WHOLE: Share = { part: 0, of: 1 };

/** Neighbouring members of an archive that are a block. */
const TOGETHER = 512;

/** A file of this length or less is read into memory whole, bytes. */
const SMALL = 1024 * 1024;

/**
 * Does a task to its end.
 * @throws {Error} with the system's `code` when a file cannot be read; never for content
 */
export async function work(task: Task, out: Outbox): Promise<void> {
  switch (task.kind) {
    case 'files':
      return readFiles(task, out);
    case 'piece':
      return readPiece(task, out);
    case 'hash': {
      const input = openFile(task.file.path, task.file.name);
      out.tell({ type: 'file', sha256: sha256OfInput(input) });
      input.close();
    }
  }
}

async function readFiles(task: Task & { kind: 'files' }, out: Outbox): Promise<void> {
  let before = 0;
  for (const { path, name } of task.files) {
    const file = openFile(path, name);
    try {
      const bytes = file.size <= SMALL ? held(file) : null;
      const input = bytes === null ? file : memoryInput(name, bytes);
      if (archiveKind(input) !== null && task.options.as === null) await readArchive(input, task, out);
      else await readSource(input, '', null, task.options, out, before);
      if (task.share === undefined)
        out.tell({ type: 'file', sha256: bytes === null ? sha256OfInput(file) : sha256(bytes) });
      before += input.size;
      out.progress(before);
    } finally {
      file.close();
    }
  }
}

/** Room for one small file: recognising, reading and hashing it take one read from the disk. */
const room = Buffer.allocUnsafeSlow(SMALL);

/** The bytes of a file, until those of the next one are held. */
function held(file: Input): Buffer {
  return room.subarray(0, file.readInto(room, 0, 0, file.size));
}

/** Reads the members of an archive, or a part of them; every part unpacks all, and so meets the same problems. */
async function readArchive(archive: Input, task: Task & { kind: 'files' }, out: Outbox): Promise<void> {
  const { part, of } = task.share ?? WHOLE;
  const problems: ArchiveProblem[] = [];
  let left = { items: 0, bytes: 0 };
  let members = 0;
  let block = 0;
  const turn = (): void => {
    if (block++ % of === part) out.turn();
  };
  for await (const item of expand(archive, ARCHIVE_LIMITS, task.spool)) {
    if ('problem' in item) problems.push(item);
    else {
      if (members > 0 && members % TOGETHER === 0) turn();
      members++;
      const isChosen = chosen(item.path, task.options);
      if (!isChosen) left = { items: left.items + 1, bytes: left.bytes + item.input.size };
      if (isChosen && block % of === part) await readMember(item, archive.name, task.options, out);
      else item.input.close();
    }
  }
  turn();
  // What is to say of the archive itself is a block of its own.
  if (block % of === part) tellArchive(archive, problems, left, out);
}

function tellArchive(
  archive: Input,
  problems: readonly ArchiveProblem[],
  left: { readonly items: number; readonly bytes: number },
  out: Outbox,
): void {
  if (problems.length === 0 && left.items === 0) return;
  out.begin(archive.name, '', archive.size, 'archive');
  for (const { problem, path } of problems) {
    const message = path === '' ? problem.message : `${path}: ${problem.message}`;
    out.tell({ type: 'problem', problem: { ...problem, message } }, 256);
  }
  if (left.items > 0) out.tell({ type: 'skip', rule: 'member not chosen', ...left });
  out.tell({ type: 'end', sha256: '' });
}

async function readMember(member: Member, archive: string, options: EntryOptions, out: Outbox): Promise<void> {
  try {
    await readSource(member.input, pathText(member.steps), { archive, sha256: member.sha256 }, options, out, 0);
  } finally {
    member.input.close();
  }
}

/**
 * Reads one file or member.
 * @param inside of which archive it is, with its hash; null for a file of its own
 */
async function readSource(
  input: Input,
  member: string,
  inside: { readonly archive: string; readonly sha256: string } | null,
  options: EntryOptions,
  out: Outbox,
  before: number,
): Promise<void> {
  const format = recognize(input, options.as)?.format ?? null;
  const name = inside?.archive ?? input.name;
  out.begin(name, member, input.size, format?.name ?? '');
  if (format === null) tellUnknown(input, out);
  else {
    try {
      await format.read(input, out.joined(before), options);
    } catch (error) {
      if (isSystem(error)) throw error;
      const message = `the reader of ${format.name} files failed here; what it had read is kept (${String(error)})`;
      out.tell({
        type: 'problem',
        problem: { code: 'reader-failed', severity: 'failed', message, offset: 0, length: input.size },
      });
    }
  }
  out.tell({ type: 'end', sha256: inside?.sha256 ?? '' });
}

function isSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function tellUnknown(input: Input, out: Outbox): void {
  if (input.size === 0) {
    const empty = { code: 'file-empty', severity: 'note', message: 'the file is empty', offset: 0, length: 0 } as const;
    out.tell({ type: 'problem', problem: empty });
    return;
  }
  const archive = unreadArchive(input.read(0, 16));
  const message =
    archive === null
      ? 'no reader knows this format; say which one with as:, or leave the file out'
      : `a ${archive} archive, which is not read: unpack it and add the folder`;
  out.tell({
    type: 'problem',
    problem: { code: 'format-unknown', severity: 'failed', message, offset: 0, length: input.size },
  });
}

async function readPiece(task: Task & { kind: 'piece' }, out: Outbox): Promise<void> {
  const { pieces } = formatNamed(task.format);
  if (pieces === undefined) throw new RangeError(`files of the format ${task.format} are not read in pieces`);
  const input = openFile(task.file.path, task.file.name);
  try {
    const rows = await pieces.read(input, task.from, task.to, out.sink(), task.options, task.plan);
    out.tell({ type: 'rows', rows });
  } finally {
    input.close();
  }
}
