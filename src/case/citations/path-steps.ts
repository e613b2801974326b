/** Reads the text of a citation's path; model/citation.ts writes it. */
import type { MemberStep } from '../../bytes/archive-level.ts';
import type { Step } from '../../model/citation.ts';

/** A JSON string (RFC 8259, section 7): it may hold slashes and brackets. */
const STRING = String.raw`"(?:[^"\\\u0000-\u001f]|\\.)*"`;
const NUMBER = '0|[1-9][0-9]*';

type Read = (match: RegExpExecArray) => Step | null;

const STEPS: readonly (readonly [pattern: RegExp, read: Read])[] = [
  [
    new RegExp(`member\\((${STRING}),(zip|tar|gzip)\\)`, 'y'),
    (m) => stringStep(m[1]!, (member) => ({ member, method: m[2] as MemberStep['method'] })),
  ],
  [
    new RegExp(`range\\((${NUMBER}),(${NUMBER})\\)`, 'y'),
    (m) => countStep([m[1]!, m[2]!], ([offset, length]) => ({ range: [offset!, length!] })),
  ],
  [new RegExp(`cell\\((${STRING}),([^/()]*)\\)`, 'y'), (m) => stringStep(m[1]!, (sheet) => ({ cell: m[2]!, sheet }))],
  [/decode\(([^/()]*)\)/y, (m) => ({ decode: m[1]! })],
  [new RegExp(`row\\((${NUMBER})\\)`, 'y'), (m) => countStep([m[1]!], ([row]) => ({ row: row! }))],
  [new RegExp(`instance\\((${NUMBER})\\)`, 'y'), (m) => countStep([m[1]!], ([n]) => ({ instance: n! }))],
  [new RegExp(`quoted\\((${NUMBER})\\)`, 'y'), (m) => countStep([m[1]!], ([n]) => ({ quoted: n! }))],
];

function stringStep(json: string, make: (text: string) => Step): Step | null {
  try {
    return make(JSON.parse(json) as string);
  } catch {
    return null; // an escape that JSON does not have
  }
}

function countStep(digits: readonly string[], make: (numbers: readonly number[]) => Step): Step | null {
  const numbers = digits.map(Number);
  return numbers.every(Number.isSafeInteger) ? make(numbers) : null;
}

/**
 * The steps of a path, the inverse of pathText.
 * @param text as pathText gives it; '' for no steps
 * @returns null when it is no such text
 */
export function parsePath(text: string): Step[] | null {
  const steps: Step[] = [];
  let at = 0;
  while (at < text.length) {
    const found = stepAt(text, at);
    if (found === null) return null;
    steps.push(found.step);
    at = found.end;
    if (at === text.length) break;
    if (text[at] !== '/' || at + 1 === text.length) return null;
    at++;
  }
  return steps;
}

function stepAt(text: string, at: number): { readonly step: Step; readonly end: number } | null {
  for (const [pattern, read] of STEPS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const step = read(match);
    return step === null ? null : { step, end: pattern.lastIndex };
  }
  return null;
}
