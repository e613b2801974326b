/** Who was in contact with whom, in the window of the headline question. */
import type { OpenCase } from '../../case/open.ts';
import { type CountByView, countByView } from '../../case/views/count.ts';
import type { AskedCount } from '../../case/views/question.ts';
import type { Matrix, MatrixCell } from '../figures.ts';

/** Parties that one side of the picture holds. */
const MOST = 10;

/** Keys by how much contact they have, those with most first. */
function busiest(pairs: readonly CountByView[], of: (pair: CountByView) => string): string[] {
  const sums = new Map<string, number>();
  for (const pair of pairs) sums.set(of(pair), (sums.get(of(pair)) ?? 0) + pair.contacts.max);
  return [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key);
}

/** The matrix of a question; null where there is no contact. */
export async function matrixOf(open: OpenCase, asked: AskedCount): Promise<Matrix | null> {
  const rows = await countByView(open, asked, ['pair'], MOST * MOST * 4);
  const pairs = rows.filter(({ isAll, mine, party }) => !isAll && mine !== null && party !== null);
  if (pairs.length === 0) return null;
  const mine = busiest(pairs, (pair) => pair.mine!);
  const theirs = busiest(pairs, (pair) => pair.party!);
  const shownTheirs = theirs.slice(0, MOST);
  // Who met none of those that are drawn would be an empty line.
  const shownMine = busiest(
    pairs.filter(({ party }) => shownTheirs.includes(party!)),
    (pair) => pair.mine!,
  ).slice(0, MOST);
  const people = [...open.files.people.parties, ...open.files.people.organisations];
  const written = new Map(people.map(({ id, name }) => [id, name]));
  const named = (party: string): { party: string; name: string } => ({
    party,
    name: written.get(party) ?? pairs.find((pair) => pair.party === party)?.name ?? party,
  });
  const cellOf = new Map(pairs.map((pair) => [JSON.stringify([pair.mine, pair.party]), pair]));
  return {
    rows: shownMine.map(named),
    columns: shownTheirs.map(named),
    cells: shownMine.map((row) =>
      shownTheirs.map((column): MatrixCell | null => {
        const pair = cellOf.get(JSON.stringify([row, column]));
        return pair === undefined ? null : { contacts: pair.contacts, undisclosed: pair.undisclosed };
      }),
    ),
    leftOut: mine.length - shownMine.length + theirs.length - shownTheirs.length,
  };
}
