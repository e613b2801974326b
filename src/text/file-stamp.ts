/** What a finished file of a segment is recognised by. */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync } from 'node:fs';

export interface FileStamp {
  /** Bytes. */
  readonly bytes: number;
  readonly sha256: string;
}

const PIECE = 1024 * 1024;

/** Has a file written to the disk, so that a power cut after its name stands in a manifest cannot empty it, and stamps it. */
export function stampFile(path: string): FileStamp {
  return withFile(path, (fd) => {
    fsyncSync(fd);
    return { bytes: fstatSync(fd).size, sha256: hash(fd) };
  });
}

/** The stamp of a file as it is now. */
export function currentStamp(path: string): FileStamp {
  return withFile(path, (fd) => ({ bytes: fstatSync(fd).size, sha256: hash(fd) }));
}

function withFile<T>(path: string, act: (fd: number) => T): T {
  const fd = openSync(path, 'r');
  try {
    return act(fd);
  } finally {
    closeSync(fd);
  }
}

function hash(fd: number): string {
  const sum = createHash('sha256');
  const piece = new Uint8Array(PIECE);
  for (let at = 0, read = PIECE; read > 0; at += read) {
    read = readSync(fd, piece, 0, PIECE, at);
    sum.update(piece.subarray(0, read));
  }
  return sum.digest('hex');
}
