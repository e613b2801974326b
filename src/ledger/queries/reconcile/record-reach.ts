/** Whether the records could have shown what a disclosure tells. */
import { CHANNELS, type Channel } from '../../../model/definition.ts';
import { FLAG, RECORD_KINDS, type RecordKind } from '../../../model/record.ts';
import { PLAUSIBILITIES } from '../../../model/time.ts';
import type { Query } from '../../ledger.ts';
import { FAR_FUTURE, FAR_PAST } from './open-time.ts';

const channelOf = (kind: RecordKind, channel: Channel): string =>
  `when ${RECORD_KINDS.indexOf(kind)} then ${CHANNELS.indexOf(channel)}`;
const CHANNEL = `(case when r.flags & ${FLAG.text} > 0 then ${CHANNELS.indexOf('text')} else case r.kind
  ${channelOf('message', 'mail')} ${channelOf('call', 'call')} ${channelOf('meeting', 'meeting')}
  ${channelOf('visit', 'visit')} else ${CHANNELS.indexOf('report')} end end)`;

/** Disclosures that exist; the smallest contact that fits, and the smallest that the matching gave it. */
export const DISCLOSURE_FITS: Query = {
  name: 'disclosure-fits',
  sql: `select d.disclosure_no, d.nil, d.channels, d.earliest, d.latest, f.contact_no as fits
    from disclosure d
    left join (select disclosure_no, min(contact_no) as contact_no from fit where own group by 1) f using (disclosure_no)
    where d.given is null or d.given <= $as_of
    order by 1`,
};

/** Parties that disclosures without a contact name by themselves. */
export const UNFIT_PARTY: Query = {
  name: 'unfit-party',
  sql: `create or replace temp table unfit_party as
    select p.disclosure_no, p.party_no, bool_or(p.discloser) as discloser
    from disclosure_party p join disclosure d using (disclosure_no)
    where not p.via_organisation and p.grade < 2 and not d.nil and (d.given is null or d.given <= $as_of)
      and p.disclosure_no not in (select disclosure_no from fit where own)
    group by 1, 2`,
};

export const UNFIT_PARTIES: Query = {
  name: 'unfit-parties',
  sql: 'select disclosure_no, party_no, discloser from unfit_party order by 1, 2',
};

const ENDS = `(
  select record_no, address_no from participant
  union all select record_no, a_no from record where a_no is not null
  union all select record_no, b_no from record where b_no is not null and b_no is distinct from a_no)`;

/** In which sources of records these parties are seen, by which channel, first and last. */
export const SEEN: Query = {
  name: 'seen',
  sql: `with wanted as (
      select distinct address_no, party_no, coalesce(from_time, ${FAR_PAST}) as from_time,
        coalesce(to_time, ${FAR_FUTURE}) as to_time
      from alias where grade < 2 and party_no in (select party_no from unfit_party))
    select w.party_no, r.source_no, ${CHANNEL} as channel, min(r.earliest) as first, max(r.latest) as last
    from ${ENDS} e join wanted w using (address_no) join record r using (record_no) join source s using (source_no)
    where s.side = 0 and r.latest >= w.from_time and r.earliest <= w.to_time
      and r.plausibility = ${PLAUSIBILITIES.indexOf('plausible')}
    group by 1, 2, 3 order by 1, 2, 3`,
};

/** Sources of records, how many records each has, and how many of them its busiest address is in, with its parties. */
export const SOURCE_SIZES: Query = {
  name: 'source-sizes',
  sql: `with seen as (
      select r.source_no, e.address_no, count(distinct e.record_no) as records
      from ${ENDS} e join record r using (record_no) group by 1, 2),
    busiest as (
      select source_no, max(records) as records from seen group by 1),
    owner as (
      select s.source_no, a.party_no from seen s join busiest b on b.source_no = s.source_no and b.records = s.records
      join alias a on a.address_no = s.address_no)
    select s.source_no, s.entry, s.custodian, s.scope_from, s.scope_to, s.scope_complete, b.records as busiest,
      (select count(*) from record r where r.source_no = s.source_no) as records,
      (select min(party_no) from owner o where o.source_no = s.source_no) as owner
    from source s join busiest b using (source_no)
    where s.side = 0 order by 1`,
};

/** Whose the addresses are that $norms lists, one normalised address a line. */
export const ADDRESS_HOLDERS: Query = {
  name: 'address-holders',
  sql: `select d.norm, a.party_no from address d join alias a using (address_no)
    where d.norm in (select unnest(string_split($norms, chr(10)))) order by 1, 2`,
};
