/** Comparison patterns of pairs, and their weights. */
import { equalLevel, type Field, hasRarity } from '../../../../identity/linkage/fields.ts';
import { BIT, MOST_RARITY, type Weights } from '../../../../identity/linkage/weights.ts';
import type { Query } from '../../../ledger.ts';
import { levelColumns } from './levels.ts';

const places = (fields: readonly Field[]): string => fields.map((_, f) => `l${f}`).join(', ');

/** Makes compared: a, b and the levels of every candidate pair. */
export function comparePairs(table: string, fields: readonly Field[]): Query {
  return {
    name: 'compare-pairs',
    sql: `create or replace temp table compared as
      select p.a, p.b, ${levelColumns(fields)}
      from candidate_pair p join ${table} a on a.person_no = p.a join ${table} b on b.person_no = p.b`,
  };
}

/** Counts of the patterns of candidates, in the order of the levels. */
export function candidatePatterns(fields: readonly Field[]): Query {
  return {
    name: 'candidate-patterns',
    sql: `select ${places(fields)}, count(*) as pairs from compared group by all order by ${places(fields)}`,
  };
}

/**
 * Counts of the patterns of all pairs that agree in one field, for values that at most $most share: of those blocking
 * proposes every pair, whatever else it agrees in.
 */
export function pickedPatterns(table: string, fields: readonly Field[], f: number): Query {
  const { name } = fields[f]!;
  return {
    name: 'picked-patterns',
    sql: `with rare as (select ${name} as value from ${table} where ${name} is not null group by 1 having count(*) <= $most)
      select ${places(fields)}, count(*) as pairs
      from compared p join ${table} a on a.person_no = p.a semi join rare on rare.value = a.${name}
      where l${f} = ${equalLevel(fields[f]!)} group by ${places(fields)} order by ${places(fields)}`,
  };
}

/**
 * Counts of the patterns of $wanted pairs taken at random: the same for the same number of people, whatever their order
 * in the input was.
 */
export function randomPatterns(table: string, fields: readonly Field[]): Query {
  return {
    name: 'random-patterns',
    sql: `with how_many as (select count(*) as n from ${table}),
        drawn as (
          select least(x, y) as a, greatest(x, y) as b from (
            select (hash(i) % n)::integer as x, (hash(i + 1000000007) % n)::integer as y from range($wanted) t(i), how_many)
          where x <> y group by all),
        levels as (select ${levelColumns(fields)}
          from drawn p join ${table} a on a.person_no = p.a join ${table} b on b.person_no = p.b)
      select ${places(fields)}, count(*) as pairs from levels group by all order by ${places(fields)}`,
  };
}

/**
 * SQL: how many have a value. Somebody with ten addresses makes a family name no commoner: a name is counted once with each
 * name that stands beside it.
 */
function bearers({ kind }: Field, fields: readonly Field[]): string {
  const other = fields.find((field) => field.kind === (kind === 'given' ? 'family' : 'given'));
  return (kind === 'given' || kind === 'family') && other !== undefined
    ? `greatest(count(distinct ${other.name}), 1)`
    : 'count(*)';
}

/** SQL: thousandths of a bit by which the rarity of an equal value moves the weight (Winkler 1989). */
function rarity(table: string, fields: readonly Field[], weights: Weights): { columns: string[]; joins: string[] } {
  const rare = fields.flatMap((field, f) => (hasRarity(field) ? [{ field, f }] : []));
  return {
    columns: rare.map(
      ({ field, f }) => `case when l${f} = ${equalLevel(field)} then coalesce(r${f}.moved, 0) else 0 end`,
    ),
    joins: rare.map(
      ({ field, f }) => `left join (
        select ${field.name} as value, cast(round(${BIT} * greatest(-${MOST_RARITY}, least(${MOST_RARITY},
          log2(${weights.equal[f]} * sum(${bearers(field, fields)}) over () / ${bearers(field, fields)})))) as integer) as moved
        from ${table} where ${field.name} is not null group by 1) r${f} on r${f}.value = a.${field.name}`,
    ),
  };
}

function weightSql(fields: readonly Field[], weights: Weights, moved: readonly string[]): string {
  const byLevel = fields.map(
    (_, f) => `(case l${f} ${weights.levels[f]!.map((w, level) => `when ${level} then ${w}`).join(' ')} else 0 end)`,
  );
  return [String(weights.prior), ...byLevel, ...moved].join(' + ');
}

/** Makes scored (a, b, weight) of the table compared, as far as $least is reached. */
export function scorePairs(table: string, fields: readonly Field[], weights: Weights): Query {
  const { columns, joins } = rarity(table, fields, weights);
  return {
    name: 'score-pairs',
    sql: `create or replace temp table scored as
      select * from (
        select p.a, p.b, cast(${weightSql(fields, weights, columns)} as integer) as weight
        from compared p join ${table} a on a.person_no = p.a ${joins.join(' ')})
      where weight >= $least`,
  };
}

/** The pairs that may join people. */
export const SCORED_PAIRS: Query = { name: 'scored-pairs', sql: 'select a, b, weight from scored order by a, b' };

/** From $lines ("person part" a line): makes candidate_pair anew, every pair inside of a connected part. */
export const PART_PAIRS: readonly Query[] = [
  {
    name: 'parts',
    sql: `create or replace temp table part as
      select split_part(line, ' ', 1)::integer as person_no, split_part(line, ' ', 2)::integer as part
      from (select unnest(string_split($lines, chr(10))) as line) where line <> ''`,
  },
  {
    name: 'part-pairs',
    sql: `create or replace temp table candidate_pair as
      select x.person_no as a, y.person_no as b from part x join part y on x.part = y.part and x.person_no < y.person_no`,
  },
];

/** How many people are described. */
export function peopleIn(table: string): Query {
  return { name: 'people-in', sql: `select count(*) as people from ${table}` };
}

/** Takes the temporary tables away. */
export const FORGET_LINKAGE: Query = {
  name: 'forget-linkage',
  sql: ['block_key', 'rare_key', 'candidate_pair', 'compared', 'scored', 'part']
    .map((table) => `drop table if exists ${table}`)
    .join('; '),
};
