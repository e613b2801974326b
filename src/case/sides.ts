/** Questions whose sides are several groups and parties. */
import type { Ledger } from '../ledger/ledger.ts';
import type { Asked } from '../ledger/queries/contacts/asked.ts';
import { FORGET_SIDES, SIDE_GROUP, SIDE_GROUP_TABLE, SIDE_MEMBERSHIP } from '../ledger/queries/statements/sides.ts';
import { sideReferences } from '../statements/claim.ts';
import { inTurn } from './turns.ts';

/**
 * Asks a question whose sides may be several groups and parties: sideName(['@a', 'b']) names such a side. Its members are
 * those of each, with their own times. Questions of one ledger are asked one after another.
 * @param asked both sides of the question
 * @param ask what is asked while the sides are groups of the ledger
 */
export function withSides<T>(ledger: Ledger, asked: Pick<Asked, 'between' | 'and'>, ask: () => Promise<T>): Promise<T> {
  return inTurn(ledger, () => asGroups(ledger, asked, ask));
}

async function asGroups<T>(ledger: Ledger, asked: Pick<Asked, 'between' | 'and'>, ask: () => Promise<T>): Promise<T> {
  const sides = [asked.between, asked.and].filter((name) => name !== null && sideReferences(name).length > 1);
  if (sides.length === 0) return ask();
  await ledger.run(FORGET_SIDES);
  await ledger.run(SIDE_GROUP_TABLE);
  for (const name of new Set(sides))
    await ledger.run(SIDE_GROUP, { name, references: sideReferences(name!).join('\n') });
  await ledger.run(SIDE_MEMBERSHIP);
  try {
    return await ask();
  } finally {
    await ledger.run(FORGET_SIDES);
  }
}
