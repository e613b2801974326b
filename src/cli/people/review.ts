/** `people review`: one question after the other in a terminal; the queue as rows, and single answers, for everything else. */
import { createInterface } from 'node:readline/promises';
import { answerDecision, undoDecision, writeDecision } from '../../case/deciding/answers.ts';
import { formatDecision } from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import { type ReviewQuestion, reviewQuestion, reviewQueue } from '../../case/views/people-review.ts';
import { addressKey } from '../../identity/claims.ts';
import { type Invocation, UsageError } from '../command.ts';
import { counted, countText } from '../frame/cell.ts';
import type { Line } from '../frame/line.ts';
import { limitOf } from '../show/limit.ts';
import { momentNow } from './moment.ts';
import { ANSWERS, type Asked, KEYS, newRound, type Round, step } from './review/round.ts';
import { QUEUE_COLUMNS, questionLines, sideText } from './review/show.ts';

type Question = ReviewQuestion & Asked;

/** Asks, lists or takes one answer. @param names what stands after `review` */
export async function review(open: OpenCase, invocation: Invocation, names: readonly string[]): Promise<void> {
  const { output, text } = invocation;
  const given = text('answer');
  if (given !== null) return answer(open, invocation, names, given);
  if (names.length > 0)
    throw new UsageError('people review takes an id only with --answer', 'write --answer y, n or u before it');
  const isAsked = process.stdin.isTTY === true && output.format === 'table' && text('format') === null;
  const { questions, all } = await reviewQueue(open, limitOf(invocation));
  if (isAsked && questions.length > 0) return ask(open, invocation, questions, all);
  const more = all - questions.length;
  await output.rows(QUEUE_COLUMNS, questions, {
    empty: 'Nothing about people is left to be reviewed: no guess is open.',
    notes: more > 0 ? [`  … and ${countText(more)} more: --limit ${all} shows all`] : [],
  });
}

async function answer(
  open: OpenCase,
  { output, text }: Invocation,
  names: readonly string[],
  given: string,
): Promise<void> {
  const [id] = names;
  if (id === undefined || names.length > 1)
    throw new UsageError('--answer is to one question', 'write its id after review, such as q:81d2');
  const who = text('who');
  if (who === null) throw new UsageError('a decision needs --who', 'write --who and the name of who decides');
  const question = await reviewQuestion(open, id);
  const when = text('when') ?? momentNow(open.files.case.zone);
  const decision = answerDecision(question, ANSWERS[given as keyof typeof ANSWERS], who, when, text('why'));
  const hash = writeDecision(open, decision);
  await output.document(JSON.parse(formatDecision(decision)), () => [
    `${decision.kind}: ${sideText(question.a)} and ${sideText(question.b)}, decided by ${who} (${hash.slice(0, 8)})`,
    'written to decisions.jsonl; it takes hold at the next backchannel build',
  ]);
}

/** Somebody at the terminal. */
class Conversation {
  readonly #open: OpenCase;
  readonly #invocation: Invocation;
  readonly #who: string;
  /** Hash of the decision at each place. */
  readonly #written = new Map<number, string>();
  /** Hashes of all lines of this conversation. */
  readonly #lines: string[] = [];

  constructor(open: OpenCase, invocation: Invocation, who: string) {
    this.#open = open;
    this.#invocation = invocation;
    this.#who = who;
  }

  get decided(): number {
    return this.#written.size;
  }

  async show(lines: readonly Line[]): Promise<void> {
    await this.#invocation.output.document(null, () => lines);
  }

  question({ questions, at }: Round<Question>): Promise<Line[]> {
    const place = `${at + 1} of ${questions.length}`;
    return questionLines(this.#open, questions[at]!, place, this.#invocation.output.width);
  }

  decide(question: Question, place: number, kind: (typeof ANSWERS)[keyof typeof ANSWERS], why: string | null): string {
    const { zone } = this.#open.files.case;
    const reason = why ?? this.#invocation.text('why');
    const decision = answerDecision(question, kind, this.#who, momentNow(zone), reason);
    const hash = writeDecision(this.#open, decision, this.#lines);
    this.#lines.push(hash);
    this.#written.set(place, hash);
    return `   ${kind}, written (${hash.slice(0, 8)})`;
  }

  takeBack(place: number): string {
    const hash = this.#written.get(place)!;
    this.#written.delete(place);
    const when = momentNow(this.#open.files.case.zone);
    this.#lines.push(
      writeDecision(this.#open, undoDecision(hash, this.#who, when, 'went back in the review'), this.#lines),
    );
    return `   taken back (${hash.slice(0, 8)})`;
  }
}

async function ask(
  open: OpenCase,
  invocation: Invocation,
  queue: readonly ReviewQuestion[],
  all: number,
): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new AbortController();
  lines.once('close', () => ended.abort());
  const typed = async (prompt: string): Promise<string> => {
    try {
      return await lines.question(prompt, { signal: ended.signal });
    } catch {
      return 'q'; // the end of the input, or Ctrl-C
    }
  };
  try {
    const who = invocation.text('who') ?? (await typed('Who decides? ')).trim();
    if (who === '' || ended.signal.aborted) return;
    const talk = new Conversation(open, invocation, who);
    await talk.show([
      `${counted(queue.length, 'question')} of ${countText(all)}, those first on which most contacts hang.`,
    ]);
    await answers(talk, newRound(queue.map(asked)), typed);
    const next = 'backchannel build takes them in, backchannel status shows what moved; people undo takes one back';
    await talk.show(['', `${counted(talk.decided, 'decision')} written${talk.decided === 0 ? '.' : `: ${next}.`}`]);
  } finally {
    lines.close();
  }
}

function asked(question: ReviewQuestion): Question {
  const key = ({ anchor }: ReviewQuestion['a']): string => addressKey(anchor.kind, anchor.address);
  return { ...question, sides: [key(question.a), key(question.b)] };
}

/** One question after the other until somebody quits or none is left. */
async function answers(
  talk: Conversation,
  first: Round<Question>,
  typed: (prompt: string) => Promise<string>,
): Promise<void> {
  let round = first;
  let shown = -1;
  while (round.at < round.questions.length) {
    if (shown !== round.at) await talk.show([...(await talk.question(round)), `   ${KEYS}`]);
    shown = round.at;
    const before = round;
    const done = step(round, await typed('   > '));
    round = done.round;
    const { effect } = done;
    if (effect.kind === 'quit') return;
    if (effect.kind === 'help') await talk.show([`   ${KEYS}`]);
    if (effect.kind === 'explain') await talk.show(await talk.question(before));
    if (effect.kind === 'decide')
      await talk.show([talk.decide(before.questions[effect.place]!, effect.place, effect.answer, effect.why)]);
    if (effect.kind === 'take-back') await talk.show([talk.takeBack(effect.place)]);
  }
}
