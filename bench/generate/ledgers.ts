/** Ledgers filled by statements instead of by reading sources: for measuring the stages that come after. */
import { createLedger, type LedgerSettings } from '../../src/ledger/duckdb.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { CHANNELS, DIRECTNESS } from '../../src/model/definition.ts';
import { ADDRESS_KINDS, FLAG, RECORD_KINDS } from '../../src/model/record.ts';
import { PRECISIONS } from '../../src/model/time.ts';

/** People of the office that has to tell, and of the firm that it has to tell of; everybody else follows. */
export const OFFICE = 200;
const FIRM = 1000;
const PARTIES = 100_000;
/** Parties with whom a party has three of four contacts. */
const CIRCLE = 15;
const YEAR = 365 * 86_400;
/** 2030-01-01, epoch seconds. */
const START = 1_893_456_000;

const channel = (word: (typeof CHANNELS)[number]): number => CHANNELS.indexOf(word);
const directness = (word: (typeof DIRECTNESS)[number]): number => DIRECTNESS.indexOf(word);
const precision = (word: (typeof PRECISIONS)[number]): number => PRECISIONS.indexOf(word);

/** SQL for a number from 0 to `below` − 1 that depends on a column of integers and a salt alone. */
const draw = (column: string, salt: number, below: number): string =>
  `(((((${column}) * 2654435761 + ${salt * 97_611}) % 4294967291 * 40503 + ${salt}) % 4294967291 >> 7) % ${below})::integer`;

/** A party of which some have much more to do than others: the product of two draws. */
const SKEWED = `(${draw('j', 4, PARTIES)}::bigint * ${draw('j', 18, PARTIES)} // ${PARTIES})::integer`;

/**
 * Contacts of a year: a fiftieth between the office and the firm, a twelfth of the office with anybody else. Sixty per
 * cent are mails, thirty calls, ten meetings; one of 50 has only a day; one of 200 may be the same as the one before.
 */
function contactStatements(contacts: number): string[] {
  return [
    `create temp table drawn as
      select i::integer as i, (case when i % 200 = 1 then i - 1 else i end) as j from range(${contacts}) t(i)`,
    `create temp table made as
      select i, ${draw('j', 1, 100)} as share, ${draw('j', 2, OFFICE)} as o, ${OFFICE} + ${draw('j', 3, FIRM)} as f,
        ${SKEWED} as p, ${draw('j', 5, 4)} as near, ${draw('j', 15, CIRCLE)} as friend, ${draw('j', 16, PARTIES)} as q, ${draw('j', 6, 10)} as way, ${draw('i', 7, 2)} as turned,
        ${draw('i', 8, 50)} = 0 as coarse, ${draw('i', 9, 5)} as how,
        ${START} + (j::bigint * ${YEAR} // ${contacts}) as moment from drawn`,
    `create temp table paired as
      select *, case when near > 0 then ${draw(`p::bigint * ${CIRCLE} + friend`, 17, PARTIES)} else q end as other from made`,
    `create temp table ended as
      select i, moment, turned, coarse, how, case when share < 10 then o else p end as a,
        case when share < 2 then f when (case when share < 10 then o else p end) = other then (other + 1) % ${PARTIES} else other end as b,
        case when way < 6 then ${channel('mail')} when way < 9 then ${channel('call')} else ${channel('meeting')} end as channel
      from paired`,
    `insert into contact
      select i, md5_number_lower(i::varchar), channel, case when coarse then moment // 86400 * 86400 else moment end,
        case when coarse then moment // 86400 * 86400 + 86399 else moment end, 0, case when coarse then ${precision('day')} else ${precision('second')} end,
        case when channel = ${channel('mail')} then null else 240 end, 0, 1, 'single', 1, case turned when 0 then a else b end, null
      from ended`,
    `insert into link
      select c.contact_no, e.a, e.b, e.a, e.b,
        case when e.channel = ${channel('meeting')} then ${directness('attended')}
          when e.channel = ${channel('mail')} and e.how = 0 then ${directness('copied')} else ${directness('direct')} end,
        0, 0, 0, e.how < 3, e.channel, c.earliest, c.latest
      from contact c join (
        select i, channel, how, case turned when 0 then a else b end as a, case turned when 0 then b else a end as b from ended) e
        on e.i = c.contact_no
      order by c.contact_no`,
    `insert into may_be_same select i - 1, i, 'coarse-time' from ended where i % 200 = 1`,
  ];
}

const PEOPLE: readonly string[] = [
  `insert into address select i, ${ADDRESS_KINDS.indexOf('mail')}, concat('p', i, '@bench.example'), concat('p', i, '@bench.example')
    from range(${PARTIES}) t(i)`,
  `insert into party select i, concat('p', i), concat('Person ', i), 'person', i < ${OFFICE + FIRM} from range(${PARTIES}) t(i)`,
  `insert into alias select i, i, null, null, 0, 'itself' from range(${PARTIES}) t(i)`,
  `insert into membership select '@office', i, null, null from range(${OFFICE}) t(i)
    union all select '@firm', i, null, null from range(${OFFICE}, ${OFFICE + FIRM}) t(i)
    union all select concat('p', i), i, null, null from range(${PARTIES}) t(i)`,
];

/**
 * Entries of one public register, each about one contact of the office with the firm that stands in the records: most by
 * its day, some by its month, some after the deadline, one of ten about a meeting that is in no record.
 */
function disclosureStatements(contacts: number, disclosures: number): string[] {
  const given = `e.latest + case when ${draw('d', 11, 10)} = 0 then 40 else 9 end * 86400`;
  return [
    `insert into source (source_no, id, path, member, file_sha256, sha256, size, format, side, audience)
      values (0, 1, 'records', '', repeat('0', 64), repeat('0', 64), 0, 'table', 0, null),
        (1, 2, 'register', '', repeat('1', 64), repeat('1', 64), 0, 'table', 1, 'public')`,
    `create temp table told as
      select row_number() over (order by contact_no) - 1 as d, contact_no, least(from_party, to_party) as by_party,
        greatest(from_party, to_party) as with_party, channel, earliest, latest from (
        select * from link where least(from_party, to_party) < ${OFFICE}
          and greatest(from_party, to_party) between ${OFFICE} and ${OFFICE + FIRM - 1}
        order by ${draw('contact_no', 12, 1_000_000)}, contact_no limit ${disclosures})`,
    `insert into record (record_no, source_no, kind, flags, byte_offset, byte_length, row_no, part)
      select ${contacts} + d, 1, ${RECORD_KINDS.indexOf('meeting')}, 0, d * 100, 100, d + 2, 0 from told`,
    `insert into disclosure
      select d, md5_number_lower(concat('disclosure ', d)), ${contacts} + d, null, 1 << channel,
        case when coarse then day - 15 * 86400 else day end, case when coarse then day + 15 * 86400 else day + 86399 end,
        case when coarse then ${precision('month')} else ${precision('day')} end, ${given}, 'public', 1, false, 'an entry'
      from (select *, (earliest // 86400 + case when ${draw('d', 13, 10)} = 0 then 3 else 0 end) * 86400 as day,
        ${draw('d', 14, 20)} = 0 as coarse from told) e`,
    `insert into disclosure_party
      select d, by_party, true, 0, by_party, false from told union all select d, with_party, false, 0, with_party, false from told`,
  ];
}

async function filled(path: string, settings: LedgerSettings, statements: readonly string[]): Promise<void> {
  const ledger = await createLedger(path, settings);
  for (const [i, sql] of statements.entries()) await ledger.run({ name: `bench-${i}`, sql });
  await ledger.run({ name: 'checkpoint', sql: 'checkpoint' });
  await ledger.close();
}

/** Writes a ledger as the stages before reconciliation leave it. */
export function contactsLedger(
  path: string,
  contacts: number,
  disclosures: number,
  settings: LedgerSettings,
): Promise<void> {
  return filled(path, settings, [
    ...PEOPLE,
    ...contactStatements(contacts),
    ...disclosureStatements(contacts, disclosures),
  ]);
}

const E164 = (column: string): string => `concat('+1', right(regexp_replace(${column}, '[^0-9]', '', 'g'), 10))`;

/** Writes a ledger as reading a generated table of calls leaves it, every line a party of its own. */
export function callsLedger(path: string, csv: string, settings: LedgerSettings): Promise<void> {
  const columns =
    "{'id': 'INTEGER', 'start_utc': 'TIMESTAMP', 'caller': 'VARCHAR', 'callee': 'VARCHAR', 'duration_seconds': 'INTEGER', 'outcome': 'VARCHAR'}";
  const phone = ADDRESS_KINDS.indexOf('phone');
  return filled(path, settings, [
    `create temp table calls as
      select id, epoch(start_utc)::bigint as moment, caller, callee, duration_seconds, outcome
      from read_csv('${csv.replaceAll("'", "''")}', header = true, delim = ',', quote = '"', columns = ${columns})`,
    `create temp table written as
      select raw, ${E164('raw')} as norm from (select caller as raw from calls union select callee from calls)`,
    `insert into address
      select (row_number() over (order by norm) - 1)::integer, ${phone}, norm, norm from (select distinct norm from written)`,
    `insert into source (source_no, id, path, member, file_sha256, sha256, size, format, side)
      values (0, 1, 'calls.csv', '', repeat('0', 64), repeat('0', 64), 0, 'table', 0)`,
    `create temp table known as select written.raw, address_no from written join address using (norm)`,
    `insert into record
      select c.id - 1, 0, ${RECORD_KINDS.indexOf('call')}, c.id::bigint * 70, 70, c.id + 1, 0, c.moment, c.moment, 0, ${precision('second')}, 1, 0,
        c.duration_seconds, case when c.outcome = 'answered' then 0 else ${FLAG.unanswered} end, a.address_no, b.address_no,
        null, null, null
      from calls c join known a on a.raw = c.caller join known b on b.raw = c.callee order by c.id`,
    `insert into party select address_no, concat('phone ', norm), raw, 'line', false from address`,
    `insert into alias select address_no, address_no, null, null, 0, 'itself' from address`,
  ]);
}

/** @returns one number from a ledger */
export async function countOf(ledger: Ledger, sql: string): Promise<number> {
  const [row] = await ledger.rows<{ n: number }>({ name: 'bench-count', sql: `select (${sql})::integer as n` });
  return row!.n;
}
