/** Disclosures that were coded by hand: their lines in disclosures.yaml. */
import { hash64, sha256 } from '../../bytes/hash.ts';
import { idText } from '../../model/ids.ts';
import { CaseError } from '../error.ts';
import type { DisclosureEntry } from '../files/index.ts';
import { readYaml } from '../files/read/yaml.ts';
import type { OpenCase } from '../open.ts';
import type { Cited } from './cited.ts';
import { openSource } from './source-files.ts';

const FILE = 'disclosures.yaml';

/** Place of an entry in the file by the id of its disclosure; what is written twice counts once more each time. */
function placeOf(entries: readonly DisclosureEntry[], id: bigint): number {
  const seen = new Map<string, number>();
  return entries.findIndex((entry) => {
    const text = JSON.stringify(entry);
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return hash64(JSON.stringify(['disclosure', text, before])) === id;
  });
}

/** First and last line of an entry, from 1, without blank lines and comments behind it. */
function linesOf(text: string, place: number, count: number): readonly [number, number] {
  const tree = readYaml(FILE, text);
  const first = tree.at([place]).line;
  const all = text.split('\n');
  let last = place + 1 < count ? tree.at([place + 1]).line - 1 : all.length;
  while (last > first && /^\s*(#.*)?$/.test(all[last - 1]!)) last--;
  return [first, last];
}

/**
 * The lines of the entry that a disclosure was made of.
 * @param id of the disclosure
 * @throws CaseError when the file has no such entry any more
 */
export function citedEntry(opened: Pick<OpenCase, 'folder' | 'files'>, id: bigint): Cited {
  const entries = opened.files.disclosures.disclosures;
  const place = placeOf(entries, id);
  const input = place === -1 ? null : openSource(opened.folder, FILE, FILE);
  if (input === null) {
    throw new CaseError(`${FILE} has no entry of ${idText('disclosure', id)} any more`, 'build again');
  }
  const whole = input.read(0, input.size);
  input.close();
  const text = whole.toString('utf8');
  const [first, last] = linesOf(text, place, entries.length);
  const lines = text.split('\n');
  const bytesBefore = (line: number): number =>
    Buffer.byteLength(
      lines
        .slice(0, line - 1)
        .map((l) => `${l}\n`)
        .join(''),
    );
  const [offset, end] = [bytesBefore(first), Math.min(bytesBefore(last + 1), whole.length)];
  const bytes = whole.subarray(offset, end);
  return {
    role: '',
    id: idText('disclosure', id),
    source: FILE,
    path: `range(${offset},${bytes.length})`,
    file: sha256(whole),
    range: [offset, bytes.length],
    row: null,
    exactness: 'bytes',
    sha256: sha256(bytes),
    bates: null,
    pieces: () => [bytes],
    decoded: async () => bytes.toString('utf8'),
    context: () => ({ before: Buffer.alloc(0), after: Buffer.alloc(0) }),
  };
}
