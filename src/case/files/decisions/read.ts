/** Lines of decisions: what each says, and what is no decision. */
import type * as z from 'zod';
import { schemaOfKind, type WrittenDecision } from '../decisions.ts';
import { type Mistake, shown } from '../mistake.ts';
import { type Conflict, conflictsOf } from './conflicts.ts';
import { type MadeDecision, united } from './unite.ts';

/** A line that is no decision this program knows. */
export interface DecisionProblem extends Mistake {
  /** torn: cut or damaged. invalid: a known kind with wrong or missing parts. unknown-kind: perhaps of a newer program. */
  readonly code: 'torn' | 'invalid' | 'unknown-kind';
}

/** The decisions of a case, of all its files together. */
export interface DecisionsFile {
  /** Those that hold, in the order in which they were made; of two that contradict each other the later one is meant. */
  readonly decisions: readonly Exclude<WrittenDecision, { readonly decision: string }>[];
  /** Every one, those too that were taken back and those that take back, in the same order. */
  readonly made: readonly MadeDecision[];
  /** Pairs that hold and cannot both be true. */
  readonly conflicts: readonly Conflict[];
  /** Lines of unknown kinds as they stand: nothing is done with them, and they stay in the file. */
  readonly unknown: readonly { readonly line: number; readonly kind: string; readonly text: string }[];
  readonly problems: readonly DecisionProblem[];
}

/** A file of decisions. */
export interface DecisionsText {
  /** Such as decisions.jsonl. */
  readonly file: string;
  readonly text: string;
}

/** Where a line is. */
interface Place {
  readonly file: string;
  readonly line: number;
}

const AGAIN = 'make the decision again; the line may be left as it is';

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function problem(
  code: DecisionProblem['code'],
  { file, line }: Place,
  key: string,
  message: string,
  advice: string,
): DecisionProblem {
  return { code, file, line, column: 1, key, message, advice };
}

function tornProblem(place: Place, last: boolean): DecisionProblem {
  const message = last
    ? 'the last line is cut: that decision was not written whole'
    : 'this line is cut or damaged, and no decision';
  return problem('torn', place, '', message, 'make the decision again if it is missed; the line may be left as it is');
}

function invalidProblem(place: Place, kind: string, issues: readonly z.core.$ZodIssue[]): DecisionProblem {
  const keys = [...new Set(issues.map((issue) => issue.path.join('.')))].join(', ');
  return problem('invalid', place, kind, `lacks or misstates: ${shown(keys).slice(1, -1)}`, AGAIN);
}

interface Read {
  readonly found: { readonly decision: WrittenDecision; readonly file: string; readonly line: number }[];
  readonly unknown: { line: number; kind: string; text: string }[];
  readonly problems: DecisionProblem[];
}

function readLine(line: string, place: Place, last: boolean, { found, unknown, problems }: Read): void {
  const value = parsed(line);
  const kind = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined;
  if (typeof kind !== 'string') {
    problems.push(tornProblem(place, last));
    return;
  }
  const schema = schemaOfKind(kind);
  if (schema === null) {
    unknown.push({ line: place.line, kind, text: line });
    const advice = 'it is kept but has no effect; a newer version of the program may know it';
    problems.push(problem('unknown-kind', place, '', `is a decision of an unknown kind: ${shown(kind)}`, advice));
    return;
  }
  const result = schema.safeParse(value);
  if (result.success) found.push({ decision: result.data, ...place });
  else problems.push(invalidProblem(place, kind, result.error.issues));
}

/**
 * Reads the decisions of several files as one: in the order of their times, each once. Never throws: what is no decision
 * is a problem, and everything else counts.
 */
export function readDecisionFiles(files: readonly DecisionsText[]): DecisionsFile {
  const read: Read = { found: [], unknown: [], problems: [] };
  for (const { file, text } of files) {
    const lines = text.replace(/^\uFEFF/, '').split('\n');
    for (const [i, raw] of lines.entries()) {
      const line = raw.replace(/\r$/, '');
      if (line.trim() !== '') readLine(line, { file, line: i + 1 }, i === lines.length - 1, read);
    }
  }
  const { made, decisions } = united(read.found);
  return { decisions, made, conflicts: conflictsOf(made), unknown: read.unknown, problems: read.problems };
}

/**
 * Reads one file of decisions.
 * @param text of decisions.jsonl; empty where there is none
 */
export function readDecisions(text: string): DecisionsFile {
  return readDecisionFiles([{ file: 'decisions.jsonl', text }]);
}
