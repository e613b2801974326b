/** Which records fit a condition of a search. All of these queries give record_no, each record once. */
import { CHANNELS, type Channel } from '../../../model/definition.ts';
import { ROLES, type Role } from '../../../model/record.ts';
import { PLAUSIBILITIES } from '../../../model/time.ts';
import type { Query } from '../../ledger.ts';
import { addressKind, has, kind, role } from '../contacts/words.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';

/** Parts in a record that a field asks for; the two ends of a call stand in the record itself. */
interface FieldRoles {
  readonly roles: readonly Role[];
  readonly ends: readonly ('a_no' | 'b_no')[];
}

/** Fields that ask who is in a record. */
export type PersonField = 'from' | 'to' | 'cc' | 'with';

/** Who answers to which field. A plan's resources are rooms, and a reply's address is nobody's part. */
const FIELDS: Readonly<Record<PersonField, FieldRoles>> = {
  from: { roles: ['from', 'sender', 'caller', 'organizer', 'host', 'discloser'], ends: ['a_no'] },
  to: { roles: ['to', 'callee', 'attendee', 'visitor'], ends: ['b_no'] },
  cc: { roles: ['cc', 'bcc'], ends: [] },
  with: { roles: ROLES.filter((one) => one !== 'reply-to' && one !== 'resource'), ends: ['a_no', 'b_no'] },
};

const touches = (held: string, record: string): string =>
  `coalesce(${held}.from_time, ${FAR_PAST}) <= coalesce(${record}.latest, ${FAR_FUTURE})
    and coalesce(${held}.to_time, ${FAR_FUTURE}) >= coalesce(${record}.earliest, ${FAR_PAST})`;

/** Records in which some held addresses have a part. `held`: address_no, from_time, to_time. */
function recordsOf(field: PersonField, held: string): string {
  const { roles, ends } = FIELDS[field];
  const parts = [
    `select p.record_no from participant p join held h using (address_no) join record r using (record_no)
      where p.role in (${role(...roles)}) and ${touches('h', 'r')}`,
    ...ends.map(
      (end) => `select r.record_no from record r join held h on h.address_no = r.${end} where ${touches('h', 'r')}`,
    ),
  ];
  return `with ${held} select distinct record_no from (${parts.join(' union all ')})`;
}

/**
 * Records in which a party, a member of a group, or somebody of a list has a part by any address that was theirs then.
 * Parameter: names, of groups or keys of parties, one a line.
 */
export function recordsOfParties(field: PersonField): Query {
  return {
    name: 'records-of-parties',
    sql: recordsOf(
      field,
      `held as (
        select l.address_no, greatest(coalesce(m.from_time, ${FAR_PAST}), coalesce(l.from_time, ${FAR_PAST})) as from_time,
          least(coalesce(m.to_time, ${FAR_FUTURE}), coalesce(l.to_time, ${FAR_FUTURE})) as to_time
        from membership m join alias l using (party_no)
        where m.name in (select unnest(string_split($names, chr(10))))
        )`,
    ),
  };
}

/** Addresses that are just a text. Parameter: norm. @returns address_no */
export const ADDRESSES_OF_NORM: Query = {
  name: 'addresses-of-norm',
  sql: 'select address_no from address where norm = $norm order by address_no',
};

/** A text without case and marks, as SQL. */
const folded = (column: string): string => `strip_accents(lower(${column}))`;

/**
 * Addresses that hold a text, and those beside which a name that holds it was written. Parameter: text. @returns address_no
 */
export const ADDRESSES_HOLDING: Query = {
  name: 'addresses-holding',
  sql: `with named as (select text_no from text where contains(${folded('text')}, ${folded('$text')}))
    select address_no from address where contains(${folded('norm')}, ${folded('$text')}) or contains(${folded('raw')}, ${folded('$text')})
    union select p.address_no from participant p join named n on n.text_no = p.name_no where p.address_no is not null
    order by 1`,
};

/** Records in which some addresses have a part. Parameter: numbers, of addresses, one a line. */
export function recordsOfAddresses(field: PersonField): Query {
  return {
    name: 'records-of-addresses',
    sql: recordsOf(
      field,
      `held as (select cast(unnest(string_split($numbers, chr(10))) as integer) as address_no,
        cast(null as bigint) as from_time, cast(null as bigint) as to_time)`,
    ),
  };
}

const CLOCK = `plausibility <> ${PLAUSIBILITIES.indexOf('wrong-clock')} and earliest is not null`;

/** Records that may be of the time from an instant to another. Parameters: from, to: epoch seconds UTC, null: open. */
export const RECORDS_OF_TIME: Query = {
  name: 'records-of-time',
  sql: `select record_no from record
    where ${CLOCK} and latest >= coalesce(cast($from as bigint), ${FAR_PAST})
      and earliest <= coalesce(cast($to as bigint), ${FAR_FUTURE})`,
};

/** SQL for the channel of a record as its place in CHANNELS. @param r alias of `record` */
export function channelSql(r: string): string {
  const [message, call, meeting, visit] = (['message', 'call', 'meeting', 'visit'] as const).map((word) => kind(word));
  const of = (channel: Channel): number => CHANNELS.indexOf(channel);
  return `case ${r}.kind when ${message} then ${of('mail')}
    when ${call} then case when ${has(`${r}.flags`, 'text')} then ${of('text')} else ${of('call')} end
    when ${meeting} then ${of('meeting')} when ${visit} then ${of('visit')} else ${of('report')} end`;
}

/** Records of a channel. */
export function recordsOfChannel(channel: Channel): Query {
  return {
    name: 'records-of-channel',
    sql: `select record_no from record r where ${channelSql('r')} = ${CHANNELS.indexOf(channel)}`,
  };
}

/**
 * Records of sources whose path, member or custodian holds a text; of protected ones only where their entry is named.
 * Parameters: text, entries: paths of protected entries, one a line.
 */
export const RECORDS_OF_SOURCE: Query = {
  name: 'records-of-source',
  sql: `with wanted as (
      select source_no from source
      where case when coalesce(protected, false) then entry in (select unnest(string_split($entries, chr(10))))
        else contains(${folded('path')}, ${folded('$text')}) or contains(${folded('member')}, ${folded('$text')})
          or contains(${folded("coalesce(custodian, '')")}, ${folded('$text')}) end)
    select record_no from record where source_no in (select source_no from wanted)`,
};

/** Messages that hold quoted ones, whose numbers follow on theirs. */
export const RECORDS_QUOTING: Query = {
  name: 'records-quoting',
  sql: `select distinct holder as record_no from (
      select part, kind, source_no, last_value(case when part = 0 then record_no end ignore nulls)
        over (partition by source_no order by record_no rows between unbounded preceding and current row) as holder
      from record where kind = ${kind('message')})
    where part > 0 and holder is not null`,
};

/** Records that have a telephone number in them. */
export const RECORDS_WITH_PHONE: Query = {
  name: 'records-with-phone',
  sql: `select record_no from record where a_no is not null or b_no is not null
    union select p.record_no from participant p join address a using (address_no) where a.kind = ${addressKind('phone')}`,
};
