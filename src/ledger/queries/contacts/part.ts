/** Who is in which contact, over all its witnesses. */
import type { Query } from '../../ledger.ts';
import { addressKind, has, kind, role } from './words.ts';

const IN_PERSON = kind('meeting', 'visit');

/** Participants of records other than calls under the contact that these witness. */
export const NAMED: Query = {
  name: 'named',
  sql: `create or replace temp table named as
    select coalesce(g.contact_no, p.record_no) as contact_no, w.kind, p.role, p.address_no, p.name_no, p.attendance, w.flags,
      ${has('w.flags', 'quoted')} as weak, a.kind = ${addressKind('name')} as bare
    from participant p join witness w using (record_no) join address a using (address_no)
    left join grouped g using (record_no)
    where w.kind <> ${kind('call')} and p.role not in (${role('reply-to', 'resource')})
      and (p.role <> ${role('mentioned')} or w.kind = ${kind('report')})`,
};

/** In a meeting, a bare name that reads as the display name of one who is there by address. */
export const KNOWN_NAME: Query = {
  name: 'known-name',
  sql: `create or replace temp table known_name as
    select n.contact_no, f.address_no as bare_no, min(n.address_no) as address_no
    from named n join text_fold f on f.text_no = n.name_no
    where n.kind in (${IN_PERSON}) and not n.bare and f.address_no is not null
    group by n.contact_no, f.address_no having count(distinct n.address_no) = 1`,
};

/**
 * Participants of contacts. A quoted message that stands for a loaded one adds nobody: the loaded one says it better. A
 * name that is somebody who is there by address is that somebody.
 */
export const PART: Query = {
  name: 'part',
  sql: `create or replace temp table part as
    with strong as (select contact_no from named group by contact_no having bool_or(weak) and not bool_and(weak))
    select n.contact_no, n.kind, n.role, coalesce(case when n.bare then k.address_no end, n.address_no) as address_no,
      n.attendance, n.flags
    from named n left join strong s on s.contact_no = n.contact_no
    left join known_name k on k.contact_no = n.contact_no and k.bare_no = n.address_no
    where not n.weak or s.contact_no is null`,
};

/** Who began each contact and how many others there were; of several authors the first by normalised text. */
export const SPREAD: Query = {
  name: 'spread',
  sql: `create or replace temp table spread as
    with begun as (
      select p.contact_no, arg_min(p.address_no, concat(p.role, ' ', a.norm)) as initiator_no
      from part p join address a using (address_no)
      where p.role in (${role('from', 'sender', 'organizer')}) group by p.contact_no)
    select p.contact_no, b.initiator_no,
      count(distinct case when p.role <> ${role('sender')} and p.address_no is distinct from b.initiator_no then p.address_no end)
        as audience
    from part p left join begun b using (contact_no) group by p.contact_no, b.initiator_no`,
};
