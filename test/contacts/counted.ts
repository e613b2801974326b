/** Gives the addresses of a made-up ledger to parties and runs the stages up to links. */
import { contactsStage } from '../../src/case/stages/contacts.ts';
import { type LinksMade, linksStage } from '../../src/case/stages/links.ts';
import { GRADES, type Grade } from '../../src/model/finding.ts';
import { type Fixture, fixture, type Made } from './fixture.ts';

/** Whose an address is; from – to in epoch seconds, open when absent. */
export interface Owned {
  readonly address: string;
  readonly party: string;
  readonly from?: number;
  readonly to?: number;
  readonly grade?: Grade;
  readonly basis?: string;
}

/** Who is in a group, from – to. */
export interface Member {
  readonly group: string;
  readonly party: string;
  readonly from?: number;
  readonly to?: number;
}

export interface Counted extends Fixture {
  readonly made: LinksMade;
  readonly parties: readonly string[];
}

/**
 * Writes records, then party, alias and membership, and runs contacts and links. An address that nobody owns is a party
 * of its own; every party is a group of its own.
 */
export async function counted(
  made: readonly Made[],
  owned: readonly Owned[] = [],
  members: readonly Member[] = [],
  options: Parameters<typeof fixture>[1] = {},
): Promise<Counted> {
  const world = await fixture(made, options);
  const known = new Set(owned.map((o) => o.address));
  const aliases: Owned[] = [
    ...owned.filter((o) => world.addresses.includes(o.address)),
    ...world.addresses.filter((a) => !known.has(a)).map((address) => ({ address, party: address, basis: 'itself' })),
  ];
  const parties = [...new Set([...owned, ...aliases].map((a) => a.party))];
  await world.ledger.append('party', parties.length, {
    party_no: parties.map((_, i) => i),
    key: parties,
    name: parties,
    kind: parties.map((p) => (p.startsWith('org:') ? 'organisation' : 'person')),
    named: parties.map(() => true),
  });
  await world.ledger.append('alias', aliases.length, {
    address_no: aliases.map((a) => world.addresses.indexOf(a.address)),
    party_no: aliases.map((a) => parties.indexOf(a.party)),
    from_time: aliases.map((a) => a.from ?? null),
    to_time: aliases.map((a) => a.to ?? null),
    grade: aliases.map((a) => GRADES.indexOf(a.grade ?? 'certain')),
    basis: aliases.map((a) => a.basis ?? 'people.yaml'),
  });
  const memberships: Member[] = [
    ...members.filter((m) => parties.includes(m.party)),
    ...parties.map((party) => ({ group: party, party })),
  ];
  await world.ledger.append('membership', memberships.length, {
    name: memberships.map((m) => m.group),
    party_no: memberships.map((m) => parties.indexOf(m.party)),
    from_time: memberships.map((m) => m.from ?? null),
    to_time: memberships.map((m) => m.to ?? null),
  });
  await contactsStage(world.ledger, { body: world.body, problem: () => {} });
  return { ...world, made: await linksStage(world.ledger), parties };
}

/** Links as short text, in order: contact, from>to, directness, grade, a for answered. */
export async function linksOf(world: Counted): Promise<string[]> {
  const rows = await world.ledger.rows<{
    contact_no: number;
    from_party: number;
    to_party: number;
    directness: number;
    grade: number;
    answered: boolean;
  }>({ name: 'links', sql: 'select * from link' });
  const words = ['direct', 'copied', 'blind', 'audience', 'attended', 'scheduled', 'attempted'];
  return rows
    .map(
      (l) =>
        `${l.contact_no} ${world.parties[l.from_party]}>${world.parties[l.to_party]} ${words[l.directness]}${l.grade === 0 ? '' : ` ${GRADES[l.grade]}`}${l.answered ? ' answered' : ''}`,
    )
    .sort();
}
