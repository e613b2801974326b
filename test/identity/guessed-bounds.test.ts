/** Guesses about who is who and the bounds of a count: nothing is taken from the lower one that does not hang on the guess. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { countContacts, type Question } from '../../src/case/count.ts';
import { countContactsBy } from '../../src/case/count-by.ts';
import type { Bounds } from '../../src/model/bounds.ts';
import { DEFAULT_DEFINITION } from '../../src/model/definition.ts';
import type { Grade } from '../../src/model/finding.ts';
import { counted, type Member, type Owned } from '../contacts/counted.ts';
import { mail } from '../contacts/fixture.ts';

const T = 1_900_000_000;
const ADDRESSES = ['ann@a.example', 'bo@b.example', 'cy@c.example', 'di@d.example', 'ed@e.example'] as const;
const GROUP: readonly Member[] = [
  { group: '@two', party: ADDRESSES[0] },
  { group: '@two', party: ADDRESSES[1] },
];
const DEFINITION = { ...DEFAULT_DEFINITION, reciprocated: false };

/** Who wrote to whom, by place; nobody to the same address. */
type Mails = readonly { readonly from: number; readonly to: number }[];
interface Guess {
  readonly address: number;
  /** Whose it may be: the party of this address. */
  readonly party: number;
  readonly grade: Grade;
}

const place = fc.nat({ max: ADDRESSES.length - 1 });
const two = fc.tuple(place, place).filter(([a, b]) => a !== b);
const mails: fc.Arbitrary<Mails> = fc.array(
  two.map(([from, to]) => ({ from, to })),
  { minLength: 1, maxLength: 12 },
);
const guesses: fc.Arbitrary<Guess> = fc
  .tuple(two, fc.constantFrom<Grade>('probable', 'possible'))
  .map(([[address, party], grade]) => ({ address, party, grade }));

/** What is probable stands in place of the address's own party, what is possible beside it. */
function aliasesOf(guess: Guess | null): Owned[] {
  return ADDRESSES.flatMap((address, i): Owned[] => {
    const own: Owned = { address, party: address, basis: 'itself' };
    if (guess?.address !== i) return [own];
    const guessed: Owned = { address, party: ADDRESSES[guess.party]!, grade: guess.grade, basis: 'likeness' };
    return guess.grade === 'probable' ? [guessed] : [own, guessed];
  });
}

const question = (between: string | null, and: string | null = null): Question => ({
  between,
  and,
  from: null,
  to: null,
  channels: null,
  definition: DEFINITION,
});

/** Mails that are a contact of a side with anybody else, if addresses of one number are one person's. */
function truth(sent: Mails, person: readonly number[], side: readonly number[] | null): number {
  return sent.filter(({ from, to }) => {
    const [a, b] = [person[from]!, person[to]!];
    return a !== b && (side === null || side.includes(a) !== side.includes(b));
  }).length;
}

const within = ({ min, max }: Bounds, value: number, what: string): void =>
  assert.ok(min <= value && value <= max, `${what}: true are ${value}, said ${min}–${max}`);

test('min ≤ truth ≤ max whether a guess is right or wrong, and only what hangs on it separates them', async () => {
  await fc.assert(
    fc.asyncProperty(mails, guesses, async (sent, guess) => {
      const made = sent.map(({ from, to }, i) =>
        mail('a.mbox', T + i * 100, ADDRESSES[from]!, [ADDRESSES[to]!], { subject: `s${i}` }),
      );
      const world = await counted(made, aliasesOf(guess), GROUP);
      const apart = ADDRESSES.map((_, i) => i);
      const right = apart.map((i) => (i === guess.address ? guess.party : i));
      const sides: readonly (readonly [string | null, readonly number[] | null])[] = [
        [null, null],
        ['@two', [0, 1]],
        ...apart.filter((i) => i !== guess.address).map((i) => [ADDRESSES[i]!, [i]] as const),
      ];
      for (const [name, side] of sides) {
        if (name !== null && !world.parties.includes(name) && name !== '@two') continue;
        if (name === '@two' && (guess.address < 2 || !world.parties.includes(ADDRESSES[0]))) continue;
        const { bounds, identities } = await countContacts(world.ledger, question(name), false);
        const [ifRight, ifWrong] = [truth(sent, right, side), truth(sent, apart, side)];
        within(bounds, ifRight, `${name} if the guess is right`);
        within(bounds, ifWrong, `${name} if it is wrong`);
        const concerned = sent.filter(
          ({ from, to }) =>
            (from === guess.address || to === guess.address) &&
            (side === null ? from === guess.party || to === guess.party : side.includes(guess.party)),
        ).length;
        assert.ok(bounds.max - bounds.min <= concerned, `${name}: ${bounds.min}–${bounds.max} for ${concerned}`);
        if (bounds.max > bounds.min) assert.ok(identities.length > 0, `${name}: nothing is named that it hangs on`);
      }
      await world.ledger.close();
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

test('a row by party is as sure as the question about that party, and by pair as that about both', async () => {
  await fc.assert(
    fc.asyncProperty(mails, guesses, async (sent, guess) => {
      const made = sent.map(({ from, to }, i) =>
        mail('a.mbox', T + i * 100, ADDRESSES[from]!, [ADDRESSES[to]!], { subject: `s${i}` }),
      );
      const { ledger, parties } = await counted(made, aliasesOf(guess));
      for (const key of ['party', 'pair'] as const) {
        for (const row of await countContactsBy(ledger, question(null), [key], 'UTC', 100)) {
          const theirs = parties[row.theirs!]!;
          const alone = key === 'party' ? question(theirs) : question(parties[row.mine!]!, theirs);
          assert.deepEqual(row.bounds, (await countContacts(ledger, alone, false)).bounds, `${key} ${theirs}`);
        }
      }
      await ledger.close();
    }),
    { numRuns: 3, endOnFailure: true },
  );
});
