/** Messages that others quote. */
import type { Query } from '../../ledger.ts';
import { addressKind, has, kind, plainSubject, role } from './words.ts';

/** Messages that can hold others: what a message holds follows it among the records, up to the next message. */
export const ENCLOSING: string = `select record_no, source_no, subject from record where kind = ${kind('message')} and part = 0`;

/** One that a line such as "On Tuesday Ada wrote:" introduces has no subject of its own: it is of the thread that quotes it. */
export const QUOTED: Query = {
  name: 'quoted',
  sql: `create or replace temp table quoted as
    select w.record_no, w.place, w.earliest, w.latest, w.precision, f.from_no,
      ${plainSubject('coalesce(w.subject, o.subject)')} as subject
    from witness w left join mail_from f using (record_no)
    asof left join (${ENCLOSING}) o on o.source_no = w.source_no and o.record_no <= w.record_no
    where w.kind = ${kind('message')} and ${has('w.flags', 'quoted')}`,
};

export const QUOTED_ROWS: Query = {
  name: 'quoted-rows',
  sql: `select record_no, earliest, latest, precision, from_no, subject from quoted order by place, record_no`,
};

/** Loaded messages of the same subject, by a sender of the same address or name, whose instant fits the quoted date. */
export const QUOTED_FIT: Query = {
  name: 'quoted-fit',
  sql: `create or replace temp table quoted_fit as
    with sender as (
      select record_no, from_no as who from letter where from_no is not null
      union
      select p.record_no, f.address_no from participant p join letter l using (record_no)
      join text_fold f on f.text_no = p.name_no
      where p.role in (${role('from', 'sender')}) and f.address_no is not null)
    select q.record_no as quoted, l.record_no as message, l.earliest as instant
    from quoted q join sender s on s.who = q.from_no join letter l on l.record_no = s.record_no and l.subject = q.subject
    where q.subject <> '' and l.earliest = l.latest and l.earliest between q.earliest and q.latest`,
};

export const QUOTED_FITS: Query = {
  name: 'quoted-fits',
  sql: `select quoted, message, instant from quoted_fit order by 1, 2`,
};

/**
 * Mail addresses in To and Cc of quoted messages and of those that they fit. Mail programs write names there as well: a
 * name and an address contradict nobody.
 */
export const QUOTED_RECIPIENTS: Query = {
  name: 'quoted-recipients',
  sql: `with asked as (select record_no from quoted union select message from quoted_fit)
    select distinct p.record_no, p.address_no
    from participant p join asked using (record_no) join address a using (address_no)
    where p.role in (${role('to', 'cc')}) and a.kind = ${addressKind('mail')}
    order by 1, 2`,
};
