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
/** Only case looks at the second where the first holds: `and` computes both for every row. */
const guarded = (cheap: string, dear: string): string => `case when ${cheap} then ${dear} else false end`;
/** Swapped neighbours are one slip (Damerau 1964). */
const slips = (a: string, b: string, most: number): string =>
  guarded(`jaro_similarity(${a}, ${b}) >= ${SLIP}`, `damerau_levenshtein(${a}, ${b}) <= ${most}`);

/** Mailboxes of one family name differ in their first letter, jsmith and msmith: that is no slip. */
function alikeLocals(a: string, b: string): string {
  return `(substr(${a}, 1, 1) = substr(${b}, 1, 1) and ${similar(local(a), local(b), NEARLY)})`;
}

type Names = { readonly given: string | null; readonly family: string | null };

/** SQL conditions on the values of two names: on both sides a word, not an initial. */
const words = (a: string, b: string): string => `length(${a}) > 1 and length(${b}) > 1`;
const initial = (a: string, b: string): string =>
  `(least(length(${a}), length(${b})) = 1 and substr(${a}, 1, 1) = substr(${b}, 1, 1))`;

/** Given and family name in each other's place: one of them is equal, the other no more than slipped or an initial. */
function exchanged({ given, family }: Names): string {
  if (given === null || family === null) return 'false';
  const close = (x: string, y: string): string => `(${x} = ${y} or ${initial(x, y)} or ${similar(x, y, NEARLY)})`;
  const [straight, turned] = [[`a.${given}`, `b.${family}`] as const, [`a.${family}`, `b.${given}`] as const];
  const one = [straight, turned].map(([x, y]) => `(${x} = ${y} and ${words(x, y)})`).join(' or ');
  return guarded(`a.${family} <> b.${family} and (${one})`, `${close(...straight)} and ${close(...turned)}`);
}

/** The second name stands for the first: Theresa is Mary Theresa to some, and m.jones may be Karl M. Jones. */
function bySecond(name: string, second: string | undefined, agree: (first: string, second: string) => string): string {
  if (second === undefined) return 'false';
  return `coalesce(${agree(`a.${name}`, `b.${second}`)}, false) or coalesce(${agree(`b.${name}`, `a.${second}`)}, false)`;
}

/** A given name: in full, short, slipped, the second for the first, an initial. */
function givenLevels({ name, full, second }: Field): readonly string[] {
  const [a, b] = [`a.${name}`, `b.${name}`];
  const both = words(a, b);
  const short = `list_has_any(string_split(a.${full}, ' '), string_split(b.${full}, ' '))`;
  return [
    `${a} = ${b} and length(${a}) > 1`,
    full === undefined ? 'false' : `${both} and ${short}`,
    `${both} and ${similar(a, b, NEARLY)}`,
    bySecond(name, second, (x, y) => `${x} = ${y} and length(${x}) > 1`),
    `${initial(a, b)} or ${bySecond(name, second, initial)}`,
    `${both} and ${similar(a, b, ALIKE)}`,
    `not (${both})`,
  ];
}

/** A family name of several words is shortened to its first or last. */
function partOf(a: string, b: string): string {
  const within = (x: string, y: string): string => `starts_with(${x}, ${y} || ' ') or ends_with(${x}, ' ' || ${y})`;
  return `(${within(a, b)} or ${within(b, a)})`;
}

/**
 * Two mailboxes called after one name: that they are called alike follows from the name, which is weighed already. Only one
 * whole address says more.
 */
function calledAfter(address: string, names: Names): string {
  const [a, b] = [`a.${address}`, `b.${address}`];
  const after = [names.family, names.given].flatMap((name) =>
    name === null
      ? []
      : [
          `(a.${name} = b.${name} and length(a.${name}) > 2 and contains(${local(a)}, a.${name}) and contains(${local(b)}, b.${name}))`,
        ],
  );
  const alike = `(${local(a)} = ${local(b)} or ${alikeLocals(a, b)})`;
  const named = `${a} <> ${b} and (${after.join(' or ')})`;
  return after.length === 0 ? 'false' : `coalesce(${guarded(named, alike)}, false)`;
}

/** One condition for each level but the last, strongest first. */
function conditions(field: Field, names: Names): readonly string[] {
  const { name, kind } = field;
  const [a, b] = [`a.${name}`, `b.${name}`];
  const near = similar(a, b, NEARLY);
  const alike = similar(a, b, ALIKE);
  const byKind: { readonly [K in FieldKind]: () => readonly string[] } = {
    given: () => givenLevels(field),
    family: () => [exchanged(names), `${a} = ${b}`, near, partOf(a, b), alike],
    generation: () => [`${a} = ${b}`],
    date: () => [`${a} = ${b}`, slips(a, b, 1), slips(a, b, 2)],
    code: () => [`${a} = ${b}`, slips(a, b, 1), slips(a, b, 2)],
    place: () => [`${a} = ${b}`, near, alike],
    text: () => [`${a} = ${b}`, near, alike],
    mail: () => [`${a} = ${b}`, `${local(a)} = ${local(b)}`, alikeLocals(a, b)],
    phone: () => [`${a} = ${b}`],
    account: () => [`${a} = ${b}`],
    circle: () => [3, 1].map((least) => `len(list_intersect(${a}, ${b})) >= ${least}`),
    numbers: () => [`list_has_any(${a}, ${b})`],
    addresses: () => [`list_has_any(${a}, ${b})`],
    answers: () => [`list_has_any(${a}, ${b})`],
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
  const told: { readonly [K in FieldKind]?: string } = {
    given: ` or coalesce(${exchanged(names)}, false)`,
    mail: ` or ${calledAfter(field.name, names)}`,
  };
  const none = `${missing}${apart}${told[field.kind] ?? ''}`;
  const cases = conditions(field, names).map((condition, level) => `when ${condition} then ${level}`);
  return `case when ${none} then ${MISSING} ${cases.join(' ')} else ${levelsOf(field).length - 1} end`;
}

/** SQL: columns l0, l1, … with the level of each field for the rows a and b. */
export function levelColumns(fields: readonly Field[]): string {
  const named = (kind: FieldKind): string | null => fields.find((field) => field.kind === kind)?.name ?? null;
  const names = { given: named('given'), family: named('family') };
  return fields.map((field, f) => `cast(${levelSql(field, names)} as tinyint) as l${f}`).join(', ');
}
