/** The folder of what is derived: segments, builds, and the small file that points to the current build. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { CaseError } from '../error.ts';

export interface LedgerFolder {
  readonly root: string;
  readonly segments: string;
  /** Segments of the full-text index. */
  readonly text: string;
  readonly spool: string;
  readonly builds: string;
  readonly seen: string;
  readonly pointer: string;
  readonly lock: string;
}

/** Where things are in a case folder. */
export function ledgerFolder(folder: string): LedgerFolder {
  const root = join(folder, '.ledger');
  return {
    root,
    segments: join(root, 'segments'),
    text: join(root, 'text'),
    spool: join(root, 'spool'),
    builds: join(root, 'builds'),
    seen: join(root, 'seen.json'),
    pointer: join(root, 'current'),
    lock: join(root, 'lock'),
  };
}

/** Id of the current build; null when there is none. */
export function currentBuild(paths: LedgerFolder): string | null {
  try {
    const id = readFileSync(paths.pointer, 'utf8').trim();
    return /^[0-9a-f]{16,64}$/.test(id) ? id : null;
  } catch {
    return null;
  }
}

/** Makes a build the current one. The rename is the moment: before it the last build holds, after it this one. */
export function pointTo(paths: LedgerFolder, id: string): void {
  const fresh = `${paths.pointer}.new`;
  const fd = openSync(fresh, 'w');
  writeSync(fd, `${id}\n`);
  fsyncSync(fd);
  closeSync(fd);
  renameSync(fresh, paths.pointer);
}

/** Removes what the current build does not need. What cannot go now, because somebody has it open, goes another time. */
export function clear(
  paths: LedgerFolder,
  build: string,
  segments: ReadonlySet<string>,
  text: ReadonlySet<string>,
): void {
  const drop = (folder: string, keep: (name: string) => boolean): void => {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) {
      if (keep(name)) continue;
      try {
        rmSync(join(folder, name), { recursive: true, force: true });
      } catch {
        // Windows refuses while a reader has the file open.
      }
    }
  };
  drop(paths.builds, (name) => name === build);
  drop(paths.segments, (name) => segments.has(name));
  drop(paths.text, (name) => text.has(name));
  drop(paths.spool, () => false);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Makes the folder and takes the lock: one build of a case at a time.
 * @returns gives the lock back
 * @throws CaseError when another build runs, or the case folder cannot be written to
 */
export function lock(paths: LedgerFolder): () => void {
  try {
    for (const folder of [paths.root, paths.segments, paths.spool, paths.builds])
      mkdirSync(folder, { recursive: true });
    writeFileSync(join(paths.root, '.gitignore'), '*\n');
    return take(paths);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
      throw new CaseError(
        `${paths.root} cannot be written to (${code})`,
        'build in a copy of the case that you may write to',
      );
    }
    throw error;
  }
}

function take(paths: LedgerFolder): () => void {
  for (;;) {
    try {
      writeFileSync(paths.lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(paths.lock, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(readFileSync(paths.lock, 'utf8'));
    if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder)) {
      throw new CaseError(`another build of this case is running (process ${holder})`, 'wait for it, or end it');
    }
    rmSync(paths.lock, { force: true }); // of a build that was killed
  }
}
