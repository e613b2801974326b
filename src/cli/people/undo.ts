/** `people undo`: takes a decision back by another one. Nothing is removed: the file keeps both. */
import { undoDecision, writeDecision } from '../../case/deciding/answers.ts';
import {
  type DecisionsFile,
  decisionPhrase,
  formatDecision,
  isUndo,
  type MadeDecision,
} from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import { type Invocation, UsageError } from '../command.ts';
import { momentNow } from './moment.ts';

const KINDS = ['assign', 'merge', 'split', 'same', 'not-same', 'unsure'];

/**
 * The decision that is meant.
 * @param id the beginning of its hash, as history shows it, or `last`
 * @throws UsageError when it is none, several, or was taken back already
 */
function decisionToUndo({ made }: Pick<DecisionsFile, 'made'>, id: string): MadeDecision {
  if (id === 'last') {
    const last = made.findLast(({ decision, undoneBy }) => undoneBy === null && KINDS.includes(decision.kind));
    if (last === undefined)
      throw new UsageError('no decision about people holds', 'backchannel people history lists them');
    return last;
  }
  const found = /^[0-9a-f]{4,64}$/i.test(id) ? made.filter(({ hash }) => hash.startsWith(id.toLowerCase())) : [];
  const [first] = found;
  if (first === undefined)
    throw new UsageError(`no decision is ${JSON.stringify(id)}`, 'backchannel people history shows the ids');
  if (found.length > 1) throw new UsageError(`${found.length} decisions begin with ${id}`, 'write more of its digits');
  if (first.undoneBy !== null)
    throw new UsageError(
      `${id} was taken back already, by ${first.undoneBy.slice(0, 8)}`,
      `people undo ${first.undoneBy.slice(0, 8)} makes it hold again`,
    );
  if (!KINDS.includes(first.decision.kind) && !isUndo(first.decision))
    throw new UsageError(`${id} is about a finding`, 'backchannel findings undo takes it back');
  return first;
}

/** Takes one decision back. */
export async function undo(open: OpenCase, { output, text }: Invocation, names: readonly string[]): Promise<void> {
  if (names.length > 1) throw new UsageError('people undo takes back one decision', 'write one id, or last');
  const [who, why] = [text('who'), text('why')];
  if (who === null) throw new UsageError('a decision needs --who', 'write --who and the name of who decides');
  if (why === null) throw new UsageError('a decision needs --why', 'write --why and the reason, in quotes');
  const target = decisionToUndo(open.files.decisions, names[0] ?? 'last');
  const decision = undoDecision(target.hash, who, text('when') ?? momentNow(open.files.case.zone), why);
  writeDecision(open, decision);
  await output.document(JSON.parse(formatDecision(decision)), () => [
    `taken back by ${who}: ${decisionPhrase(target.decision)}`,
    'written to decisions.jsonl; it takes hold at the next backchannel build, which has the counts of before again',
  ]);
}
