/** Mails that one side's material has and the other's lacks. */
import { CHANNELS, DIRECTNESS } from '../../../../model/definition.ts';
import type { Query } from '../../../ledger.ts';
import { has } from '../../contacts/words.ts';

const ADDRESSED = ['direct', 'copied', 'blind'].map((word) => DIRECTNESS.indexOf(word as never)).join(', ');

/** Loaded mails of which a custodian whose material reaches that time and way has no copy. */
export const ONE_SIDED: Query = {
  name: 'one-sided',
  sql: `insert into absent
    with mail as (
      select l.contact_no, min(l.earliest) as earliest, max(l.latest) as latest from letter_held l
      where l.side = 0 group by l.contact_no
      having min(l.earliest) is not null and not bool_or(${has('l.flags', 'list', 'automatic')})),
    ends as (
      select k.contact_no, k.from_no as address_no, k.from_party as holder, k.to_party as other, k.grade, false as got
        from link k where k.channel = ${CHANNELS.indexOf('mail')} and k.directness in (${ADDRESSED}) and k.from_party <> k.to_party
      union all
      select k.contact_no, k.to_no, k.to_party, k.from_party, k.grade, true
        from link k where k.channel = ${CHANNELS.indexOf('mail')} and k.directness in (${ADDRESSED}) and k.from_party <> k.to_party),
    lacking as (
      select m.contact_no, m.earliest, m.latest, e.holder, e.other, min(e.grade)::integer as grade
      from ends e join mail m using (contact_no)
      join custody c on c.address_no = e.address_no and c.party_no = e.holder and c.entry is not null
        and (case when e.got then c.received else c.sent end) and c.from_time <= m.earliest and c.to_time >= m.latest
      group by m.contact_no, m.earliest, m.latest, e.holder, e.other),
    holding as (select distinct l.contact_no, c.party_no from letter_held l join custody c using (entry))
    select 'copy', l.contact_no, l.contact_no, null, l.holder, l.other, l.grade, true, 1, 1, l.earliest, l.latest,
      concat('copy ', l.contact_no)
    from lacking l left join holding h on h.contact_no = l.contact_no and h.party_no = l.holder
    where h.party_no is null`,
};
