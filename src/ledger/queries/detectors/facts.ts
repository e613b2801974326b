/** Facts of the case files that detectors ask about, as temporary tables. */
import type { Query } from '../../ledger.ts';
import { tableOfLines } from '../reconcile/lines.ts';

const HELD = { from_time: 'bigint', to_time: 'bigint' } as const;

/** Mail domains that are official for who holds a post at an organisation, from – to. From $lines. */
export const OFFICIAL_DOMAIN: Query = {
  name: 'official-domain',
  sql: tableOfLines('official_domain', { organisation_no: 'integer', domain: 'varchar', ...HELD }),
};

/** The same for phone numbers, without spaces. From $lines. */
export const OFFICIAL_NUMBER: Query = {
  name: 'official-number',
  sql: tableOfLines('official_number', { organisation_no: 'integer', norm: 'varchar', ...HELD }),
};

/** Phone numbers that are persons' lines, without spaces. From $lines. */
export const PERSONAL_NUMBER: Query = {
  name: 'personal-number',
  sql: tableOfLines('personal_number', { norm: 'varchar' }),
};

/** Whose disclosures a disclosed source is declared to hold, of which ways (bits), from – to. From $lines, tabs between. */
export const CALENDAR_SPAN: Query = {
  name: 'calendar-span',
  sql: `create or replace temp table calendar_span as
    select json_extract_string(split_part(line, chr(9), 1), '$') as entry, cast(split_part(line, chr(9), 2) as integer) as party_no,
      cast(split_part(line, chr(9), 3) as integer) as kinds, cast(split_part(line, chr(9), 4) as bigint) as from_time,
      cast(split_part(line, chr(9), 5) as bigint) as to_time
    from (select unnest(string_split($lines, chr(10))) as line) where line <> ''`,
};

/** Gives back the memory of the temporary tables of detectors. */
export const CLEAR_DETECTORS: Query = {
  name: 'clear-detectors',
  sql: [
    'official_domain',
    'official_number',
    'personal_number',
    'calendar_span',
    'late_fit',
    'late_account',
    'office',
    'official_list',
    'rate_day',
    'rate_asked',
    'rate_contact',
    'rate_pair',
    'official_address',
    'calendar',
    'interest',
    'off_contact',
    'custody',
    'reach_address',
    'letter_held',
    'letter_author',
    'quoted_in',
    'quoted_alone',
    'quoted_absent',
    'referred_absent',
    'answered',
    'absent',
  ]
    .map((table) => `drop table if exists temp."${table}"`)
    .join('; '),
};
