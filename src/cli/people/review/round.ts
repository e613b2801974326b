/** The loop of questions and answers, without a terminal: what a typed line does. Pure. */

/** What somebody answers to "are these two one person?". */
export const ANSWERS = { y: 'same', n: 'not-same', u: 'unsure' } as const;
export type Answer = (typeof ANSWERS)[keyof typeof ANSWERS];

/** As much of a question as the loop needs. */
export interface Asked {
  readonly id: string;
  /** What stands for both sides, such as `mail a@x.example`. */
  readonly sides: readonly [string, string];
}

/** Where somebody is in the queue. */
export interface Round<Q extends Asked> {
  readonly questions: readonly Q[];
  /** Place of the question that is asked now; the number of questions when all were asked. */
  readonly at: number;
  /** Places of those that were asked before, in order. */
  readonly path: readonly number[];
  /** Answers by place. */
  readonly given: ReadonlyMap<number, Answer>;
}

/** What is to be done after a line. */
export type Effect =
  | { readonly kind: 'decide'; readonly place: number; readonly answer: Answer; readonly why: string | null }
  /** The answer at that place is taken back, and its question is asked again. */
  | { readonly kind: 'take-back'; readonly place: number }
  | { readonly kind: 'quit' }
  | { readonly kind: 'explain' }
  | { readonly kind: 'help' }
  | { readonly kind: 'none' };

/** A new round at its first question. */
export function newRound<Q extends Asked>(questions: readonly Q[]): Round<Q> {
  return { questions, at: 0, path: [], given: new Map() };
}

/** The words under each question. */
export const KEYS =
  'y one person   n two people   u unsure   s skip   b back   e explain   q quit   (a reason may follow: y her letterhead)';

/** Whether the answers of this round make two sides one already: then there is nothing left to ask. */
function areOne<Q extends Asked>({ questions, given }: Round<Q>, [a, b]: Asked['sides']): boolean {
  const reached = new Set([a]);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const [place, answer] of given) {
      const [x, y] = questions[place]!.sides;
      if (answer !== 'same' || reached.has(x) === reached.has(y)) continue;
      reached.add(x).add(y);
    }
  }
  return reached.has(b);
}

function next<Q extends Asked>(round: Round<Q>): Round<Q> {
  const path = [...round.path, round.at];
  let at = round.at + 1;
  while (at < round.questions.length && (round.given.has(at) || areOne(round, round.questions[at]!.sides))) at++;
  return { ...round, path, at };
}

/**
 * What a typed line does.
 * @param line a letter or its word; what follows an answer is the reason
 */
export function step<Q extends Asked>(
  round: Round<Q>,
  line: string,
): { readonly round: Round<Q>; readonly effect: Effect } {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(line)!;
  const letter = { yes: 'y', no: 'n', unsure: 'u', skip: 's', back: 'b', explain: 'e', quit: 'q' }[word.toLowerCase()];
  const key = letter ?? word.toLowerCase();
  switch (key) {
    case 'y':
    case 'n':
    case 'u': {
      const place = round.at;
      const given = new Map(round.given).set(place, ANSWERS[key]);
      const effect = { kind: 'decide', place, answer: ANSWERS[key], why: rest === '' ? null : rest } as const;
      return { round: next({ ...round, given }), effect };
    }
    case 's':
      return { round: next(round), effect: { kind: 'none' } };
    case 'q':
      return { round, effect: { kind: 'quit' } };
    case 'e':
      return { round, effect: { kind: 'explain' } };
    case 'b': {
      const last = round.path.at(-1);
      if (last === undefined) return { round, effect: { kind: 'none' } };
      const given = new Map(round.given);
      const was = given.delete(last);
      const back = { ...round, at: last, path: round.path.slice(0, -1), given };
      return { round: back, effect: was ? { kind: 'take-back', place: last } : { kind: 'none' } };
    }
    default:
      return { round, effect: { kind: 'help' } };
  }
}
