/** A file that an export writes: it appears whole or not at all, and never in the place of a source. */
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { CaseError } from '../case/error.ts';
import type { OpenCase } from '../case/open.ts';
import { sourcePath } from '../case/read-case.ts';

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Not there yet: the folder may be, and may be a link.
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && resolve(folder, way) === path);
}

/**
 * Where an export may go.
 * @param path as given
 * @returns the path, absolute and without links
 * @throws CaseError for a folder, a source of the case or something in one, and the case's own files
 */
export function exportPath(opened: Pick<OpenCase, 'folder' | 'files'>, path: string): string {
  const target = realPath(resolve(path));
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new CaseError(`${path} is a folder`, 'name a file in it');
  if (statSync(dirname(target), { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CaseError(`the folder of ${path} is not there`, 'make it first');
  const kept = opened.files.case.sources.map((source) => realPath(sourcePath(opened.folder, source.path)));
  if (kept.some((source) => isWithin(target, source)))
    throw new CaseError(`${path} is a source of the case`, 'sources are never changed: name another file');
  const folder = realPath(opened.folder);
  const isOwn =
    dirname(target) === folder &&
    /\.(yaml|jsonl)$/.test(target) &&
    statSync(target, { throwIfNoEntry: false }) !== undefined;
  if (isOwn || isWithin(target, join(folder, '.ledger')))
    throw new CaseError(`${path} belongs to the case`, 'name another file');
  return target;
}

/**
 * Writes a file beside its place and then puts it there: whoever looks, and whatever crashes, sees the old one or the new.
 * @param target as exportPath gives it
 * @param write writes the file of the name it gets
 * @throws what `write` throws; then nothing is left behind
 */
export async function writeWhole(target: string, write: (path: string) => Promise<void>): Promise<void> {
  const fresh = join(dirname(target), `.${basename(target)}.new`);
  try {
    await write(fresh);
    const fd = openSync(fresh, 'r');
    fsyncSync(fd);
    closeSync(fd);
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Writes pieces of text or bytes to a file as they come. */
export async function writePieces(
  path: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  await writeFile(path, pieces);
}
