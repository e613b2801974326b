/** What must hold in every made-up world, run for a few of them by the tests and for many by the slow ones. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { countContacts, type Question } from '../../src/case/count.ts';
import { countContactsBy } from '../../src/case/count-by.ts';
import { type Channel, DEFAULT_DEFINITION, type Definition } from '../../src/model/definition.ts';
import { type Counted, counted } from './counted.ts';
import { MEMBERS, OWNED, truthOf, type World, world } from './world.ts';

/** Everything that happened counts, so that what is true needs no second reading of the definition. */
const WIDE: Definition = {
  ...DEFAULT_DEFINITION,
  directness: ['direct', 'copied', 'blind', 'attended', 'scheduled'],
  reciprocated: false,
};
/** A few worlds name the seed of the one that fails; only the many are made smaller, which takes minutes. */
const settings = (runs: number): { readonly numRuns: number; readonly endOnFailure: boolean } => ({
  numRuns: runs,
  endOnFailure: runs < 100,
});
const CHANNELS: Readonly<{ [kind: string]: readonly Channel[] }> = {
  mail: ['mail'],
  call: ['call'],
  meeting: ['meeting', 'visit'],
};

const asked = (w: World, channels: readonly Channel[] | null): Question => ({
  between: 'a',
  and: 'b',
  from: w.from,
  to: w.to,
  channels,
  definition: WIDE,
});

const build = (w: World, sources?: readonly string[]): Promise<Counted> =>
  counted(w.made, OWNED, MEMBERS, sources === undefined ? {} : { sources });

/** min ≤ what happened ≤ max, for all channels and for each. */
export async function boundsHold(runs: number): Promise<void> {
  let [exact, all] = [0, 0];
  await fc.assert(
    fc.asyncProperty(world, async (w) => {
      const { ledger } = await build(w);
      for (const kind of [undefined, 'mail', 'call', 'meeting'] as const) {
        const question = asked(w, kind === undefined ? null : CHANNELS[kind]!);
        const { bounds, listed, reasons } = await countContacts(ledger, question, false);
        const truth = truthOf(w, kind);
        assert.ok(bounds.min <= truth, `${kind}: at least ${bounds.min}, but true are ${truth}`);
        assert.ok(truth <= bounds.max, `${kind}: at most ${bounds.max}, but true are ${truth}`);
        assert.equal(listed.length, bounds.min);
        assert.equal(
          reasons.reduce((sum, r) => sum + r.contacts, 0),
          bounds.max - bounds.min,
        );
        all++;
        if (bounds.min === truth) exact++;
      }
      await ledger.close();
    }),
    settings(runs),
  );
  // Bounds that are merely sound could be 0 and everything.
  assert.ok(exact > all / 3, `${exact} of ${all}`);
}

/** A row by key has the bounds of the question that asks for that key alone. */
export async function keysAgree(runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(world, async (w) => {
      const { ledger, parties } = await build(w);
      const question = { ...asked(w, null), from: null, to: null };
      for (const row of await countContactsBy(ledger, question, ['party', 'channel'], 'UTC', 100)) {
        const one = { ...question, and: parties[row.theirs!]!, channels: [row.channel!] };
        assert.deepEqual(row.bounds, (await countContacts(ledger, one, false)).bounds);
      }
      const everybody = { ...question, between: null, and: null };
      for (const row of await countContactsBy(ledger, everybody, ['pair'], 'UTC', 100)) {
        const one = { ...question, between: parties[row.mine!]!, and: parties[row.theirs!]! };
        assert.deepEqual(row.bounds, (await countContacts(ledger, one, false)).bounds);
      }
      await ledger.close();
    }),
    settings(runs),
  );
}

/** Contacts by id with their edges and links: what may not depend on the order of input. */
async function essence({ ledger }: Counted): Promise<unknown> {
  const contacts = await ledger.rows<{ readonly id: bigint }>({
    name: 'contacts',
    sql: `select id, channel, earliest, latest, precision, duration, flags, witnesses, rule, audience, subject, a.norm
      from contact c left join address a on a.address_no = c.initiator_no order by id`,
  });
  assert.equal(new Set(contacts.map(({ id }) => id)).size, contacts.length, 'two contacts have one id');
  const open = await ledger.rows({
    name: 'open',
    sql: `select least(a.id, b.id) as a, greatest(a.id, b.id) as b, why from may_be_same s
      join contact a on a.contact_no = s.contact_a join contact b on b.contact_no = s.contact_b order by 1, 2, 3`,
  });
  const links = await ledger.rows({
    name: 'links',
    sql: `select c.id, f.norm as f, t.norm as t, p.key as p, q.key as q, directness, l.grade, answered from link l
      join contact c using (contact_no) join address f on f.address_no = l.from_no join address t on t.address_no = l.to_no
      join party p on p.party_no = l.from_party join party q on q.party_no = l.to_party order by all`,
  });
  return { contacts, open, links };
}

/** The order in which sources are added changes nothing. */
export async function orderIsNothing(runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(world, fc.nat(), async (w, seed) => {
      const sources = [...new Set(w.made.map((m) => m.source))];
      const cut = seed % (sources.length || 1);
      const turned = [...sources.slice(cut), ...sources.slice(0, cut)].toReversed();
      const [one, two] = [await build(w, sources), await build(w, turned)];
      assert.deepEqual(await essence(one), await essence(two));
      await one.ledger.close();
      await two.ledger.close();
    }),
    // A failure is told with its seed at once: making a world smaller builds ledgers for many minutes.
    { ...settings(runs), endOnFailure: true },
  );
}
