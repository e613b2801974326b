/**
 * Decisions of several people as one list: ordered by when they were made, each once, and what was taken back left out.
 * Two people who decide apart put their files side by side or let a version control system unite the lines; either way the
 * list is the same.
 */
import { type Decision, decisionHash, isUndo, type WrittenDecision } from '../decisions.ts';
import { parseDay } from '../words/day.ts';

/** A decision with what became of it. */
export interface MadeDecision {
  readonly decision: WrittenDecision;
  /** decisionHash of it. */
  readonly hash: string;
  /** Where its line stands. */
  readonly file: string;
  readonly line: number;
  /** Hash of the undo that took it back; null while it holds. */
  readonly undoneBy: string | null;
}

type Found = Omit<MadeDecision, 'hash' | 'undoneBy'>;

/** By time, then by who: the lines of one person within a second stay in the order in which they were written. */
function inOrder(found: readonly Found[]): Found[] {
  const at = new Map(found.map(({ decision }) => [decision, parseDay(decision.when)?.instant ?? 0]));
  return [...found].sort((a, b) => {
    const [x, y] = [a.decision, b.decision];
    return at.get(x)! - at.get(y)! || (x.who < y.who ? -1 : x.who > y.who ? 1 : 0);
  });
}

/**
 * Which decisions are taken back, by which. An undo names a line by its hash, so that none can be part of a circle; one
 * that is itself taken back takes nothing back.
 */
function undone(all: readonly { readonly decision: WrittenDecision; readonly hash: string }[]): Map<string, string> {
  const undos = Map.groupBy(
    all.flatMap(({ decision, hash }) => (isUndo(decision) ? [{ of: decision.decision, hash }] : [])),
    ({ of }) => of,
  );
  const known = new Map<string, string | null>();
  const byWhich = (hash: string): string | null => {
    if (!known.has(hash)) {
      known.set(hash, null);
      const standing = (undos.get(hash) ?? []).find((undo) => byWhich(undo.hash) === null);
      known.set(hash, standing?.hash ?? null);
    }
    return known.get(hash)!;
  };
  return new Map(
    all.flatMap(({ hash }) => {
      const by = byWhich(hash);
      return by === null ? [] : [[hash, by] as const];
    }),
  );
}

/**
 * Unites decisions.
 * @param found of all files, in the order of the files' names, then of their lines
 * @returns every decision once, and those of them that hold and are no undo
 */
export function united(found: readonly Found[]): { readonly made: MadeDecision[]; readonly decisions: Decision[] } {
  const once = new Map<string, Found & { readonly hash: string }>();
  for (const each of inOrder(found)) {
    const hash = decisionHash(each.decision);
    if (!once.has(hash)) once.set(hash, { ...each, hash });
  }
  const all = [...once.values()];
  const back = undone(all);
  const made = all.map((each): MadeDecision => ({ ...each, undoneBy: back.get(each.hash) ?? null }));
  const decisions = made.flatMap(({ decision, undoneBy }) => (undoneBy !== null || isUndo(decision) ? [] : [decision]));
  return { made, decisions };
}
