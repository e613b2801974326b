/** Who stands behind the addresses, as far as their names tell: rows to describe and to compare. */

import type { Field } from '../../../identity/linkage/fields.ts';
import type { Description } from '../../../identity/names/description.ts';
import type { Query } from '../../ledger.ts';

/** What is compared of two descriptions. */
export const FIELDS: readonly Field[] = [
  { name: 'given', kind: 'given', full: 'given_full', second: 'middle' },
  { name: 'middle', kind: 'given' },
  { name: 'family', kind: 'family', sound: 'family_sound' },
  { name: 'generation', kind: 'generation' },
  { name: 'account', kind: 'account', keeper: 'organisation' },
  { name: 'organisation', kind: 'place' },
  { name: 'circle', kind: 'circle' },
  { name: 'addresses', kind: 'addresses' },
  { name: 'answers', kind: 'answers' },
  { name: 'numbers', kind: 'numbers' },
];

/**
 * Addresses with the names beside them. A header that shows an account's name with its X.500 name says it of that name:
 * the other address it belongs to may be written without any.
 */
export const NAMES_BESIDE: Query = {
  name: 'names-beside',
  sql: `
    with beside as (
      select address_no, name_no from participant where name_no is not null
      union all select b_no, name_no from equation where name_no is not null)
    select a.address_no, a.kind, a.norm, t.text, count(b.name_no) as count
    from address a left join beside b using (address_no) left join text t on t.text_no = b.name_no
    where a.kind in (0, 2, 3, 4)
    group by all order by a.address_no, t.text`,
};

const COLUMNS: readonly (keyof Description)[] = [
  'given',
  'given_full',
  'middle',
  'family',
  'family_sound',
  'generation',
  'account',
  'organisation',
];

/** The table that descriptions are written to. */
export const DESCRIPTION_TABLE: Query = {
  name: 'description-table',
  sql: `create or replace temp table description_text (person_no integer, address_no integer, party varchar, ${COLUMNS.map((c) => `${c} varchar`).join(', ')})`,
};

/** From $lines (JSON, one a line): person_no, address_no, party and the texts in the order of their columns. */
export const WRITE_DESCRIPTIONS: Query = {
  name: 'write-descriptions',
  sql: `insert into description_text
    select cast(line ->> 0 as integer), cast(line ->> 1 as integer), line ->> 2,
      ${COLUMNS.map((_, i) => `line ->> ${i + 3}`).join(', ')}
    from (select nullif(line, '')::json as line from (select unnest(string_split($lines, chr(10))) as line)) where line is not null`,
};

/** A description as such a line. */
export function descriptionLine(
  person: number,
  address: number | null,
  party: string | null,
  description: Description,
): string {
  return JSON.stringify([person, address, party, ...COLUMNS.map((column) => description[column])]);
}

/** Records with more participants than these say nothing of who knows whom. */
const SMALL = 12;
/** Of a circle those are kept with whom there was most contact. */
const MOST = 24;

/** Names in signatures. @returns address_no, text, count: of mails that have it */
export const NAMES_SIGNED: Query = {
  name: 'names-signed',
  sql: `select address_no, raw as text, mails as count from signed where kind = 'name' order by address_no, text`,
};

/**
 * Makes the table description, with the circle of each address: those that it shares small records with most often; and with
 * what signed_sets has.
 */
export const DESCRIPTIONS: Query = {
  name: 'descriptions',
  sql: `
    create or replace temp table description as
      with small as (select record_no from participant group by record_no having count(*) between 2 and ${SMALL}),
        near as (select distinct p.record_no, p.address_no from participant p semi join small using (record_no)),
        met as (
          select x.address_no, y.address_no as other, count(*) as times
          from near x join near y on x.record_no = y.record_no and x.address_no <> y.address_no
          semi join description_text d on d.address_no = x.address_no
          group by all),
        ranked as (select *, row_number() over (partition by address_no order by times desc, other) as place from met),
        circle as (
          select address_no, list(other order by other) as circle from ranked where place <= ${MOST} group by address_no)
      select d.*, c.circle, s.addresses, s.answers, s.numbers from description_text d left join circle c using (address_no)
        left join signed_sets s using (address_no);
    drop table description_text`,
};
