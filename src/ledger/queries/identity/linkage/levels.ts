/** How the values of two descriptions of a person agree, as SQL. */
import { type Field, type FieldKind, levelsOf, MISSING } from '../../../../identity/linkage/fields.ts';

/**
 * Jaro-Winkler similarity (Winkler 1990) of names that are nearly the same and of those that are alike; the engine
 * computes it some twenty times faster than an edit distance.
 */
const NEARLY = 0.92;
const ALIKE = 0.8;
/** Pairs below this Jaro similarity are two slips apart or more: the slow edit distance is left out. */
const SLIP = 0.6;

const local = (value: string): string => `split_part(${value}, '@', 1)`;
const similar = (a: string, b: string, least: number): string => `jaro_winkler_similarity(${a}, ${b}) >= ${least}`;
/** Swapped neighbours are one slip (Damerau 1964). */
const slips = (a: string, b: string, most: number): string =>
  `(jaro_similarity(${a}, ${b}) >= ${SLIP} and damerau_levenshtein(${a}, ${b}) <= ${most})`;

/** Mailboxes of one family name differ in their first letter, jsmith and msmith: that is no slip. */
function alikeLocals(a: string, b: string): string {
  return `(substr(${a}, 1, 1) = substr(${b}, 1, 1) and ${similar(local(a), local(b), NEARLY)})`;
}

type Names = { readonly given: string | null; readonly family: string | null };

function exchanged({ given, family }: Names): string {
  if (given === null || family === null) return 'false';
  return `(a.${given} = b.${family} and a.${family} = b.${given} and a.${given} <> a.${family})`;
}

/** An initial for a name, a short form for a full one, the second name for the first: Theresa is Mary Theresa to some. */
function standsFor(given: string, full: string | undefined, second: string | undefined): string {
  const initial = (x: string, y: string): string =>
    `(least(length(${x}), length(${y})) = 1 and substr(${x}, 1, 1) = substr(${y}, 1, 1))`;
  const [a, b] = [`a.${given}`, `b.${given}`];
  const ways = [initial(a, b)];
  if (full !== undefined) ways.push(`list_has_any(string_split(a.${full}, ' '), string_split(b.${full}, ' '))`);
  if (second !== undefined) {
    for (const [x, y] of [[a, `b.${second}`] as const, [b, `a.${second}`] as const])
      ways.push(`coalesce(${x} = ${y} or ${initial(x, y)}, false)`);
  }
  return `(${ways.join(' or ')})`;
}

/** One condition for each level but the last, strongest first. */
function conditions({ name, kind, full, second }: Field, names: Names): readonly string[] {
  const [a, b] = [`a.${name}`, `b.${name}`];
  const words = [similar(a, b, NEARLY), similar(a, b, ALIKE)];
  const byKind: { readonly [K in FieldKind]: () => readonly string[] } = {
    given: () => [`${a} = ${b} and length(${a}) > 1`, standsFor(name, full, second), ...words],
    family: () => [exchanged(names), `${a} = ${b}`, ...words],
    date: () => [`${a} = ${b}`, slips(a, b, 1), slips(a, b, 2)],
    code: () => [`${a} = ${b}`, slips(a, b, 1), slips(a, b, 2)],
    place: () => [`${a} = ${b}`, ...words],
    text: () => [`${a} = ${b}`, ...words],
    mail: () => [`${a} = ${b}`, `${local(a)} = ${local(b)}`, alikeLocals(a, b)],
    phone: () => [`${a} = ${b}`],
    account: () => [`${a} = ${b}`],
    circle: () => [3, 1].map((least) => `len(list_intersect(${a}, ${b})) >= ${least}`),
  };
  return byKind[kind]();
}

/** SQL: the place of a pair's level in levelsOf(field), MISSING where a side has no value. */
function levelSql(field: Field, names: Names): string {
  const [a, b] = [`a.${field.name}`, `b.${field.name}`];
  const missing = `${a} is null or ${b} is null`;
  // Where the two names are exchanged, that is one piece of evidence, told by the family name alone.
  const { keeper } = field;
  const apart = keeper === undefined ? '' : ` or coalesce(a.${keeper} <> b.${keeper}, true)`;
  const none = field.kind === 'given' ? `${missing} or coalesce(${exchanged(names)}, false)` : `${missing}${apart}`;
  const cases = conditions(field, names).map((condition, level) => `when ${condition} then ${level}`);
  return `case when ${none} then ${MISSING} ${cases.join(' ')} else ${levelsOf(field).length - 1} end`;
}

/** SQL: columns l0, l1, … with the level of each field for the rows a and b. */
export function levelColumns(fields: readonly Field[]): string {
  const named = (kind: FieldKind): string | null => fields.find((field) => field.kind === kind)?.name ?? null;
  const names = { given: named('given'), family: named('family') };
  return fields.map((field, f) => `cast(${levelSql(field, names)} as tinyint) as l${f}`).join(', ');
}
