/** replies.yaml: what people answered to what a briefing says of them. */
import type * as z from 'zod';
import { parseId } from '../../../model/ids.ts';
import { exactDay } from '../words/day.ts';
import { list, map, notA, text } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { type Reference, reference } from '../words/reference.ts';

/** One answer. */
export interface ReplyEntry {
  /** What it answers: an id of a finding or contact, or the beginning of one, or the id of a statement. */
  readonly to: string;
  readonly by: Reference;
  /** Day on which it was given, YYYY-MM-DD. */
  readonly on: string;
  /** The answer, as it was given. */
  readonly text: string;
}

export interface RepliesFile {
  readonly replies: readonly ReplyEntry[];
}

/** None: stands in for a replies.yaml that is not there. */
export const NO_REPLIES: RepliesFile = { replies: [] };

/** Kinds of id that can be answered. */
const ANSWERED: ReadonlySet<string> = new Set(['finding', 'contact']);

function answered(names: Names): z.ZodType<string> {
  const expectation = {
    is: 'what a reply answers',
    advice: 'write the id of a finding or contact, such as f:81d2, or of a statement',
  };
  return text(expectation, (written) => {
    const kind = parseId(written)?.kind;
    if ((kind !== undefined && ANSWERED.has(kind)) || names.statements.has(written)) return null;
    return notA(expectation.is, written, expectation.advice);
  });
}

function reply(names: Names): z.ZodType<ReplyEntry> {
  return map(
    'a reply',
    {
      to: answered(names).describe('Id of the finding, contact or statement that it answers.'),
      by: reference(names).describe('The party that answered.'),
      on: exactDay().describe('Day on which it was given.'),
      text: text({ is: 'text', advice: 'write the answer as it was given' }).describe('The answer, as it was given.'),
    },
    {
      finding: 'write to',
      statement: 'write to',
      party: 'write by',
      who: 'write by',
      day: 'write on',
      date: 'write on',
      answer: 'write text',
    },
  );
}

/** The schema of replies.yaml: a list. */
export function repliesSchema(names: Names): z.ZodType<RepliesFile> {
  return list(reply(names), 'the replies').transform((replies) => ({ replies }));
}
