/**
 * Which pairs are worth comparing. Two descriptions are compared when they share a key: a whole value that is rare enough,
 * or the beginnings of two. A key that very many share is passed over; what it would have proposed is counted.
 */
import { type Field, type FieldKind, isSet } from '../../../../identity/linkage/fields.ts';
import type { Query } from '../../../ledger.ts';

/** Kinds whose whole value alone is a key. */
const WHOLE: ReadonlySet<FieldKind> = new Set(['given', 'family', 'date', 'code', 'text', 'mail', 'phone', 'account']);

/** Sets of which one element that both have is a key. */
const ELEMENTS: ReadonlySet<FieldKind> = new Set(['numbers', 'addresses', 'answers']);

/** Whether blocking proposes every pair that agrees in a field and whose value is rare enough. */
export function picksPairs({ kind }: Field): boolean {
  return WHOLE.has(kind);
}

/** A part of a value that survives most slips of the pen. */
function coarse({ name, kind }: Field): string {
  switch (kind) {
    case 'given':
    case 'family':
      return `substr(${name}, 1, 3)`;
    case 'date':
      return `substr(${name}, 1, 4)`;
    case 'mail':
      return `substr(split_part(${name}, '@', 1), 1, 5)`;
    case 'text':
      return `substr(${name}, 1, 6)`;
    default:
      return name;
  }
}

function pairKeys(fields: readonly Field[]): string[] {
  const key = (i: number, j: number): string => `'${i} ${j} ' || ${coarse(fields[i]!)} || '|' || ${coarse(fields[j]!)}`;
  const isName = (i: number): boolean => ['given', 'family'].includes(fields[i]!.kind);
  const places = [...fields.keys()].filter((i) => !isSet(fields[i]!));
  const pairs = places.flatMap((i) => places.filter((j) => i < j && (isName(i) || isName(j))).map((j) => key(i, j)));
  const [given, family] = (['given', 'family'] as const).map((kind) => fields.find((field) => field.kind === kind));
  if (given === undefined || family === undefined) return pairs;
  // Exchanged names meet in the key of the others.
  const [g, f] = [fields.indexOf(given), fields.indexOf(family)];
  const [i, j] = g < f ? [family, given] : [given, family];
  return [...pairs, `'${Math.min(g, f)} ${Math.max(g, f)} ' || ${coarse(i)} || '|' || ${coarse(j)}`];
}

/** Makes the table block_key: person_no, key. @param table rows with person_no and a column for each field */
export function blockKeys(table: string, fields: readonly Field[]): Query {
  const whole = fields.flatMap((field, f) => (WHOLE.has(field.kind) ? [`'${f} ' || ${field.name}`] : []));
  const local = fields.flatMap((field, f) =>
    field.kind === 'mail' ? [`'${f} local ' || split_part(${field.name}, '@', 1)`] : [],
  );
  const sounds = fields.flatMap(({ sound }, f) => (sound === undefined ? [] : [`'${f} sound ' || ${sound}`]));
  const elements = fields.flatMap(({ name, kind }, f) =>
    ELEMENTS.has(kind) ? [`list_transform(coalesce(${name}, []), lambda x: '${f} ' || x)`] : [],
  );
  const keys = `[${[...whole, ...local, ...sounds, ...pairKeys(fields)].join(', ')}]`;
  return {
    name: 'block-keys',
    sql: `create or replace temp table block_key as
      select person_no, hash(key) as key from (select person_no, unnest(${[keys, ...elements].join(' || ')}) as key from ${table})
      where key is not null group by all`,
  };
}

/** How many keys so many people share, by that number. */
export const BLOCK_SIZES: Query = {
  name: 'block-sizes',
  sql: `select people, count(*) as keys from (select count(*) as people from block_key group by key having people > 1)
    group by people order by people`,
};

/** Makes the table candidate_pair (a < b) of what shares a key that at most $most do. */
export const CANDIDATE_PAIRS: readonly Query[] = [
  {
    name: 'rare-keys',
    sql: `create or replace temp table rare_key as
      select key from block_key group by key having count(*) between 2 and $most`,
  },
  {
    name: 'candidate-pairs',
    sql: `create or replace temp table candidate_pair as
      with kept as (select key, person_no from block_key semi join rare_key using (key))
      select distinct x.person_no as a, y.person_no as b from kept x join kept y on x.key = y.key and x.person_no < y.person_no`,
  },
];

/** Every pair there is: where there are few descriptions nothing needs to be passed over. */
export function allPairs(table: string): Query {
  return {
    name: 'all-pairs',
    sql: `create or replace temp table candidate_pair as
      select x.person_no as a, y.person_no as b from ${table} x join ${table} y on x.person_no < y.person_no`,
  };
}

/** What is passed over: keys that more than $most share, and the pairs that they would have proposed. */
export const PASSED_OVER: Query = {
  name: 'passed-over',
  sql: `select count(*) as keys, coalesce(sum(people * (people - 1) // 2), 0)::bigint as pairs
    from (select count(*) as people from block_key group by key having people > $most)`,
};
