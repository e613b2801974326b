/** Which mails and calendar entries are looked at for signatures, and what is made of those. */
import type { Query } from '../../ledger.ts';
import { addressKind, has, kind, role } from '../contacts/words.ts';

/**
 * The newest $each mails and calendar entries of every author, each sending and each entry once, at most $most in all, those
 * that are newest of their author first. Who organises an entry wrote its description. Places are in the order of the
 * sources, so that archives are walked once. Longer messages than $longest are read in part. Ties are broken by what the
 * message is, never by its number.
 * @returns record_no, address_no, local (part of the address), entry (of a calendar), source_no, byte_offset, byte_length
 */
export const SIGNED_MAILS: Query = {
  name: 'signed-mails',
  sql: `with own as (
      select p.record_no, min(p.address_no) as address_no from participant p join address a using (address_no)
      where p.role in (${role('from', 'organizer')}) and a.kind = ${addressKind('mail')} group by 1 having count(distinct p.address_no) = 1),
    sent as (
      select o.address_no, o.record_no, r.latest, r.subject, s.path, s.member, r.byte_offset, r.message_id,
        case when r.kind = ${kind('meeting')} then r.byte_offset end as entry, r.part
      from own o join record r using (record_no) join source s using (source_no)
      where s.side = 0 and (r.kind = ${kind('message')} and r.part = 0 or r.kind = ${kind('meeting')} and s.format = 'ical')
        and not ${has('r.flags', 'quoted', 'list', 'automatic', 'draft')}),
    told as (
      select *, row_number() over (partition by path, member, entry order by part) as instance from sent where entry is not null
      union all select *, 1 from sent where entry is null),
    once as (
      select *, row_number() over (partition by address_no, latest, subject order by message_id, path, member, byte_offset) as copy
      from told where instance = 1),
    ranked as (
      select *, row_number() over (
        partition by address_no order by latest desc nulls last, subject nulls last, message_id, path, member, byte_offset) as place
      from once where copy = 1),
    chosen as (
      select record_no, address_no from (
        select n.*, row_number() over (order by n.place, a.norm) as turn from ranked n join address a using (address_no)
        where n.place <= $each)
      where turn <= $most)
    select c.record_no, c.address_no, split_part(a.norm, '@', 1) as local, r.kind = ${kind('meeting')} as entry, r.source_no,
      r.byte_offset, r.byte_length
    from chosen c join record r using (record_no) join address a using (address_no) order by c.record_no`,
};

/** Names that records write beside authors. @returns address_no, text */
export const AUTHOR_NAMES: Query = {
  name: 'author-names',
  sql: `select distinct p.address_no, t.text from participant p join text t on t.text_no = p.name_no
    where p.address_no in (select address_no from participant where role in (${role('from', 'organizer')})) order by 1, 2`,
};

/** Sources with where their bytes are. @returns source_no, path, member, sha256, size, region */
export const SIGNED_SOURCES: Query = {
  name: 'signed-sources',
  sql: 'select source_no, path, member, sha256, size, region from source where side = 0 order by source_no',
};

/** Of a mail to more people than these any may have passed it on. */
const FEW = 3;

/**
 * Adds to signature who answered, under an address that a mail did not go to, whoever wrote it: under which address it was
 * got nobody says, so each that it went to is named, unless that one answered too. A message answers the newest that it
 * refers to (RFC 5322, 3.6.4). It may be the same person, or somebody who stands in.
 */
export const ANSWERS: Query = {
  name: 'answers',
  sql: `insert into signature
    with named as (
      select r.record_no, r.message_id, (r.latest, s.path, s.member, r.byte_offset) as place
      from record r join source s using (source_no)
      where r.kind = ${kind('message')} and r.part = 0 and r.message_id is not null and r.message_id <> 0
        and not ${has('r.flags', 'quoted', 'list', 'automatic')}),
    reply as (
      select r.record_no as reply, arg_max(n.record_no, n.place) as asked
      from reference r join named n using (message_id) semi join named s on s.record_no = r.record_no
      where n.record_no <> r.record_no group by 1),
    ends as (
      select p.record_no, p.address_no, bool_or(p.role = ${role('from')}) as wrote
      from participant p semi join (select reply as record_no from reply union select asked from reply) using (record_no)
      semi join (select address_no from address where kind = ${addressKind('mail')}) using (address_no)
      where p.role in (${role('from', 'to', 'cc', 'bcc')}) group by 1, 2),
    got as (
      select record_no as asked, address_no, count(*) over (partition by record_no) as many from ends where not wrote),
    answered as (
      select y.asked, y.reply, b.address_no as own
      from reply y join ends b on b.record_no = y.reply and b.wrote
      join ends a on a.record_no = y.asked and a.wrote
      join ends t on t.record_no = y.reply and t.address_no = a.address_no and not t.wrote),
    others as (
      select w.* from answered w anti join ends e on e.record_no = w.asked and e.address_no = w.own)
    select o.reply, o.own, 'answer', '', any_value(a.raw), a.norm
    from others o join got g on g.asked = o.asked and g.many <= ${FEW}
    anti join answered x on x.asked = g.asked and x.own = g.address_no
    join address a on a.address_no = g.address_no
    group by o.reply, o.own, a.norm`,
};

/** SQL: of each author, in how many of the mails looked at there is a signature. */
const SIGNED = `select address_no, count(distinct record_no) as mails from signature where kind <> 'answer' group by 1`;

/** What stands in less than half of an author's signatures is no part of it: somebody's number is passed on, a name is told. */
const HALF = 2;
/** A number or mail address that stands in the signatures of authors of more names than these is a switchboard's. */
const MOST_NAMES = 2;

/**
 * Makes the table signed: address_no, kind, norm, raw, use, mails — what is part of an author's signature; use is of a number,
 * the one that is written most. Numbers of faxes are nobody's, and those of a switchboard are left out. An answer stands
 * for itself.
 */
export const SIGNED_FACTS: Query = {
  name: 'signed-facts',
  sql: `create or replace temp table signed as
    with counted as (
      select s.address_no, s.kind, s.norm, min(s.raw) as raw, mode(s.label order by s.label) as use,
        count(distinct s.record_no) as mails
      from signature s where s.label not in ('fax', 'pager') group by 1, 2, 3),
    own as (
      select c.* from counted c left join (${SIGNED}) w using (address_no)
      where c.mails * ${HALF} >= w.mails or c.kind = 'answer'),
    named as (select address_no, arg_max(norm, mails * 1000 - length(norm)) as name from own where kind = 'name' group by 1),
    shared as (
      select o.kind, o.norm from own o left join named n using (address_no)
      where o.kind in ('phone', 'mail') group by 1, 2
      having count(distinct coalesce(n.name, o.address_no::varchar)) > ${MOST_NAMES})
    select o.* from own o anti join shared s on s.kind = o.kind and s.norm = o.norm`,
};

/**
 * Makes the table signed_sets, of mail addresses: addresses, those of its signatures with itself; answers under another
 * address, as a text that both addresses have; numbers, null where its signatures give none.
 */
export const SIGNED_SETS: Query = {
  name: 'signed-sets',
  sql: `create or replace temp table signed_sets as
    with mailbox as (select address_no, norm from address where kind = ${addressKind('mail')}),
      own as (
        select address_no, norm from signed where kind = 'mail' union select address_no, norm from mailbox),
      addresses as (select address_no, list(norm order by norm) as addresses from own group by 1),
      numbers as (select address_no, list(norm order by norm) as numbers from signed where kind = 'phone' group by 1),
      pair as (
        select s.address_no as own, o.address_no as other, a.norm || ' ' || s.norm as answer
        from signed s join mailbox a using (address_no) join mailbox o on o.norm = s.norm where s.kind = 'answer'),
      answers as (
        select address_no, list(distinct answer order by answer) as answers
        from (select own as address_no, answer from pair union all select other, answer from pair) group by 1)
    select m.address_no, o.addresses, coalesce(w.answers, []) as answers, n.numbers
    from mailbox m join addresses o using (address_no) left join answers w using (address_no)
    left join numbers n using (address_no)`,
};

export const FORGET_SIGNED: Query = {
  name: 'forget-signed',
  sql: 'drop table if exists temp.signed; drop table if exists temp.signed_sets',
};

/** Digits that a number and a line have in common at the end, where the number is written without its country. */
const NATIONAL_DIGITS = 9;

/**
 * Telephone lines of the records that stand in signatures: by the whole number, or, where nobody said of which country a
 * number is, by all its digits, if they end one line only.
 * @returns line_no, line (normalised), address_no of the author, use, in order
 */
export const SIGNED_LINES: Query = {
  name: 'signed-lines',
  sql: `with line as (select address_no, norm, right(norm, ${NATIONAL_DIGITS}) as tail from address
      where kind = ${addressKind('phone')} and starts_with(norm, '+')),
    number as (select address_no, norm, use, split_part(norm, ':', 3) as digits from signed where kind = 'phone'),
    whole as (select l.address_no as line_no, n.address_no, n.use from number n join line l using (norm)),
    ending as (
      select min(l.address_no) as line_no, n.address_no, any_value(n.use) as use
      from number n join line l on l.tail = right(n.digits, ${NATIONAL_DIGITS}) and ends_with(l.norm, n.digits)
      where starts_with(n.norm, 'local::') and length(n.digits) >= ${NATIONAL_DIGITS}
      group by n.address_no, n.norm having count(*) = 1)
    select f.line_no, l.norm as line, f.address_no, f.use
    from (select * from whole union select * from ending) f join line l on l.address_no = f.line_no order by 1, 3, 4`,
};

/**
 * What the signatures of an address tell, and whose signatures give it, numbers without a country by their digits.
 * Parameter: no. @returns kind, use, raw, author (null for the address itself), times, record_no of the first
 */
export const ADDRESS_SIGNED: Query = {
  name: 'address-signed',
  sql: `with asked as (select norm from address where address_no = $no),
      told as (
        select s.kind, s.label as use, s.raw, s.norm, null as author_no, s.record_no from signature s where s.address_no = $no
        union all
        select s.kind, s.label, s.raw, s.norm, s.address_no, s.record_no from signature s, asked q
        where s.address_no <> $no and s.kind in ('phone', 'mail', 'answer') and (s.norm = q.norm or (starts_with(s.norm, 'local::')
          and length(s.norm) >= ${NATIONAL_DIGITS + 'local::'.length} and ends_with(q.norm, substr(s.norm, ${'local::'.length + 1})))))
    select t.kind, t.use, min(t.raw) as raw, a.norm as author, count(distinct t.record_no) as times, min(t.record_no) as record_no
    from told t left join address a on a.address_no = t.author_no
    group by t.kind, t.use, t.norm, a.norm order by author nulls first, times desc, t.kind, t.use, raw limit 8`,
};
