/** Which contacts concern whom. */
import { CHANNELS } from '../../../model/definition.ts';
import { FLAG } from '../../../model/record.ts';
import type { Query } from '../../ledger.ts';
import { BELOW_FLOOR } from '../reports/floor.ts';
import { nearness } from './nearness.ts';
import { FAR_FUTURE, FAR_PAST } from './open-time.ts';

/** Prose need not say by which way a contact was: whether a duty for calls falls on it is open. */
const REPORT = CHANNELS.indexOf('report');

const touches = (side: string): string =>
  `${side}.from_time <= coalesce(e.latest, ${FAR_FUTURE}) and ${side}.to_time >= coalesce(e.earliest, ${FAR_PAST})`;
const holds = (side: string): string =>
  `${side}.from_time <= coalesce(e.earliest, ${FAR_PAST}) and ${side}.to_time >= coalesce(e.latest, ${FAR_FUTURE})`;
const COLUMNS = `e.contact_no, d.duty_no, e.holder, e.other, e.directness, ${nearness('e.directness')} as nearness,
  e.grade, e.answered, e.begun, e.channel, e.earliest, e.latest`;

/**
 * Links of somebody who has to tell with somebody on the other side, both at that time: one row for each duty and pair.
 * What a machine sent is nobody's contact, and nobody owes an account of it; nor of what is only told, below the case's
 * evidence floor.
 * `inside`: certainly at that time, whatever the uncertainty of the contact's. `begun`: the holder began it.
 */
export const DUE_LINK: Query = {
  name: 'due-link',
  sql: `create or replace temp table due_link as
    with said as (
      select l.* from link l where not exists (
        select 1 from contact c where c.contact_no = l.contact_no and (c.flags & ${FLAG.automatic}) <> 0)
        and l.contact_no not in (${BELOW_FLOOR})),
    ends as (
      select contact_no, from_party as holder, to_party as other, true as begun, directness, grade, answered, channel,
        earliest, latest from said
      union all
      select contact_no, to_party, from_party, false, directness, grade, answered, channel, earliest, latest from said)
    select ${COLUMNS}, (${holds('w')} and ${holds('o')}) as inside
      from ends e
      join side w on w.side = 0 and w.party_no = e.holder and ${touches('w')}
      join duty d on d.duty_no = w.duty_no and not d.anybody
      join side o on o.side = 1 and o.duty_no = w.duty_no and o.party_no = e.other and ${touches('o')}
    union all
    select ${COLUMNS}, (${holds('w')}) as inside
      from ends e
      join side w on w.side = 0 and w.party_no = e.holder and ${touches('w')}
      join duty d on d.duty_no = w.duty_no and d.anybody
      where e.other <> e.holder and not exists (
        select 1 from side o where o.side = 0 and o.duty_no = w.duty_no and o.party_no = e.other and ${touches('o')})`,
};

/** UTC days on which contacts fall that have a deadline. */
export const DUE_DAYS: Query = {
  name: 'due-days',
  sql: `select distinct d.within_days, cast(floor(l.latest / 86400) as integer) as utc_day
    from due_link l join duty d using (duty_no)
    where d.within_days is not null and l.latest is not null
    order by 1, 2`,
};

/**
 * Accounts that may be owed: one row for each contact, duty and holder, without those who were only copied in where
 * somebody was addressed or took part. required: 0 no, 1 perhaps, 2 yes. visitor: see DUE_LONE.
 */
export const DUE: Query = {
  name: 'due',
  sql: `create or replace temp table due as
    with held as (
      select contact_no, duty_no, holder, min(nearness) as nearness, bool_or(inside) as inside, min(channel) as channel,
        min(earliest) as earliest, max(latest) as latest
      from due_link group by contact_no, duty_no, holder),
    nearest as (
      select contact_no, duty_no, min(nearness) as nearness from held
      where contact_no in (select contact_no from held where nearness > 0)
      group by contact_no, duty_no having min(nearness) <> max(nearness))
    select h.contact_no, h.duty_no, h.holder, h.nearness, h.earliest, h.latest,
      (case
        when (d.kinds >> h.channel) & 1 = 0 and h.channel <> ${REPORT} then 0
        when coalesce(d.from_time, ${FAR_PAST}) > coalesce(h.latest, ${FAR_FUTURE})
          or coalesce(d.to_time, ${FAR_FUTURE}) < coalesce(h.earliest, ${FAR_PAST}) then 0
        when h.inside and h.channel <> ${REPORT} and coalesce(d.from_time, ${FAR_PAST}) <= coalesce(h.earliest, ${FAR_PAST})
          and coalesce(d.to_time, ${FAR_FUTURE}) >= coalesce(h.latest, ${FAR_FUTURE}) then 2
        else 1 end)::utinyint as required,
      r.party_no is not null as reached,
      p.party_no is not null as reached_public,
      h.inside, d.duty_no > 0 and d.audience_no = 0 as public_duty,
      case when h.latest < x.cut then x.before_cut else x.after_cut end as deadline,
      null::integer as visitor
    from held h
    join duty d using (duty_no)
    left join nearest n on n.contact_no = h.contact_no and n.duty_no = h.duty_no
    left join deadline x on x.within_days = d.within_days and x.utc_day = cast(floor(h.latest / 86400) as integer)
    left join reach r on r.party_no = h.holder and r.audience_no = d.audience_no and r.channel = h.channel
      and r.from_time <= h.earliest and r.to_time >= h.latest
    left join reach p on p.party_no = h.holder and p.audience_no = 0 and p.channel = h.channel
      and p.from_time <= h.earliest and p.to_time >= h.latest
    where n.nearness is null or h.nearness = n.nearness`,
};

/**
 * Meetings and visits of which no record says who was visited, where somebody came who is on the other side of a duty: they
 * may concern somebody. No duty falls on them for certain. visitor: one who came, the same one whatever the order.
 */
export const DUE_LONE: Query = {
  name: 'due-lone',
  sql: `insert into due
    select e.contact_no, min(d.duty_no), null, 0, e.earliest, e.latest, 0, false, false, false, false, null,
      min(e.party_no)
    from lone e join duty d on (d.anybody and not exists (
        select 1 from side o where o.side = 0 and o.duty_no = d.duty_no and o.party_no = e.party_no and ${touches('o')}))
      or exists (
        select 1 from side o where o.side = 1 and o.duty_no = d.duty_no and o.party_no = e.party_no and ${touches('o')})
    where e.contact_no not in (select contact_no from due)
    group by e.contact_no, e.earliest, e.latest`,
};
