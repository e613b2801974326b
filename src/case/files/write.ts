/** Adds to decisions.jsonl. The file is only ever appended to, so that a crash can cost the last line at most. */
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatDecision, type WrittenDecision } from './decisions.ts';

/** Whether the file ends in the middle of a line: a write before was cut. */
function endsTorn(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  return readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
}

/** Makes the name of a new file last: on most file systems it stands in the folder, which has to be flushed by itself. */
function flushFolder(path: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(dirname(path), 'r');
  } catch {
    return; // Windows opens no folders; there the name is written with the file
  }
  try {
    fsyncSync(descriptor);
  } catch {
    // a file system that flushes no folders
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Appends one decision and returns when it is on the disk. One write at the file's end (O_APPEND), so that two programs
 * that write at once do not mix their lines. Where the file ends in a cut line, a new line is begun first.
 * @param path of decisions.jsonl; made when it is not there
 * @throws {TypeError} when the decision lacks a part; {Error} with the system's `code` when the file cannot be written, or
 *   when the disk is full, in which case a cut line may be left, which readers report and the next decision steps over
 */
export function appendDecision(path: string, decision: WrittenDecision): void {
  const line = formatDecision(decision);
  const descriptor = openSync(path, 'a+');
  try {
    const isNew = fstatSync(descriptor).size === 0;
    const bytes = Buffer.from(`${endsTorn(descriptor) ? '\n' : ''}${line}\n`);
    const written = writeSync(descriptor, bytes);
    if (written !== bytes.length) {
      const short = new Error(`only ${written} of ${bytes.length} bytes of the decision could be written to ${path}`);
      throw Object.assign(short, { code: 'ENOSPC' });
    }
    fsyncSync(descriptor);
    if (isNew) flushFolder(path);
  } finally {
    closeSync(descriptor);
  }
}
