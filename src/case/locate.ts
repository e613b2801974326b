/** From ids that people type to the numbers of this build, and back to the shortest ids that people can type. */
import type { Ledger } from '../ledger/ledger.ts';
import { beginning, type KeptKind, nearestIds } from '../ledger/queries/citations/ids.ts';
import { ID_KINDS, idText, parseId } from '../model/ids.ts';
import { CaseError } from './error.ts';

export type { KeptKind };

/** Something of the ledger that an id names. */
export interface Located {
  readonly kind: KeptKind;
  /** Its number in this build: record_no, contact_no, disclosure_no, finding_no, source_no or party_no. */
  readonly no: number;
  /** The whole 64-bit id. */
  readonly id: bigint;
}

/** Fewest hex digits of an id that are shown. */
const SHORTEST = 4;
/** How many of several that begin alike an error lists. */
const LISTED = 5;

const KINDS = Object.entries(ID_KINDS)
  .filter(([kind]) => kind !== 'count')
  .map(([kind, letter]) => `${letter} for a ${kind}`)
  .join(', ');

/**
 * What an id names.
 * @param text an id or the beginning of one that only one has, such as c:81d2; upper case counts as lower case
 * @throws CaseError when it is no id, when nothing has it, or when several things begin so
 */
export async function locate(ledger: Ledger, text: string): Promise<Located> {
  const parsed = parseId(text.trim().toLowerCase());
  if (parsed === null) {
    throw new CaseError(`this is no id: ${JSON.stringify(text)}`, `ids look like c:81d2; the letter is ${KINDS}`);
  }
  const { kind } = parsed;
  if (kind === 'count') throw new CaseError(`a count is no item of the case: ${text}`, 'open it with explain');
  const rows = await ledger.rows<{ no: number; id: bigint }>(beginning(kind), {
    from: String(parsed.from),
    to: String(parsed.to),
  });
  const [first, second] = rows;
  if (first === undefined) {
    throw new CaseError(`there is no ${kind} ${text}`, 'ids change with what they name; list it again to see its id');
  }
  if (second === undefined) return { kind, no: first.no, id: first.id };
  const listed = rows.slice(0, LISTED).map(({ id }) => idText(kind, id));
  const more = rows.length > LISTED ? ', …' : '';
  throw new CaseError(`several ids begin with ${text}: ${listed.join(', ')}${more}`, 'write more of its digits');
}

/**
 * The shortest text of each id that no other of its kind in the whole ledger begins with; never under four digits.
 * One query for all of them.
 * @param hashes whole ids, in any order
 * @returns text such as c:81d2 by hash
 */
export async function shortIds(
  ledger: Ledger,
  kind: KeptKind,
  hashes: readonly bigint[],
): Promise<ReadonlyMap<bigint, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await ledger.rows<{ id: bigint; apart: bigint | null }>(nearestIds(kind), { ids: hashes.join('\n') });
  return new Map(
    rows.map(({ id, apart }) => {
      const same = apart === null ? 0 : 16 - apart.toString(16).length;
      return [id, `${ID_KINDS[kind]}:${idText(kind, id).slice(2, 2 + Math.max(SHORTEST, same + 1))}`];
    }),
  );
}
