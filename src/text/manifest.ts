/** What stands in the folder of a segment. The manifest is written last: a folder without one is no segment. */
import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { damage, type TextDamage } from './damage.ts';
import { currentStamp } from './file-stamp.ts';
import { shardFile } from './shard-file.ts';
import type { ShardSummary } from './writer.ts';

/** How segments are laid out; whoever keeps them puts it into their names. */
export const TEXT_LAYOUT: string = `1-unicode${process.versions.unicode}`;

const NAME = 'manifest.json';

/** A finished segment. */
export interface SegmentManifest {
  readonly layout: string;
  /** By their numbers, from 0 without gaps. */
  readonly shards: readonly ShardSummary[];
}

/**
 * Finishes a segment whose shards are all written. The caller gives the folder its name; other files in it are its own.
 * @param shards of all shards, in any order
 * @throws the error of the system when the disk is full
 */
export function finishSegment(folder: string, shards: readonly ShardSummary[]): SegmentManifest {
  const manifest: SegmentManifest = { layout: TEXT_LAYOUT, shards: shards.toSorted((a, b) => a.shard - b.shard) };
  const fd = openSync(join(folder, NAME), 'wx');
  try {
    writeSync(fd, `${JSON.stringify(manifest, null, 1)}\n`);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  return manifest;
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}

function isSummary(value: unknown, shard: number): value is ShardSummary {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Record<string, unknown>;
  const counts = [one.documents, one.characters, one.weighted, one.bytes];
  const times = one.doubtful === true ? [] : [one.first, one.last];
  return one.shard === shard && counts.every(isNumber) && times.every(isNumber) && typeof one.sha256 === 'string';
}

function parsed(text: string): SegmentManifest | null {
  try {
    const value = JSON.parse(text) as { layout?: unknown; shards?: unknown } | null;
    const sound = typeof value?.layout === 'string' && Array.isArray(value.shards) && value.shards.every(isSummary);
    return sound ? (value as SegmentManifest) : null;
  } catch {
    return null;
  }
}

/** Bytes of a file; −1 where it is missing. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}

/** Reads a manifest and looks whether its files are there in their full length. */
export function readManifest(folder: string): SegmentManifest | TextDamage {
  const path = join(folder, NAME);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return damage(path, 'it is missing or cannot be read');
  }
  const manifest = parsed(text);
  if (manifest === null) return damage(path, 'it is torn');
  if (manifest.layout !== TEXT_LAYOUT) return damage(path, 'another version of the program wrote it');
  for (const [i, { bytes }] of manifest.shards.entries()) {
    const file = join(folder, shardFile(i));
    const size = sizeOf(file);
    if (size === -1) return damage(file, 'it is missing');
    if (size !== bytes) return damage(file, `it is torn: ${size} bytes of ${bytes}`);
  }
  return manifest;
}

/** Whether a segment can be opened, as far as its manifest and the lengths of its files show. @returns null when it can */
export function checkSegment(folder: string): TextDamage | null {
  const manifest = readManifest(folder);
  return 'damaged' in manifest ? manifest : null;
}

/** Reads every byte of a segment and compares it with what was written. @returns null when all is as it was */
export function verifySegment(folder: string): TextDamage | null {
  const manifest = readManifest(folder);
  if ('damaged' in manifest) return manifest;
  for (const [i, { sha256 }] of manifest.shards.entries()) {
    const file = join(folder, shardFile(i));
    if (currentStamp(file).sha256 !== sha256) return damage(file, 'its bytes are not those that were written');
  }
  return null;
}
