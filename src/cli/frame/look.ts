/** What a file, folder or archive is, as far as its beginning shows: for `add`, before anything is built. */
import { CaseError } from '../../case/error.ts';
import { countText } from './cell.ts';

/** What was seen. */
export interface Seen {
  /** Name of the format; `folder` or the kind of archive; null for a folder in which nothing was recognised. */
  readonly format: string | null;
  /** 0 to 1; null for folders and archives. */
  readonly confidence: number | null;
  readonly files: number;
  readonly bytes: number;
  /** For people. */
  readonly words: string;
}

/**
 * Looks at a source.
 * @param path absolute
 * @param given as somebody typed it
 * @param as name of the format that somebody gave; null lets content decide
 * @throws CaseError when it is not there, cannot be opened, or no format recognises it
 */
export async function lookAt(path: string, given: string, as: string | null): Promise<Seen> {
  const { walk } = await import('../../bytes/disk.ts');
  const found = [];
  for (const item of walk(path)) {
    if (!('problem' in item)) found.push(item);
    else if (item.path === path) throw unseen(given, item.detail);
  }
  const bytes = found.reduce((sum, { size }) => sum + size, 0);
  const [first] = found;
  if (found.length === 1 && first!.path.endsWith(first!.name) && !first!.name.includes('/')) {
    const one = await lookAtFile(first!.path, given, as);
    if (one !== null) return { ...one, files: 1, bytes };
  }
  return lookAtFolder(found, bytes, given, as);
}

function unseen(given: string, detail: string): CaseError {
  if (detail.includes('ENOENT')) return new CaseError(`${given} is not there`, 'correct the path');
  return new CaseError(`${given}: ${detail.replace(/\.$/, '')}`, 'give this user the right to read it');
}

type One = Pick<Seen, 'format' | 'confidence' | 'words'>;

async function lookAtFile(path: string, given: string, as: string | null): Promise<One> {
  const { openFile } = await import('../../bytes/disk.ts');
  const { archiveKind, unreadArchive } = await import('../../bytes/archive-kind.ts');
  const { recognize } = await import('../../case/reading/recognize.ts');
  const input = openFile(path, given);
  try {
    const kind = as === null ? archiveKind(input) : null;
    if (kind !== null) return { format: kind, confidence: null, words: `${kind} archive, its members are read` };
    const recognized = recognize(input, as);
    if (recognized !== null) {
      const { format, confidence } = recognized;
      return { format: format.name, confidence, words: format.title };
    }
    const archive = unreadArchive(input.read(0, 512));
    if (archive !== null)
      throw new CaseError(`${given} is a ${archive} archive, which is not read`, 'unpack it, and add the folder');
    throw await notRecognized(given);
  } finally {
    input.close();
  }
}

async function notRecognized(given: string): Promise<CaseError> {
  const { FORMATS } = await import('../../formats/list.ts');
  const names = FORMATS.map(({ name }) => name).join(', ');
  return new CaseError(`${given}: no format recognises it`, `name one with --as, if it is one of ${names}`);
}

/** Files of a folder by format: the first thousand say what it is. */
async function lookAtFolder(
  found: readonly { readonly path: string; readonly name: string }[],
  bytes: number,
  given: string,
  as: string | null,
): Promise<Seen> {
  const counts = new Map<string, number>();
  for (const { path, name } of found.slice(0, 1_000)) {
    const one = await lookAtFile(path, name, as).catch(() => null);
    const what = one?.format ?? 'not recognised';
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  if (counts.size === 0 || (counts.size === 1 && counts.has('not recognised')))
    throw new CaseError(`${given}: no file in it is recognised`, 'name the format with --as');
  const kinds = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const more = found.length > 1_000 ? `, ${countText(found.length - 1_000)} not looked at yet` : '';
  const words = `folder: ${kinds.map(([format, count]) => `${countText(count)} ${format}`).join(', ')}${more}`;
  return { format: 'folder', confidence: null, files: found.length, bytes, words };
}
