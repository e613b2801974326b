/** All contacts of a ledger as columns, and what a question makes of each: what the workbench filters in memory. */
import type { Definition } from '../../../model/definition.ts';
import type { Query } from '../../ledger.ts';
import { type Asked, askedLinks } from '../contacts/asked.ts';
import { contactStatus, linkCounts } from '../contacts/definition.ts';

/** Between whom; when and how are filters of the workbench. */
export type Sides = Pick<Asked, 'between' | 'and'>;

const always = ({ between, and }: Sides): Asked => ({ between, and, from: null, to: null, channels: null });

/** Every contact by latest instant, then id. @returns contact_no, channel, earliest, latest, state (of the headline) */
export const ROLL: Query = {
  name: 'roll',
  sql: `select k.contact_no, cast(k.channel as integer) as channel, k.earliest, k.latest, cast(s.state as integer) as state
    from contact k left join (select contact_no, state from state where duty = '') s using (contact_no)
    order by k.latest nulls last, k.id, k.contact_no`,
};

/** Pairs of contacts that may be one event. @returns a, b */
export const ROLL_SAME: Query = {
  name: 'roll-same',
  sql: 'select contact_a as a, contact_b as b from may_be_same order by 1, 2',
};

const LINKS = (sides: Sides): string =>
  `(select l.*, k.flags, k.audience, k.duration, k.witnesses, k.id, k.initiator_no
    from (${askedLinks(always(sides))}) l join contact k using (contact_no))`;

/** SQL for whether a link may count, and whether it certainly does wherever the window leaves it. Null: everything counts. */
const MAY = (d: Definition | null): string =>
  d === null ? 'true' : `${contactStatus('c', d)} > 0 and ${linkCounts('c', d)}`;
const CERTAIN = (d: Definition | null): string =>
  `${d === null ? 'true' : `${contactStatus('c', d)} = 2`} and c.grade = 0 and c.member`;

/**
 * Contacts that may count between two sides, at any time and by any way. What a window and channels take from them follows
 * from the contact alone. Takes the parameters of parametersOf.
 * @param definition null: whatever a definition says
 * @returns contact_no, certain
 */
export function rollFrame(sides: Sides, definition: Definition | null): Query {
  return {
    name: 'roll-frame',
    sql: `select c.contact_no, cast(bool_or(${CERTAIN(definition)}) as integer) as certain
      from ${LINKS(sides)} c where ${MAY(definition)} group by c.contact_no`,
  };
}

/**
 * The same contacts by the two parties in contact, a with the smaller number, in the table pair_link; a contact of several
 * pairs stands in several rows, and one of two addresses that are guessed to be one party's in none. begun: bit 1 by a, bit 2 by b. Takes the parameters of parametersOf.
 */
export function pairLink(sides: Sides, definition: Definition | null): Query {
  return {
    name: 'pair-link',
    sql: `create or replace temp table pair_link as
      select contact_no, least(mine, theirs) as a, greatest(mine, theirs) as b,
        bit_or(case when initiator_no = (case when mine < theirs then mine_no else theirs_no end) then 1
          when initiator_no = (case when mine < theirs then theirs_no else mine_no end) then 2 else 0 end) as begun
      from ${LINKS(sides)} c where mine <> theirs and ${MAY(definition)} group by 1, 2, 3`,
  };
}

/** The pairs of pair_link by number, those with most contacts first. */
export const PAIR_OF: Query = {
  name: 'pair-of',
  sql: `create or replace temp table pair_of as
    select a, b, cast(row_number() over (order by count(*) desc, a, b) - 1 as integer) as pair_no from pair_link group by a, b`,
};

/** @returns contact_no, pair_no, begun */
export const PAIR_LINKS: Query = {
  name: 'pair-links',
  sql: 'select l.contact_no, p.pair_no, cast(l.begun as integer) as begun from pair_link l join pair_of p using (a, b)',
};

/** @returns a, b (party numbers), in the order of pair_no */
export const PAIRS: Query = { name: 'pairs', sql: 'select a, b from pair_of order by pair_no' };

export const FORGET_PAIRS: Query = {
  name: 'forget-pairs',
  sql: 'drop table if exists temp.pair_link; drop table if exists temp.pair_of',
};
