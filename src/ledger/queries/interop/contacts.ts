/** Contacts as they leave the case: chosen and put in order once, then read page by page. */
import type { Definition } from '../../../model/definition.ts';
import { ROLES, type Role } from '../../../model/record.ts';
import type { Query } from '../../ledger.ts';
import { type Asked, askedLinks, insideWindow } from '../contacts/asked.ts';
import { contactStatus, linkCounts } from '../contacts/definition.ts';
import { channel, role } from '../contacts/words.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';

/** Parts that show somebody as one end of a contact; who is only mentioned, and rooms, are none. */
const ENDS: readonly Role[] = [
  'from',
  'sender',
  'to',
  'cc',
  'bcc',
  'caller',
  'callee',
  'organizer',
  'attendee',
  'host',
  'visitor',
  'discloser',
];

/** The part of a question that a contact shows by itself. */
function windowOf(asked: Asked): string {
  const parts = [
    asked.from === null ? '' : '(c.latest is null or c.latest >= $from)',
    asked.to === null ? '' : '(c.earliest is null or c.earliest <= $to)',
    asked.channels === null ? '' : `c.channel in (${asked.channels.length === 0 ? '-1' : channel(...asked.channels)})`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'true' : parts.join(' and ');
}

/**
 * Makes the table exported: contact_no, and its place in the order of time, then id. Without sides every contact of the
 * window, also one in which nobody is known; with sides those that link them, whether or not they count.
 */
export function exported(asked: Asked): Query {
  const chosen =
    asked.between === null ? windowOf(asked) : `c.contact_no in (select contact_no from (${askedLinks(asked)}))`;
  return {
    name: 'exported',
    sql: `create or replace temp table exported as
      select c.contact_no, cast(row_number() over (order by c.earliest nulls last, c.latest, c.id, c.contact_no) - 1 as integer) as place
      from contact c where ${chosen}`,
  };
}

export const EXPORTED_CONTACTS: Query = {
  name: 'exported-contacts',
  sql: 'select cast(count(*) as integer) as contacts from exported',
};

export const FORGET_EXPORTED: Query = { name: 'forget-exported', sql: 'drop table if exists temp.exported' };

const PAGE = 'page as (select contact_no, place from exported where place >= $first and place < $end)';

export interface ContactPageRow {
  readonly contact_no: number;
  readonly id: bigint;
  /** Place in CHANNELS. */
  readonly channel: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly offset_minutes: number | null;
  /** Place in PRECISIONS. */
  readonly precision: number;
  readonly duration: number | null;
  readonly flags: number;
  readonly rule: string;
  readonly subject: string | null;
  /** Place in CONTACT_STATES of the headline; null where nothing is asked. */
  readonly state: number | null;
}

/** Contacts with places from $first up to $end (exclusive), in their order. @returns ContactPageRow */
export const CONTACT_PAGE: Query = {
  name: 'export-contact-page',
  sql: `with ${PAGE}
    select c.contact_no, c.id, c.channel, c.earliest, c.latest, c.offset_minutes, c.precision, c.duration, c.flags, c.rule, c.subject,
      s.state
    from page join contact c using (contact_no)
    left join (select contact_no, state from state where duty = '') s using (contact_no)
    order by page.place`,
};

export interface EndPageRow {
  readonly contact_no: number;
  /** Place in ROLES. */
  readonly role: number;
  /** Place in ADDRESS_KINDS. */
  readonly kind: number;
  readonly norm: string;
  readonly raw: string;
  /** As the records print it beside the address. */
  readonly name: string | null;
  readonly organisation: string | null;
  /** Of the party whose address it was then; null where it was nobody's. */
  readonly key: string | null;
  readonly party: string | null;
  readonly named: boolean | null;
  /** Place in GRADES. */
  readonly grade: number | null;
}

/** Who took part, once for each address and part, by the alias of best grade that held then. @returns EndPageRow */
export const END_PAGE: Query = {
  name: 'export-end-page',
  sql: `with ${PAGE},
      witnessed as (
        select p.contact_no, coalesce(g.record_no, p.contact_no) as record_no from page p left join grouped g using (contact_no)),
      spoken as (
        select w.contact_no, p.role, p.address_no, p.name_no, p.organisation_no
          from participant p join witnessed w using (record_no) where p.role in (${role(...ENDS)})
        union all
        select w.contact_no, ${ROLES.indexOf('caller')}, r.a_no, null, null
          from record r join witnessed w using (record_no) where r.a_no is not null
        union all
        select w.contact_no, ${ROLES.indexOf('callee')}, r.b_no, null, null
          from record r join witnessed w using (record_no) where r.b_no is not null),
      once as (
        select s.contact_no, s.role, s.address_no, min(t.text) as name, min(o.text) as organisation
        from spoken s left join text t on t.text_no = s.name_no left join text o on o.text_no = s.organisation_no
        group by s.contact_no, s.role, s.address_no),
      held as (
        select e.contact_no, e.role, e.address_no, min(l.grade) as grade,
          arg_min(l.party_no, cast(l.grade as bigint) * 4294967296 + l.party_no) as party_no
        from once e join contact c using (contact_no)
        join alias l on l.address_no = e.address_no
          and coalesce(l.from_time, ${FAR_PAST}) <= coalesce(c.latest, ${FAR_FUTURE})
          and coalesce(l.to_time, ${FAR_FUTURE}) >= coalesce(c.earliest, ${FAR_PAST})
        group by e.contact_no, e.role, e.address_no)
    select e.contact_no, e.role, a.kind, a.norm, a.raw, e.name, e.organisation, p.key, p.name as party, p.named, h.grade
    from once e join address a using (address_no)
    left join held h on h.contact_no = e.contact_no and h.role = e.role and h.address_no = e.address_no
    left join party p using (party_no)
    order by e.contact_no, e.role, a.kind, a.norm, e.address_no`,
};

export interface DutyPageRow {
  readonly contact_no: number;
  readonly duty: string;
  /** Key of the party that has to tell; null where none certainly has. */
  readonly holder: string | null;
  readonly audience: string;
  /** Place in CONTACT_STATES. */
  readonly state: number;
  readonly deadline: number | null;
}

/** States by duty. @returns DutyPageRow */
export const DUTY_PAGE: Query = {
  name: 'export-duty-page',
  sql: `with ${PAGE}
    select s.contact_no, s.duty, p.key as holder, s.audience, s.state, s.deadline
    from state s join page using (contact_no) left join party p on p.party_no = s.holder
    where s.duty <> '' order by s.contact_no, s.duty, p.key nulls first, s.audience`,
};

/** Contacts that count or may count under a definition. @returns contact_no, certain */
export function countPage(asked: Asked, d: Definition): Query {
  return {
    name: 'export-count-page',
    sql: `with ${PAGE},
        judged as (
          select c.contact_no, ${contactStatus('c', d)} as status from contact c where c.contact_no in (select contact_no from page)),
        linked as (select * from (${askedLinks(asked)}) where contact_no in (select contact_no from page))
      select l.contact_no,
        bool_or(j.status = 2 and l.grade = 0 and l.member and ${insideWindow('l', asked)}) as certain
      from linked l join judged j using (contact_no)
      where j.status > 0 and ${linkCounts('l', d)}
      group by l.contact_no order by l.contact_no`,
  };
}

export interface LoadedDisclosures {
  readonly path: string;
  readonly protected: boolean;
  /** Path of the source's entry in case.yaml. */
  readonly entry: string | null;
  readonly file_sha256: string;
  readonly audience: string | null;
  readonly entries: number;
}

/** Sources of the disclosed side, each with its number of entries. @returns LoadedDisclosures */
export const LOADED_DISCLOSURES: Query = {
  name: 'loaded-disclosures',
  sql: `select s.path, coalesce(s.protected, false) as protected, s.entry, s.file_sha256, s.audience,
      cast(count(d.disclosure_no) as integer) as entries
    from source s left join record r using (source_no) left join disclosure d using (record_no)
    where s.side = 1 group by s.source_no, s.path, s.protected, s.entry, s.file_sha256, s.audience order by s.source_no`,
};

/** Disclosures that were coded by hand. @returns entries */
export const CODED_DISCLOSURES: Query = {
  name: 'coded-disclosures',
  sql: 'select cast(count(*) as integer) as entries from disclosure where record_no is null',
};
