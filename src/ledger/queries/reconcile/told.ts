/** What disclosed sources tell. */
import { ADDRESS_KINDS, ROLES } from '../../../model/record.ts';
import type { Query } from '../../ledger.ts';
import { tableOfLines } from './lines.ts';
import { FAR_FUTURE, FAR_PAST } from './open-time.ts';

/** Rows of disclosed sources. */
export const TOLD_ROWS: Query = {
  name: 'told-rows',
  sql: `select r.record_no, r.kind, r.byte_offset, r.byte_length, r.row_no, r.part, r.earliest, r.latest, r.precision, r.flags, r.subject,
      r.extras, s.file_sha256, s.format, s.member, s.entry, s.audience, s.published
    from record r join source s using (source_no)
    where s.side = 1 order by r.record_no`,
};

/** Their participants, each with the parties that its address was at the time. */
export const TOLD_ENDS: Query = {
  name: 'told-ends',
  sql: `with told as (select r.* from record r join source s using (source_no) where s.side = 1),
    ends as (
      select p.record_no, p.role, p.address_no, p.organisation_no, p.attendance
        from participant p join told using (record_no)
      union all
      select record_no, ${ROLES.indexOf('caller')}, a_no, null, 0 from told where a_no is not null
      union all
      select record_no, ${ROLES.indexOf('callee')}, b_no, null, 0 from told where b_no is not null)
    select e.record_no, e.role, e.address_no, coalesce(e.attendance, 0) as attendance, t.text as organisation,
      a.party_no, min(a.grade) as grade, p.kind = 'organisation' as is_organisation, coalesce(p.named, false) as named
    from ends e
    join told r using (record_no)
    join alias a on a.address_no = e.address_no
      and coalesce(a.from_time, ${FAR_PAST}) <= coalesce(r.latest, ${FAR_FUTURE})
      and coalesce(a.to_time, ${FAR_FUTURE}) >= coalesce(r.earliest, ${FAR_PAST})
    join party p using (party_no)
    left join text t on t.text_no = e.organisation_no
    group by 1, 2, 3, 4, 5, 6, 8, 9
    order by 1, 2, 3, 5 nulls first, 4, 6`,
};

/** Posts. */
export const POSTS: Query = {
  name: 'posts',
  sql: `select party_no, organisation_no, coalesce(from_time, ${FAR_PAST}) as from_time,
      coalesce(to_time, ${FAR_FUTURE}) as to_time
    from tenure order by 1, 2, 3, 4`,
};

/** Parties of people.yaml. */
export const NAMED_PARTIES: Query = {
  name: 'named-parties',
  sql: `select party_no, key, name, kind from party where named order by party_no`,
};

/** Members of groups; parties are found by their key. */
export const MEMBERS: Query = {
  name: 'members',
  sql: `select name, party_no, coalesce(from_time, ${FAR_PAST}) as from_time, coalesce(to_time, ${FAR_FUTURE}) as to_time
    from membership where name like '@%' order by 1, 2, 3, 4`,
};

/** Organisations of which a disclosure may mean anybody. From $lines. */
export const VIA: Query = {
  name: 'via',
  sql: tableOfLines('via', { disclosure_no: 'integer', organisation: 'integer' }),
};

/** Official mail domains of organisations. From $lines. */
export const OFFICIAL: Query = {
  name: 'official',
  sql: tableOfLines('official', { organisation: 'integer', domain: 'varchar' }),
};

/**
 * Whoever writes from an official domain of an organisation, where a disclosure names the organisation: people of it that
 * nobody listed, as far as one of the disclosers had to do with them. From the tables via and official.
 */
export const UNLISTED_STAFF: Query = {
  name: 'unlisted-staff',
  sql: `insert into disclosure_party
    with staff as (
      select distinct o.organisation, a.party_no
      from official o
      join address d on d.kind = ${ADDRESS_KINDS.indexOf('mail')} and split_part(d.norm, '@', -1) = o.domain
      join alias a using (address_no)
      join party p on p.party_no = a.party_no and not coalesce(p.named, false)),
    linked as (
      select from_party as a, to_party as b from link where to_party in (select party_no from staff)
      union
      select to_party, from_party from link where from_party in (select party_no from staff))
    select distinct v.disclosure_no, s.party_no, false, 2, null::integer, true
    from via v
    join staff s using (organisation)
    join disclosure_party p on p.disclosure_no = v.disclosure_no and p.discloser
    join linked l on l.a = p.party_no and l.b = s.party_no
    where not exists (
      select 1 from disclosure_party k where k.disclosure_no = v.disclosure_no and k.party_no = s.party_no)`,
};
