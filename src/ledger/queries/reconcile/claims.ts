/** What the matching is asked: contacts that some disclosure fits. Everything else is settled by one statement. */
import type { Query } from '../../ledger.ts';

/** Contacts that concern somebody and that some disclosure fits. */
export const FITTING: Query = {
  name: 'fitting',
  sql: 'create or replace temp table fitting as select distinct contact_no from due where contact_no in (select contact_no from fit)',
};

/** All accounts that may be owed of them. */
export const CLAIMS: Query = {
  name: 'claims',
  sql: `select due.contact_no, duty_no, holder, nearness, required, inside, reached, reached_public, deadline, visitor,
      c.id, c.earliest
    from due join fitting using (contact_no) join contact c on c.contact_no = due.contact_no
    order by due.contact_no, duty_no, holder`,
};

/** Disclosures that exist, in the order in which one is preferred to the other. */
export const DISCLOSURES_BY_TIME: Query = {
  name: 'disclosures-by-time',
  sql: `select disclosure_no, capacity, given, audience from disclosure
    where not nil and (given is null or given <= $as_of)
    order by earliest nulls last, given nulls last, id, disclosure_no`,
};

/** Disclosures by the holder, to the audience of the duty, that fit a claim. */
export const CANDIDATES: Query = {
  name: 'candidates',
  sql: `select due.contact_no, due.duty_no, due.holder, f.disclosure_no, f.exact
    from due
    join fitting using (contact_no)
    join duty d on d.duty_no = due.duty_no and d.duty_no > 0
    join fit f on f.contact_no = due.contact_no and f.a = due.holder and f.discloser
    join disclosure s on s.disclosure_no = f.disclosure_no and s.audience = d.audience
    order by 1, 2, 3, 4`,
};

/** Public disclosures by anybody that fit a contact. */
export const PUBLIC_CANDIDATES: Query = {
  name: 'public-candidates',
  sql: `select f.contact_no, f.disclosure_no, bool_or(f.exact) as exact
    from fit f join fitting using (contact_no)
    join disclosure s on s.disclosure_no = f.disclosure_no and s.audience = 'public'
    group by 1, 2 order by 1, 2`,
};

const CERTAINLY_THERE = 'l.grade = 0 and l.inside and l.nearness = 0';

/** Claims of contacts in which somebody certainly took part whom no disclosure of the holder that fits names. */
export const LEFT_OUT: Query = {
  name: 'left-out',
  sql: `with named as (
      select distinct f.contact_no, f.a, f.b, s.audience
      from fit_link f join disclosure s using (disclosure_no) where f.discloser)
    select distinct l.contact_no, l.duty_no, l.holder
    from due_link l join fitting using (contact_no) join duty d using (duty_no)
    left join named n
      on n.contact_no = l.contact_no and n.a = l.holder and n.b = l.other and n.audience = d.audience
    where ${CERTAINLY_THERE} and n.contact_no is null
    order by 1, 2, 3`,
};

/** Contacts of which no public disclosure that fits, whoever gave it, names two who certainly took part. */
export const PUBLIC_LEFT_OUT: Query = {
  name: 'public-left-out',
  sql: `with named as (
      select distinct f.contact_no, f.a, f.b
      from fit_link f join disclosure s using (disclosure_no) where s.audience = 'public')
    select distinct l.contact_no
    from due_link l join fitting using (contact_no)
    left join named n on n.contact_no = l.contact_no and n.a = l.holder and n.b = l.other
    where ${CERTAINLY_THERE} and n.contact_no is null
    order by 1`,
};
