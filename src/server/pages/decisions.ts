/** /decisions: what people settled; a decision that is posted is appended to decisions.jsonl. */
import { answerDecision, undoDecision, writeDecision } from '../../case/deciding/answers.ts';
import { decidableFinding } from '../../case/deciding/finding.ts';
import { CaseError } from '../../case/error.ts';
import {
  conflictText,
  type DecisionsFile,
  decisionWords,
  formatMistake,
  type MadeDecision,
  type WrittenDecision,
} from '../../case/files/index.ts';
import { reviewQuestion } from '../../case/views/people-review.ts';
import { instantText } from '../../case/views/time.ts';
import { decisionOf } from '../asking/decision.ts';
import { located } from '../asking/located.ts';
import type { Desk } from '../desk.ts';
import { answerOf, dataRoute, jsonReply } from '../http/data.ts';
import { type Asked, Refused, type Reply, type Route } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';
import type { DecisionLine, DecisionRequest, DecisionsPage, DecisionTaken } from '../shapes/decisions.ts';

/** Bytes of a posted decision. */
const LARGEST = 16 * 1024;

function lineOf({ decision, hash, undoneBy }: MadeDecision, known: ReadonlySet<string>): DecisionLine {
  const { kind, who, when, why } = decision;
  const { about, says } = decisionWords(decision);
  return { hash, kind, who, when, why, about, says, undoneBy, inBuild: known.has(hash) };
}

const knownTo = ({ open }: Opened): ReadonlySet<string> => new Set((open.build.decided ?? []).map(({ hash }) => hash));

async function list(desk: Desk, opened: Opened): Promise<DecisionsPage> {
  const { made, conflicts, problems } = desk.decisions();
  const known = knownTo(opened);
  return {
    decisions: made.map((each) => lineOf(each, known)).toReversed(),
    conflicts: conflicts.map(conflictText),
    problems: problems.map((problem) => formatMistake(problem).split('\n')[0]!),
  };
}

/** The case with its decisions as they stand, which an answer has to know. */
function withDecisions({ slow }: Opened, decisions: DecisionsFile): Opened['slow'] {
  return { ...slow, files: { ...slow.files, decisions } };
}

async function aboutFinding(
  opened: Opened,
  asked: Extract<DecisionRequest, { readonly finding: string }>,
  when: string,
  now: DecisionsFile,
): Promise<WrittenDecision> {
  const no = await located(opened, 'finding', asked.finding);
  const { anchor, status } = await decidableFinding(opened.slow, no);
  const isDecided = now.decisions.some(
    (each) => 'finding' in each && each.finding.detector === anchor.detector && each.finding.subject === anchor.subject,
  );
  if (asked.kind === 'undo' && status === 'open' && !isDecided)
    throw new Refused(
      409,
      'nothing was decided about this finding',
      'finding',
      'confirm or dismiss it, or leave it as it is',
    );
  return { kind: asked.kind, who: asked.who, when, why: asked.why, finding: anchor };
}

function takenBack(
  asked: Extract<DecisionRequest, { readonly decision: string }>,
  when: string,
  now: DecisionsFile,
): WrittenDecision {
  const target = now.made.find(({ hash }) => hash === asked.decision);
  if (target === undefined) throw new Refused(404, 'there is no such decision', 'decision');
  if (target.undoneBy !== null) throw new Refused(409, 'this decision was taken back already', 'decision');
  return undoDecision(target.hash, asked.who, when, asked.why);
}

/** @param instant of the decision, epoch seconds */
async function decisionFor(
  opened: Opened,
  asked: DecisionRequest,
  now: DecisionsFile,
  instant: number,
): Promise<WrittenDecision> {
  const { zone } = opened.open.files.case;
  const when = instantText(instant, zone);
  if ('finding' in asked) return aboutFinding(opened, asked, when, now);
  if ('decision' in asked) return takenBack(asked, when, now);
  try {
    const question = await reviewQuestion(withDecisions(opened, now), asked.question);
    return answerDecision(question, asked.kind, asked.who, when, asked.why ?? null);
  } catch (error) {
    if (error instanceof CaseError) throw new Refused(404, error.message, 'question', error.advice);
    throw error;
  }
}

async function take(desk: Desk, opened: Opened, asked: Asked): Promise<Reply> {
  const request = decisionOf(await asked.body(LARGEST));
  const now = desk.decisions();
  const decision = await decisionFor(opened, request, now, desk.now());
  const hash = writeDecision(withDecisions(opened, now), decision);
  const made = desk.decisions().made.find((each) => each.hash === hash)!;
  const { waiting } = desk.line(opened);
  const taken: DecisionTaken = {
    decision: lineOf(made, knownTo(opened)),
    holds: 'written to decisions.jsonl; it takes hold at the next backchannel build',
    waiting,
  };
  return jsonReply(answerOf(desk, opened, taken), 201);
}

/** Addresses of decisions. */
export function decisionsRoutes(desk: Desk): Route[] {
  return [
    dataRoute(desk, '/decisions', (opened) => list(desk, opened)),
    {
      method: 'POST',
      path: '/decisions',
      isData: false,
      answer: (asked) => desk.use((opened) => take(desk, opened, asked)),
    },
  ];
}
