/** Rows of the table of contacts. */
import { CHANNELS } from '../../../model/definition.ts';
import { RECORD_KINDS } from '../../../model/record.ts';
import type { Query } from '../../ledger.ts';
import { recordText } from '../record-id.ts';
import { channel, flags, has, kind } from './words.ts';

const CALL = kind('call');
/** What is true of a contact as soon as one witness says so, and what only when all do. */
const ONE_SAYS = flags(
  'list',
  'automatic',
  'cancelled',
  'unanswered',
  'attended',
  'reply',
  'sentCopy',
  'several',
  'text',
);
const ALL_SAY = flags('quoted', 'scheduled');

/** SQL for the channel of a record. */
function channelOf(w: string): string {
  // The one way that a passage tells; of none or several the way is not known.
  const ways = CHANNELS.map((way, place) => `when '${way}' then ${place}`).join(' ');
  const told = `case json_extract_string(${w}.extras, '$.channels') ${ways} else ${channel('report')} end`;
  const cases = RECORD_KINDS.map((word, place) => {
    if (word === 'call')
      return `when ${place} then case when ${has(`${w}.flags`, 'text')} then ${channel('text')} else ${channel('call')} end`;
    if (word === 'report') return `when ${place} then ${told}`;
    return `when ${place} then ${word === 'message' ? channel('mail') : CHANNELS.indexOf(word)}`;
  });
  return `cast(case ${w}.kind ${cases.join(' ')} end as utinyint)`;
}

const ALONE = `not exists (select 1 from grouped g where g.record_no = w.record_no)`;
/** The hash of one witness's text is the id of that record: a set of one. */
const SINGLE = `w.record_no, md5_number_lower(${recordText('w', 's')}), ${channelOf('w')}, w.earliest, w.latest,
  w.offset_minutes, w.precision, w.duration, w.flags, 1, 'single'`;

/** Calls that no other record witnesses: one pass over the records, whatever their number. */
export const SINGLE_CALLS: Query = {
  name: 'single-calls',
  sql: `insert into contact
    select ${SINGLE}, case when w.b_no is null then 0 else 1 end, w.a_no, w.subject
    from witness w join source s using (source_no) where w.kind = ${CALL} and ${ALONE}`,
};

/** Everything else that no other record witnesses. */
export const SINGLES: Query = {
  name: 'singles',
  sql: `insert into contact
    select ${SINGLE}, coalesce(p.audience, 0), p.initiator_no, w.subject
    from witness w join source s using (source_no) left join spread p on p.contact_no = w.record_no
    where w.kind <> ${CALL} and ${ALONE}`,
};

/** Where two intervals meet, the time lies in both; else the clocks differ, and it lies anywhere between. */
const between = (from: string, to: string, low: string, high: string): string =>
  `case when ${from} <= ${to} then ${from} else ${low} end, case when ${from} <= ${to} then ${to} else ${high} end`;

/** SQL for what the first witness says if it says more than the second, or as much and stands first; else the second. */
const fuller = (column: string): string =>
  `case when (a.latest - a.earliest, ${recordText('a', 's')}) < (b.latest - b.earliest, ${recordText('b', 't')})
    then a.${column} else b.${column} end`;

/** Calls of two carriers, one record each, that call_pair holds. */
export const PAIRED_CALLS: Query = {
  name: 'paired-calls',
  sql: `insert into contact
    select p.first_no, md5_number_lower(concat(least(${recordText('a', 's')}, ${recordText('b', 't')}), chr(10),
        greatest(${recordText('a', 's')}, ${recordText('b', 't')}))),
      ${channelOf('a')},
      ${between('greatest(a.earliest, b.earliest)', 'least(a.latest, b.latest)', 'least(a.earliest, b.earliest)', 'greatest(a.latest, b.latest)')},
      ${fuller('offset_minutes')}, ${fuller('precision')}, least(a.duration, b.duration), ((a.flags | b.flags) & ${ONE_SAYS}) | (a.flags & b.flags & ${ALL_SAY}), 2, 'carriers',
      1, a.a_no, ${fuller('subject')}
    from call_pair p join witness a on a.record_no = p.first_no join source s on s.source_no = a.source_no
    join witness b on b.record_no = p.second_no join source t on t.source_no = b.source_no`,
};

export const GROUPED_PAIRS: Query = {
  name: 'grouped-pairs',
  sql: `insert into grouped
    select first_no, first_no from call_pair union all select second_no, first_no from call_pair`,
};

/** From the parameter $lines: the rule of each class, one line a class: contact_no, rule. */
export const CLASS_RULE: Query = {
  name: 'class-rule',
  sql: `create or replace temp table class_rule as
    select cast(split_part(line, ' ', 1) as integer) as contact_no, split_part(line, ' ', 2) as rule
    from (select unnest(string_split($lines, chr(10))) as line) where line <> ''`,
};

/** Every other contact of several witnesses. Its subject and time as written are those of the witness that says most. */
export const JOINED: Query = {
  name: 'joined',
  sql: `insert into contact
    with member as (
      select c.contact_no, c.rule, w.*, ${channelOf('w')} as channel, ${recordText('w', 's')} as cited
      from class_rule c join grouped g using (contact_no) join witness w on w.record_no = g.record_no
      join source s using (source_no)),
    told as (
      select contact_no, offset_minutes, precision, subject, row_number() over (partition by contact_no
        order by ${has('flags', 'quoted')}, earliest is null, latest - earliest, channel, cited) as place
      from member),
    spanned as (
      select contact_no, rule, md5_number_lower(string_agg(cited, chr(10) order by cited)) as id, min(channel) as channel,
        max(earliest) as "from", min(latest) as "to", min(earliest) as low, max(latest) as high, min(duration) as duration,
        (bit_or(flags) & ${ONE_SAYS}) | (bit_and(flags) & ${ALL_SAY}) as flags, count(*) as witnesses,
        max(a_no) as a_no
      from member group by contact_no, rule)
    select m.contact_no, m.id, m.channel, ${between('m."from"', 'm."to"', 'm.low', 'm.high')},
      t.offset_minutes, t.precision, m.duration, m.flags, m.witnesses, m.rule,
      case when m.a_no is null then coalesce(p.audience, 0) else 1 end, coalesce(m.a_no, p.initiator_no), t.subject
    from spanned m join told t on t.contact_no = m.contact_no and t.place = 1
    left join spread p on p.contact_no = m.contact_no`,
};

export const CONTACTS_MADE: Query = { name: 'contacts-made', sql: 'select count(*) as contacts from contact' };

/** Where records stand, for problems. From the parameter $lines: one record number a line. */
export const RECORD_PLACES: Query = {
  name: 'record-places',
  sql: `select r.source_no, r.byte_offset, r.byte_length, r.row_no
    from (select cast(unnest(string_split($lines, chr(10))) as integer) as record_no) l join record r using (record_no)
    order by record_no`,
};
