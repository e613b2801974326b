/** The members of one archive, whatever its kind; a tar file inside gzip counts as one archive. */
import type { Step } from '../model/citation.ts';
import type { ArchiveKind } from './archive-kind.ts';
import { type GzipFault, gunzip, gzipName } from './gzip.ts';
import type { Input } from './input.ts';
import type { RawFault, RawMember } from './raw-member.ts';
import { StreamReader } from './stream-reader.ts';
import { tarMembers } from './tar.ts';
import { BLOCK, isTarHeader } from './tar-header.ts';
import { zipMembers } from './zip.ts';

/** A step of a citation into an archive. */
export type MemberStep = Extract<Step, { readonly member: string }>;

/** A member or fault of one archive. */
export interface LevelItem {
  readonly item: RawMember | RawFault;
  readonly method: MemberStep['method'];
  /** The step before the member's own: into the gzip file around a tar file. Otherwise empty. */
  readonly around: readonly MemberStep[];
}

/**
 * The members of one archive in their order, not those of archives inside it.
 *
 * @param input the archive
 * @param kind what it is
 */
export async function* membersOf(input: Input, kind: ArchiveKind): AsyncGenerator<LevelItem> {
  if (kind === 'gzip') return yield* gzipMembers(input);
  const items = kind === 'zip' ? zipMembers(input) : tarMembers(new StreamReader(pieces(input)));
  for await (const item of items) yield { item, method: kind, around: [] };
}

/** A gzip file holds one file. If that is a tar file, its members are handed over at once, without storing it. */
async function* gzipMembers(input: Input): AsyncGenerator<LevelItem> {
  const faults: GzipFault[] = [];
  const reader = new StreamReader(gunzip(input, faults));
  // The stored name, or none at all: what a copy of the file is called must not change citations.
  const name = gzipName(input) ?? '';
  try {
    if (isTarHeader(await reader.peek(BLOCK))) {
      const around: MemberStep[] = [{ member: name, method: 'gzip' }];
      for await (const item of tarMembers(reader)) yield { item, method: 'tar', around };
    } else {
      const fault = (): string | null => null; // told below, with its place
      yield { item: { name, offset: 0, content: rest(reader), fault }, method: 'gzip', around: [] };
    }
  } finally {
    await reader.close();
  }
  for (const { message, offset, length } of faults) {
    yield { item: { code: 'archive-damaged', name: '', message, offset, length }, method: 'gzip', around: [] };
  }
}

async function* rest(reader: StreamReader): AsyncGenerator<Buffer> {
  for (;;) {
    const bytes = await reader.some(Number.MAX_SAFE_INTEGER);
    if (bytes.length === 0) return;
    yield bytes;
  }
}

async function* pieces(input: Input): AsyncGenerator<Buffer> {
  for (let at = 0; at < input.size; ) {
    const piece = input.read(at, 1024 * 1024);
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}
