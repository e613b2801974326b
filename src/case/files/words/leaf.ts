/**
 * The smallest parts of the case files' schemas. Each carries what it should have been and what to write instead, so
 * that every mistake can say both. zod hands only one text through, so the two travel in it as JSON.
 */
import * as z from 'zod';
import { shown } from '../mistake.ts';
import { listed, nearest } from './nearest.ts';

/** What a value should be. */
export interface Expectation {
  /** Reads on from "is not": "a day". */
  readonly is: string;
  /** What to write. */
  readonly advice: string;
}

/** What is wrong with a value of the right type. */
export interface Fault {
  /** Reads on from the key: is not a country: "SWE". */
  readonly message: string;
  readonly advice: string;
}

/** Looks at a text; null when it is right. */
export type Check = (written: string) => Fault | null;

/** Carries an expectation through zod's error text. */
export function expecting(expectation: Expectation): () => string {
  return () => JSON.stringify(expectation);
}

/** No text of a case file needs these, and terminals and other programs obey them. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/**
 * Text as written. A plain number is taken for the text that it was (`2030`, `4670`): only numbers that print as they
 * were written ever arrive as numbers.
 * @param check more conditions; emptiness is seen to already
 * @param pattern for editors: an ECMAScript regular expression in JSON Schema
 */
export function text(expectation: Expectation, check?: Check, pattern?: string): z.ZodType<string> {
  const judge: Check = (written) => {
    if (written.trim() === '') return { message: 'is empty', advice: expectation.advice };
    if (CONTROL.test(written)) return { message: 'has a control character', advice: 'remove it' };
    return check?.(written) ?? null;
  };
  const schema = z
    .union([z.string(), z.number()], {
      error: ({ input }) => {
        if (typeof input !== 'boolean') return JSON.stringify(expectation);
        return JSON.stringify({ is: expectation.is, advice: `put it in quotes if it is text: "${input}"` });
      },
    })
    .transform(String)
    .superRefine((written, context) => {
      const fault = judge(written);
      if (fault !== null) addFaults(context, [{ at: '', ...fault }]);
    });
  return pattern === undefined ? schema : schema.meta({ pattern });
}

/** One of some words. */
export function oneOf<const Word extends string>(
  words: readonly Word[],
  meant?: ReadonlyMap<string, Word>,
): z.ZodType<Word> {
  return z.enum(words, {
    error: (issue) => {
      const near =
        typeof issue.input === 'string' ? (meant?.get(issue.input.toLowerCase()) ?? nearest(issue.input, words)) : null;
      const all = `write one of: ${listed(words)}`;
      return JSON.stringify({
        is: 'one of the known words',
        advice: near === null ? all : `write ${near}, or ${all.slice(6)}`,
      });
    },
  });
}

/** What people write for yes and no in older YAML, where both were booleans. */
const YES_NO: ReadonlyMap<string, string> = new Map([
  ['yes', 'true'],
  ['on', 'true'],
  ['y', 'true'],
  ['no', 'false'],
  ['off', 'false'],
  ['n', 'false'],
]);

/** true or false. */
export function truth(): z.ZodType<boolean> {
  return z.boolean({
    error: (issue) => {
      const meant = typeof issue.input === 'string' ? YES_NO.get(issue.input.toLowerCase()) : undefined;
      return JSON.stringify({
        is: 'true or false',
        advice: meant === undefined ? 'write true or false' : `write true or false without quotes, here ${meant}`,
      });
    },
  });
}

/** A whole number of things. */
export function whole(least: number, what: string): z.ZodType<number> {
  const expectation = {
    is: `a whole number from ${least}`,
    advice: `write ${what} as a whole number, ${least} or more`,
  };
  return z.int({ error: expecting(expectation) }).min(least, { error: expecting(expectation) });
}

/** A list, or one element that stands for a list of one. */
export function oneOrMore<T>(element: z.ZodType<T>, expectation: Expectation): z.ZodType<readonly T[]> {
  return z
    .union([z.array(element).min(1, { error: expecting(expectation) }), element], { error: expecting(expectation) })
    .transform((written): readonly T[] => (Array.isArray(written) ? (written as T[]) : [written as T]));
}

/** A list. */
export function list<T>(element: z.ZodType<T>, what: string): z.ZodType<T[]> {
  return z.array(element, {
    error: expecting({ is: 'a list', advice: `write ${what}, each on a line that starts with "- "` }),
  });
}

/** How an unknown key reaches the one who prints it. */
export interface UnknownKeys {
  readonly known: readonly string[];
  readonly meant: { readonly [key: string]: string };
  readonly otherwise?: string;
}

/**
 * A map with known keys only.
 * @param what reads on from "is not"
 * @param meant advice for keys that people may try, by key
 * @param otherwise advice for all other unknown keys; by default the nearest known key or the list of them
 */
export function map<Shape extends z.ZodRawShape>(
  what: string,
  shape: Shape,
  meant: { readonly [key: string]: string } = {},
  otherwise?: string,
): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape);
  const unknown: UnknownKeys = otherwise === undefined ? { known, meant } : { known, meant, otherwise };
  const expectation: Expectation = { is: what, advice: `write a map with the keys ${listed(known)}` };
  return z.strictObject(shape, {
    error: (issue) => JSON.stringify(issue.code === 'unrecognized_keys' ? unknown : expectation),
  });
}

/** A fault of a map, and the key of it where the fault stands; empty for the map itself. */
export interface FaultAt extends Fault {
  readonly at: string;
}

/** Hands faults to zod. */
export function addFaults(context: z.core.$RefinementCtx, faults: readonly FaultAt[]): void {
  for (const { at, message, advice } of faults) {
    context.addIssue({ code: 'custom', path: at === '' ? [] : [at], message, params: { advice } });
  }
}

/**
 * Adds a condition over a whole map.
 * @param judge runs only when all parts are right
 */
export function judged<T>(schema: z.ZodType<T>, judge: (value: T) => readonly FaultAt[]): z.ZodType<T> {
  return schema.superRefine((value, context) => addFaults(context, judge(value)));
}

/** A fault of a value that is none of something. */
export function notA(what: string, written: unknown, advice: string): Fault {
  return { message: `is not ${what}: ${shown(written)}`, advice };
}
