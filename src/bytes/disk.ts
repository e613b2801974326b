/**
 * The one place that opens source files. Everything is opened read-only: sources are evidence, and a program that cannot
 * write to them cannot change them.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Input } from './input.ts';

/** A file found in a folder. */
export interface FoundFile {
  /** Where to open it, with symbolic links in the folder's own path resolved. */
  readonly path: string;
  /** Path below the walked folder, with `/`; the file's own name when a single file was walked. */
  readonly name: string;
  /** Length in bytes. */
  readonly size: number;
  /** Last modification in milliseconds since 1970. */
  readonly mtimeMs: number;
}

/** Something in a folder that is not handed over as a file, and why. */
export interface WalkProblem {
  /**
   * `unreadable`: the system refused. `link`: a symbolic link, never followed. `special`: a pipe, socket or device.
   * `name`: a name that is not UTF-8, which cannot be opened faithfully. `skipped`: left out by rule, no loss.
   */
  readonly problem: 'unreadable' | 'link' | 'special' | 'name' | 'skipped';
  readonly path: string;
  readonly name: string;
  /** One plain sentence. */
  readonly detail: string;
}

/** What identifies the state of a file, to notice that it changed between two moments. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ino: number;
  readonly ctimeMs: number;
}

/**
 * Opens a file read-only. The last part of the path may not be a symbolic link ({@link walk} resolves the one a user
 * names): what was listed as a file is what is opened, even if somebody swaps it for a link in between. Never waits on a pipe.
 *
 * @param path where the file is, as {@link walk} gave it
 * @param name the name to show
 * @returns an input whose `size` is fixed at opening; bytes that vanish afterwards come back as a shorter read
 * @throws {Error} with the system's `code` when the file is missing, refused, a link, or not a regular file
 */
export function openFile(path: string, name: string): Input {
  // O_NONBLOCK: opening a pipe without a writer would hang for ever; for regular files it changes nothing.
  const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const stat = fstatSync(fd);
  if (!stat.isFile()) {
    closeSync(fd);
    throw Object.assign(new Error(`${name} is not a regular file`), { code: 'EINVAL' });
  }
  return fileInput(fd, stat.size, name);
}

/**
 * An input over an open file; closing the input closes the file.
 *
 * @param fd a file descriptor open for reading; the input owns it from here on
 * @param size length in bytes that the input shows, however the file grows
 * @param name the name to show
 */
export function fileInput(fd: number, size: number, name: string): Input {
  let open = true;
  const readInto = (target: Uint8Array, at: number, offset: number, length: number): number => {
    const start = Math.max(0, offset);
    const wanted = Math.max(0, Math.min(length, target.length - at, size - start));
    let done = 0;
    while (done < wanted) {
      const got = readSync(fd, target, at + done, wanted - done, start + done);
      if (got === 0) break;
      done += got;
    }
    return done;
  };
  return {
    name,
    size,
    read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - Math.max(0, offset)));
      const buffer = Buffer.allocUnsafeSlow(wanted);
      return buffer.subarray(0, readInto(buffer, 0, offset, wanted));
    },
    readInto,
    close() {
      if (open) closeSync(fd);
      open = false;
    },
  };
}

/**
 * The state of a file. Take it before and after reading: when the two differ, the source changed while it was read.
 *
 * @param path the file; a symbolic link is followed
 * @throws {Error} with the system's `code` when it cannot be looked at
 */
export function stamp(path: string): Stamp {
  const { size, mtimeMs, ino, ctimeMs } = statSync(path);
  return { size, mtimeMs, ino, ctimeMs };
}

/** Whether two stamps are of the same, unchanged file. */
export function sameStamp(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino && a.ctimeMs === b.ctimeMs;
}

/**
 * All files of a folder and its folders, in code-unit order of their names, whatever the file system's order. A single
 * file gives itself. A link that the user names is followed; links found inside are reported, never followed, so there
 * are no cycles and nothing outside the folder is read. The `tmp` of a Maildir is left out by rule: it holds deliveries
 * that were never completed (qmail's maildir(5)).
 *
 * @param path a folder or a file
 * @param filter keeps what it says yes to, by path below the folder; asked for folders too, before they are entered
 */
export function* walk(
  path: string,
  filter: (name: string, isFolder: boolean) => boolean = () => true,
): Generator<FoundFile | WalkProblem> {
  let root: string;
  let isFolder: boolean;
  try {
    root = realpathSync(path);
    isFolder = statSync(root).isDirectory();
  } catch (error) {
    yield unreadable(path, basename(path), error);
    return;
  }
  if (isFolder) yield* walkFolder(root, '', filter);
  else {
    const found = lookAt(root, basename(path));
    if (found !== 'folder') yield found;
  }
}

function* walkFolder(
  folder: string,
  prefix: string,
  filter: (name: string, isFolder: boolean) => boolean,
): Generator<FoundFile | WalkProblem> {
  let names: { text: string; exact: boolean }[];
  try {
    names = readdirSync(folder, { encoding: 'buffer' }).map((raw) => {
      const text = raw.toString('utf8');
      return { text, exact: Buffer.from(text, 'utf8').equals(raw) };
    });
  } catch (error) {
    yield unreadable(folder, prefix, error);
    return;
  }
  names.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const isMaildir = ['cur', 'new', 'tmp'].every((part) => names.some((name) => name.text === part));
  for (const { text, exact } of names) {
    const path = join(folder, text);
    const name = prefix === '' ? text : `${prefix}/${text}`;
    if (!exact) {
      yield { problem: 'name', path, name, detail: 'The name is not valid UTF-8; rename the file to have it read.' };
      continue;
    }
    const found = lookAt(path, name);
    if (found !== 'folder') {
      if ('problem' in found || filter(name, false)) yield found;
    } else if (isMaildir && text === 'tmp') {
      yield {
        problem: 'skipped',
        path,
        name,
        detail: `Unfinished deliveries of a Maildir (${countIn(path)} entries).`,
      };
    } else if (filter(name, true)) yield* walkFolder(path, name, filter);
  }
}

function lookAt(path: string, name: string): FoundFile | WalkProblem | 'folder' {
  try {
    const stat = lstatSync(path);
    if (stat.isDirectory()) return 'folder';
    if (stat.isFile()) return { path, name, size: stat.size, mtimeMs: stat.mtimeMs };
    if (stat.isSymbolicLink()) return { problem: 'link', path, name, detail: 'A symbolic link; it is not followed.' };
    return { problem: 'special', path, name, detail: 'A pipe, socket or device; it is not opened.' };
  } catch (error) {
    return unreadable(path, name, error);
  }
}

function countIn(path: string): number | string {
  try {
    return readdirSync(path).length;
  } catch {
    return 'unknown';
  }
}

function unreadable(path: string, name: string, error: unknown): WalkProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return { problem: 'unreadable', path, name, detail: `The system refused to read it (${code}).` };
}
