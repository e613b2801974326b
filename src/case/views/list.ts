/** A list of names from a file, as parties of the case. */
import { normalizeAddress } from '../../identity/normalize.ts';
import { PARTIES_BY_TEXT } from '../../ledger/queries/views/counts.ts';
import { kindOfAddress } from '../files/schema/people.ts';
import type { ViewedCase } from './contacts.ts';

/** Names of a list and whom they are. */
export interface ReadList {
  /** Keys of parties, sorted. */
  readonly keys: readonly string[];
  /** Names that are nobody's in this case. */
  readonly unknown: readonly string[];
  /** Names that several have; each of them is meant. */
  readonly several: readonly string[];
}

/** The names in a text: the first cell of each line, without a comment. */
function namesIn(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((line) => (/^\s*"((?:[^"]|"")*)"/.exec(line)?.[1]?.replaceAll('""', '"') ?? line.split(/[,;\t]/)[0]!).trim())
    .filter((name) => name !== '' && !name.startsWith('#'));
}

/**
 * Whom a list of names means: keys, names and addresses of parties, one a line; of a CSV the first column.
 * @param text of the file
 */
export async function readList({ ledger }: Pick<ViewedCase, 'ledger'>, text: string): Promise<ReadList> {
  const names = namesIn(text);
  const asked = names.flatMap((name) => {
    const kind = kindOfAddress(name);
    const norm = kind === null ? null : normalizeAddress(kind, name, null);
    return [
      { name, text: name.toLowerCase() },
      ...(norm === null || norm === name.toLowerCase() ? [] : [{ name, text: norm }]),
    ];
  });
  const found = await ledger.rows<{ text: string; key: string }>(PARTIES_BY_TEXT, {
    texts: asked.map((a) => a.text).join('\n'),
  });
  const byText = Map.groupBy(found, (row) => row.text);
  const keysOf = (name: string): string[] => [
    ...new Set(asked.filter((a) => a.name === name).flatMap((a) => (byText.get(a.text) ?? []).map((row) => row.key))),
  ];
  const keys = new Map(names.map((name) => [name, keysOf(name)]));
  return {
    keys: [...new Set([...keys.values()].flat())].sort(),
    unknown: [...keys].flatMap(([name, of]) => (of.length === 0 ? [name] : [])),
    several: [...keys].flatMap(([name, of]) => (of.length > 1 ? [name] : [])),
  };
}
