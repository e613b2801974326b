/** What people decide about a finding: written to decisions.jsonl, and in force from the next build on. */
import { join } from 'node:path';
import { decidableFinding } from '../../case/deciding/finding.ts';
import {
  appendDecision,
  DECISIONS_FILE,
  type FindingDecision,
  formatDecision,
  parseDay,
} from '../../case/files/index.ts';
import { locate } from '../../case/locate.ts';
import type { OpenCase } from '../../case/open.ts';
import { offsetAt } from '../../model/zone.ts';
import { type Invocation, UsageError } from '../command.ts';
import { isoTime } from '../frame/moment.ts';

const DECISIONS = ['confirm', 'dismiss', 'undo'] as const;
export type DecisionKind = FindingDecision['kind'];

/** Whether a word is one of them. */
export function isDecision(word: string): word is DecisionKind {
  return (DECISIONS as readonly string[]).includes(word);
}

/** By whom, when and why; the time is null where none was given. */
export interface Circumstances {
  readonly who: string;
  readonly why: string;
  readonly when: string | null;
}

/**
 * What was typed besides the id.
 * @throws UsageError for what is missing, before anything is opened
 */
export function circumstances({ text }: Invocation): Circumstances {
  const [who, why, when] = [text('who'), text('why'), text('when')];
  if (who === null) throw new UsageError('a decision needs --who', 'write --who and the name of who decides');
  if (why === null) throw new UsageError('a decision needs --why', 'write --why and the reason, in quotes');
  if (when !== null && parseDay(when)?.precision !== 'instant')
    throw new UsageError(`--when is no time with an offset: ${when}`, 'write one such as 2031-03-01T10:00:00+01:00');
  return { who, why, when };
}

/** The moment of a decision, in the case's zone. */
function now(zone: string): string {
  const instant = Math.floor(Date.now() / 1000);
  return isoTime(instant, offsetAt(zone, instant) / 60);
}

const WORDS = { confirm: 'confirmed', dismiss: 'dismissed', undo: 'open again' } as const;

/** Takes a decision about a finding. @param id as typed */
export async function decide(
  open: OpenCase,
  { output }: Invocation,
  kind: DecisionKind,
  id: string,
  said: Circumstances,
): Promise<void> {
  const found = await locate(open.ledger, id);
  if (found.kind !== 'finding') throw new UsageError(`${id} is no finding`, 'backchannel findings lists them');
  const { anchor: finding, text, status } = await decidableFinding(open, found.no);
  if (kind === 'undo' && status === 'open')
    throw new UsageError(`nothing was decided about ${id}`, 'confirm or dismiss it, or leave it as it is');
  const decision: FindingDecision = {
    kind,
    who: said.who,
    when: said.when ?? now(open.files.case.zone),
    why: said.why,
    finding,
  };
  appendDecision(join(open.folder, DECISIONS_FILE), decision);
  await output.document(JSON.parse(formatDecision(decision)), () => [
    `${WORDS[kind]}, decided by ${said.who}: ${said.why}`,
    `  ${text}`,
    `written to ${DECISIONS_FILE}; it takes hold at the next backchannel build, and stays until the evidence changes`,
  ]);
}
