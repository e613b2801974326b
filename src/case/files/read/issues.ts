/** From zod's issues to mistakes: where each stands, what is wrong, what to write instead. */
import type * as z from 'zod';
import { keyText, type Mistake, shown } from '../mistake.ts';
import type { Expectation, UnknownKeys } from '../words/leaf.ts';
import { listed, nearest } from '../words/nearest.ts';
import type { Path } from './place.ts';
import type { Tree } from './yaml.ts';

const NO_KEY = 'is no key here';

type Issue = z.core.$ZodIssue;

/** zod's error text is the only thing a schema can hand through: the schemas of this project put JSON into it. */
function carried(issue: Issue): Partial<Expectation & UnknownKeys> {
  try {
    const value: unknown = JSON.parse(issue.message);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {}; // zod's own words
  }
}

/**
 * Of a union's branches the one that was meant: the one whose type fits at the root, and of these the one with the
 * fewest issues.
 */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fits = branches.filter(
    (issues) => issues.length > 0 && !issues.some((i) => i.path.length === 0 && isWrongType(i)),
  );
  return fits.reduce<readonly Issue[] | null>((best, b) => (best === null || b.length < best.length ? b : best), null);
}

function isWrongType(issue: Issue): boolean {
  if (issue.code === 'invalid_union') return meantBranch(issue.errors) === null;
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

/** A value by its path; undefined where there is none. */
function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as { [step: string]: unknown })[step];
  }
  return here;
}

function unknownKeys(tree: Tree, path: Path, keys: readonly string[], unknown: Partial<UnknownKeys>): Mistake[] {
  const known = unknown.known ?? [];
  return keys.map((key) => {
    const near = nearest(key, known);
    const meant = unknown.meant !== undefined && Object.hasOwn(unknown.meant, key) ? unknown.meant[key] : undefined;
    const free = known.filter((word) => valueAt(tree.value, [...path, word]) === undefined);
    const guess = near === null ? `the keys here are: ${listed(free.length > 0 ? free : known)}` : `write ${near}`;
    return {
      file: tree.file,
      ...tree.keyAt([...path, key]),
      key: keyText([...path, key]),
      message: NO_KEY,
      advice: meant ?? (near === null ? (unknown.otherwise ?? guess) : guess),
    };
  });
}

function fallbackAdvice(issue: Issue): string {
  if (issue.code === 'too_big' || issue.code === 'too_small') return 'write the number of values that belong here';
  return 'see the docs for the form of this file';
}

function plainMistake(tree: Tree, path: Path, issue: Issue): Mistake {
  const { is, advice } = carried(issue);
  const value = valueAt(tree.value, path);
  const place = { file: tree.file, ...tree.at(path), key: keyText(path) };
  const help = advice ?? fallbackAdvice(issue);
  const params = (issue as { readonly params?: { readonly advice?: string } }).params;
  if (issue.code === 'custom' && params?.advice !== undefined)
    return { ...place, message: issue.message, advice: params.advice };
  if (value === undefined && path.length > 0) {
    return { ...place, message: tree.has(path) ? 'is empty' : 'is missing', advice: help };
  }
  if (value === null || value === undefined) return { ...place, message: 'is empty', advice: help };
  if (path.length === 0) return { ...place, message: `the file is not ${is ?? 'what it should be'}`, advice: help };
  return { ...place, message: `is not ${is ?? 'what belongs here'}: ${shown(value)}`, advice: help };
}

/** The mistakes that one issue stands for. */
function mistakesOf(tree: Tree, base: Path, issue: Issue): Mistake[] {
  const path: Path = [...base, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (issue.code === 'unrecognized_keys') return unknownKeys(tree, path, issue.keys, carried(issue));
  if (issue.code === 'invalid_union') {
    const branch = meantBranch(issue.errors);
    if (branch !== null) return branch.flatMap((inner) => mistakesOf(tree, path, inner));
    const first = issue.errors[0]?.[0];
    if (carried(issue).is === undefined && first !== undefined) return mistakesOf(tree, path, first);
  }
  return [plainMistake(tree, path, issue)];
}

/** Without what is only missing because its key was misspelt: one slip, one mistake. */
function withoutEchoes(mistakes: readonly Mistake[]): Mistake[] {
  const parent = (key: string): string => key.replace(/(?:^|\.)[^.[\]]+$/, '');
  const meant = new Set(
    mistakes.flatMap(({ key, message, advice }) => {
      const word = message === NO_KEY ? /^write ([\w-]+)/.exec(advice)?.[1] : undefined;
      const above = parent(key);
      return word === undefined ? [] : [above === '' ? word : `${above}.${word}`];
    }),
  );
  return mistakes.filter(({ key, message }) => message !== 'is missing' || !meant.has(key));
}

/**
 * Checks a file against its schema.
 * @returns the value and no mistakes, or null and all the mistakes
 */
export function checked<T>(
  tree: Tree,
  schema: z.ZodType<T>,
): { readonly value: T | null; readonly mistakes: Mistake[] } {
  const result = schema.safeParse(tree.value);
  if (result.success) return { value: result.data, mistakes: [] };
  return { value: null, mistakes: withoutEchoes(result.error.issues.flatMap((issue) => mistakesOf(tree, [], issue))) };
}
