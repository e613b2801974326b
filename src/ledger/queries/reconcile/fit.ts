/** Which disclosures may be about which contacts, as temporary tables over the finished ledger. */
import { CHANNELS } from '../../../model/definition.ts';
import { FLAG, ROLES, type Role } from '../../../model/record.ts';
import { PRECISIONS } from '../../../model/time.ts';
import type { Query } from '../../ledger.ts';
import { BELOW_FLOOR } from '../reports/floor.ts';
import { nearness } from './nearness.ts';
import { FAR_FUTURE, FAR_PAST } from './open-time.ts';

const EXACT = ['second', 'minute', 'hour', 'day'].map((word) => PRECISIONS.indexOf(word as never)).join(', ');

/** A day in an unknown zone, seconds: a contact whose time is wider does not agree with a day. */
const WIDEST_DAY = 50 * 3600;

const REPORT = CHANNELS.indexOf('report');
const MEETING = 1 << CHANNELS.indexOf('meeting');
const MEETING_OR_VISIT = `${CHANNELS.indexOf('meeting')}, ${CHANNELS.indexOf('visit')}`;
const VISIT = 1 << CHANNELS.indexOf('visit');
/** Meeting and visit are one way of contact: a register says meeting where a log says visit. */
const WAYS = `bit_count(case when d.channels & ${MEETING} > 0 then d.channels & ~${VISIT} else d.channels end)`;

/**
 * Pairs of parties that each disclosure names, both ways round. `firm`: it names both by themselves, for certain, on a
 * day, by one way of contact. Disclosures given after $as_of do not exist yet. Two who are only named through their
 * organisations, neither of whom tells it, are no pair: of a large one everybody with everybody.
 */
export const PAIR: Query = {
  name: 'pair',
  sql: `create or replace temp table pair as
    select p.party_no as a, q.party_no as b, d.disclosure_no, bool_or(p.discloser) as discloser,
      bool_or(q.discloser) as discloser_b,
      min(greatest(p.grade, q.grade)) as grade,
      bool_or(p.grade = 0 and q.grade = 0 and not p.via_organisation and not q.via_organisation
        and d.precision in (${EXACT}) and ${WAYS} = 1) as firm,
      any_value(d.precision in (${EXACT})) as exact, any_value(d.channels) as channels,
      any_value(coalesce(d.earliest, ${FAR_PAST})) as earliest, any_value(coalesce(d.latest, ${FAR_FUTURE})) as latest
    from disclosure d
    join disclosure_party p using (disclosure_no)
    join disclosure_party q using (disclosure_no)
    where not d.nil and (d.given is null or d.given <= $as_of) and p.party_no <> q.party_no
      and (p.discloser or q.discloser or not (p.via_organisation or q.via_organisation))
    group by p.party_no, q.party_no, d.disclosure_no`,
};

const FITTED = `l.contact_no, p.a, p.b, p.disclosure_no, p.discloser, greatest(l.grade, p.grade) as grade,
  ${nearness('l.directness')} as nearness,
  l.latest - l.earliest <= ${WIDEST_DAY} and p.exact as exact,
  l.latest - l.earliest <= ${WIDEST_DAY} and p.firm and l.grade = 0 and l.earliest >= p.earliest and l.latest <= p.latest as firm`;
/** Prose that tells of a contact need not say by which way it was. */
const WHERE = `((p.channels >> l.channel) & 1 = 1 or l.channel = ${REPORT})
  and coalesce(l.earliest, ${FAR_PAST}) <= p.latest and coalesce(l.latest, ${FAR_FUTURE}) >= p.earliest`;

const HELD = `l.contact_no not in (${BELOW_FLOOR})`;

/**
 * Links between two parties that a disclosure names, at a time and by a way that it can mean; without what is only told,
 * below the case's evidence floor.
 */
export const FIT_LINK: Query = {
  name: 'fit-link',
  sql: `create or replace temp table fit_link as
    select ${FITTED} from link l join pair p on l.from_party = p.a and l.to_party = p.b where ${WHERE} and ${HELD}
    union all
    select ${FITTED} from link l join pair p on l.to_party = p.a and l.from_party = p.b where ${WHERE} and ${HELD}`,
};

const roles = (...words: Role[]): string => words.map((word) => ROLES.indexOf(word)).join(', ');

/**
 * Meetings and visits of which no record says who was visited, such as the log of a whole building, with those who came.
 * A disclosure may be about one of them when it names one who came.
 */
export const LONE: Query = {
  name: 'lone',
  sql: `create or replace temp table lone as
    with gathering as (
      select contact_no, channel, earliest, latest from contact
      where channel in (${MEETING_OR_VISIT}) and (flags & ${FLAG.told}) = 0),
    witnessed as (
      select g.contact_no, coalesce(w.record_no, g.contact_no) as record_no
      from gathering g left join grouped w using (contact_no)),
    hosted as (
      select distinct w.contact_no from witnessed w join participant p using (record_no)
      where p.role in (${roles('host', 'organizer', 'discloser')}))
    select distinct g.contact_no, a.party_no, g.channel, g.earliest, g.latest
    from gathering g join witnessed w using (contact_no)
    join participant p using (record_no)
    join alias a on a.address_no = p.address_no
      and coalesce(a.from_time, ${FAR_PAST}) <= coalesce(g.latest, ${FAR_FUTURE})
      and coalesce(a.to_time, ${FAR_FUTURE}) >= coalesce(g.earliest, ${FAR_PAST})
    where p.role not in (${roles('resource', 'mentioned')}) and g.contact_no not in (select contact_no from hosted)`,
};

/**
 * One row for each contact, end of it and disclosure. Contacts that may be one event share what fits either of them:
 * `own` is false for what fits only the other.
 */
export const FIT: Query = {
  name: 'fit',
  sql: `create or replace temp table fit as
    with direct as (
      select contact_no, a, disclosure_no, bool_or(discloser) as discloser, bool_or(exact and grade < 2) as exact,
        coalesce(bool_or(firm), false) as firm, min(nearness) as nearness
      from fit_link group by contact_no, a, disclosure_no),
    visited as (
      select l.contact_no, l.party_no as a, p.disclosure_no
      from lone l join pair p on p.b = l.party_no and not p.discloser_b
      where ${WHERE} group by 1, 2, 3),
    same as (
      select contact_a as contact_no, contact_b as other from may_be_same where contact_b not in (${BELOW_FLOOR})
      union all select contact_b, contact_a from may_be_same where contact_a not in (${BELOW_FLOOR}))
    select contact_no, a, disclosure_no, discloser, coalesce(exact, false) as exact, firm, nearness, true as own
      from direct
    union all
    select contact_no, a, disclosure_no, false, false, false, 0, true from visited v
      where not exists (
        select 1 from direct o where o.contact_no = v.contact_no and o.a = v.a and o.disclosure_no = v.disclosure_no)
    union all
    select s.other, d.a, d.disclosure_no, bool_or(d.discloser), false, false, min(d.nearness), false
      from same s join direct d using (contact_no)
      where not exists (
        select 1 from direct o where o.contact_no = s.other and o.a = d.a and o.disclosure_no = d.disclosure_no)
      group by s.other, d.a, d.disclosure_no`,
};
