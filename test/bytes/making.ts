/** Makes archives byte by byte, sound ones and ones that no program would write. */
import { crc32, deflateRawSync } from 'node:zlib';
import type { Member } from '../../src/bytes/archive.ts';
import { type ArchiveProblem, expand } from '../../src/bytes/archive.ts';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../../src/bytes/archive-limits.ts';
import { type Input, memoryInput } from '../../src/bytes/input.ts';

export interface TarEntry {
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  readonly type?: string;
  readonly link?: string;
  /** Length that the header states, where it differs from that of the data. */
  readonly size?: number;
}

/** One member of a tar file, header and content. */
export function tarEntry({ name, data = '', type = '0', link = '', size }: TarEntry): Buffer {
  const content = Buffer.from(data);
  const header = Buffer.alloc(512);
  Buffer.from(name).copy(header, 0, 0, 100);
  header.write('0000644\0', 100);
  header.write(`${(size ?? content.length).toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write(' '.repeat(8), 148);
  header.write(type, 156);
  header.write(link, 157, 100);
  header.write('ustar\u000000', 257, 'latin1');
  const sum = header.reduce((a, b) => a + b, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

/** A whole tar file with its two blocks of zeros. */
export function tar(entries: readonly TarEntry[]): Buffer {
  return Buffer.concat([...entries.map(tarEntry), Buffer.alloc(1024)]);
}

/** A pax header with one value (POSIX.1-2017 pax, "pax Header Block"). */
export function pax(key: string, value: string): TarEntry {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (rest + String(length).length !== length) length = rest + String(length).length;
  return { name: 'PaxHeaders/0', type: 'x', data: `${length} ${key}=${value}\n` };
}

export interface ZipEntry {
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  /** Compression method; 8 is Deflate, 0 none. */
  readonly method?: number;
  /** General purpose bits: 1 encrypted, 0x800 the name is UTF-8. */
  readonly flags?: number;
  /** Unix mode. */
  readonly mode?: number;
  /** Length that the directory states, where it differs from that of the data. */
  readonly size?: number;
  readonly sum?: number;
}

/** A whole zip file (APPNOTE.TXT 4.3). */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data = '', method = 8, flags = 0x800, mode = 0o100644, size, sum } of entries) {
    const content = Buffer.from(data);
    const packed = method === 8 ? deflateRawSync(content) : content;
    const raw = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(sum ?? crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? content.length, 18);
    common.writeUInt16LE(raw.length, 22);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, raw, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), common, tail, raw]));
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

/** An input that gives at most a few bytes a read, as a slow disk may. */
export function slowInput(bytes: Uint8Array, most: number): Input {
  const whole = memoryInput('slow', bytes);
  return {
    ...whole,
    readInto: (target, at, offset, length) => whole.readInto(target, at, offset, Math.min(length, most)),
  };
}

/** What came out of an archive, in short. */
export interface Told {
  /** `path: content` of each member, in order. */
  readonly members: string[];
  /** `code path` of each problem, in order. */
  readonly problems: string[];
  readonly all: (Member | ArchiveProblem)[];
}

/** Expands an archive and closes its members. */
export async function told(
  bytes: Buffer,
  limits: Partial<ArchiveLimits> = {},
  spool: string | null = null,
): Promise<Told> {
  const all: (Member | ArchiveProblem)[] = [];
  const members: string[] = [];
  const problems: string[] = [];
  for await (const item of expand(memoryInput('outer', bytes), { ...ARCHIVE_LIMITS, ...limits }, spool)) {
    all.push(item);
    if ('problem' in item) problems.push(`${item.problem.code} ${item.path}`.trim());
    else {
      members.push(`${item.path}: ${item.input.read(0, 100)}`);
      item.input.close();
    }
  }
  return { members, problems, all };
}
