/** What is asked of the contacts of a claim. $numbers: contact_no, one a line. */
import type { Query } from '../../ledger.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';

const ASKED = 'asked as (select cast(unnest(string_split($numbers, chr(10))) as integer) as contact_no)';

/** A contact as its strength is judged. */
export interface ClaimContactRow {
  readonly contact_no: number;
  readonly id: bigint;
  readonly channel: number;
  readonly earliest: number;
  readonly latest: number;
  readonly duration: number | null;
  /** Distinct sources whose records witness it. */
  readonly sources: number;
}

export const CLAIM_CONTACTS: Query = {
  name: 'claim-contacts',
  sql: `with ${ASKED},
      witness as (
        select g.contact_no, g.record_no from grouped g join asked using (contact_no)
        union
        select contact_no, contact_no from asked),
      seen as (
        select w.contact_no, count(distinct r.source_no) as sources from witness w join record r using (record_no)
        group by w.contact_no)
    select k.contact_no, k.id, k.channel, k.earliest, k.latest, k.duration, coalesce(s.sources, 1) as sources
    from contact k join asked using (contact_no) left join seen s using (contact_no)
    order by k.contact_no`,
};

/** How many of the contacts have $speaker, or a member of that group, at one end for certain. */
export const SPEAKER_CONTACTS: Query = {
  name: 'speaker-contacts',
  sql: `with ${ASKED},
      ended as (
        select l.contact_no, l.from_party as party_no, l.earliest, l.latest from link l join asked using (contact_no)
        where l.grade = 0
        union
        select l.contact_no, l.to_party, l.earliest, l.latest from link l join asked using (contact_no) where l.grade = 0)
    select count(distinct e.contact_no) as contacts from ended e
    join membership m on m.name = $speaker and m.party_no = e.party_no
      and coalesce(m.from_time, ${FAR_PAST}) <= coalesce(e.earliest, ${FAR_PAST})
      and coalesce(m.to_time, ${FAR_FUTURE}) >= coalesce(e.latest, ${FAR_FUTURE})`,
};

/**
 * From when to when each side has members at all, as far as a window reaches; no row for a side that is empty.
 * @returns name, from_time, to_time; null: open
 */
export const SIDE_SPANS: Query = {
  name: 'side-spans',
  sql: `select name,
      case when bool_or(from_time is null) then null else min(from_time) end as from_time,
      case when bool_or(to_time is null) then null else max(to_time) end as to_time
    from membership where name in ($subject, $counterpart)
      and coalesce(from_time, ${FAR_PAST}) <= $to and coalesce(to_time, ${FAR_FUTURE}) >= $from
    group by name order by name`,
};
