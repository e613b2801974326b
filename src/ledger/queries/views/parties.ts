/** Parties and records as `explain` shows them. */
import type { Query } from '../../ledger.ts';

/** A party. Parameter: no. */
export const PARTY_OF: Query = {
  name: 'party-of',
  sql: 'select key, name, kind, named from party where party_no = $no',
};

/** Its addresses. Parameter: no. @returns address_no, address, kind, from_time, to_time, grade, basis */
export const ALIASES_OF: Query = {
  name: 'aliases-of',
  sql: `select x.address_no, a.norm as address, a.kind, x.from_time, x.to_time, x.grade, x.basis
    from alias x join address a using (address_no) where x.party_no = $no
    order by x.grade, a.kind, a.norm, x.from_time nulls first`,
};

/** Its posts. Parameter: no. @returns organisation, role, from_time, to_time */
export const TENURES_OF: Query = {
  name: 'tenures-of',
  sql: `select p.key as organisation, t.role, t.from_time, t.to_time
    from tenure t join party p on p.party_no = t.organisation_no where t.party_no = $no
    order by t.from_time nulls first, p.key, t.role`,
};

/** Its groups. Parameter: no. @returns name, from_time, to_time */
export const GROUPS_OF: Query = {
  name: 'groups-of',
  sql: `select name, from_time, to_time from membership where party_no = $no and name like '@%' order by name, from_time nulls first`,
};

/** Its contacts by channel. Parameter: no. @returns channel, contacts */
export const CONTACTS_OF_PARTY: Query = {
  name: 'contacts-of-party',
  sql: `select cast(channel as integer) as channel, count(distinct contact_no) as contacts from link
    where from_party = $no or to_party = $no group by channel order by channel`,
};

/** A record. Parameter: no. */
export const RECORD_OF: Query = {
  name: 'record-of',
  sql: `select r.record_no, r.kind, r.earliest, r.latest, r.precision, r.zone, r.plausibility, r.duration, r.flags, r.subject,
      a.norm as caller, b.norm as callee, coalesce(g.contact_no, k.contact_no) as contact_no, d.disclosure_no
    from record r left join address a on a.address_no = r.a_no left join address b on b.address_no = r.b_no
    left join grouped g using (record_no) left join contact k on k.contact_no = r.record_no
    left join disclosure d on d.record_no = r.record_no
    where r.record_no = $no`,
};

/** Who stands in a record. Parameter: no. @returns role, address, name, organisation */
export const PARTICIPANTS_OF: Query = {
  name: 'participants-of',
  sql: `select p.role, a.norm as address, n.text as name, o.text as organisation
    from participant p join address a using (address_no) left join text n on n.text_no = p.name_no
    left join text o on o.text_no = p.organisation_no where p.record_no = $no
    order by p.role, a.norm, n.text, o.text`,
};
