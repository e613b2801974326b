/** Whole questions one after another: each runs several queries over temporary tables of the same names. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Ledger } from '../ledger/ledger.ts';

/** Who waits for whom: the end of the last question that was asked. */
interface Queue {
  last: Promise<unknown>;
}

/** The question that is being answered, with the queue of the questions that it asks itself. */
interface Turn extends Queue {
  readonly ledger: Ledger;
}

const queues = new WeakMap<Ledger, Queue>();
const turns = new AsyncLocalStorage<Turn>();

function queueOf(ledger: Ledger): Queue {
  const turn = turns.getStore();
  if (turn?.ledger === ledger) return turn; // a question inside a question waits for its siblings only
  const known = queues.get(ledger);
  if (known !== undefined) return known;
  const queue: Queue = { last: Promise.resolve() };
  queues.set(ledger, queue);
  return queue;
}

/**
 * Asks a question when those that were asked of the same ledger before are answered. A question may ask others inside.
 * @param ask several queries that belong together
 * @returns what it gives; what it throws comes out of this call alone, and the next question is asked all the same
 */
export function inTurn<T>(ledger: Ledger, ask: () => Promise<T>): Promise<T> {
  const queue = queueOf(ledger);
  const turn: Turn = { ledger, last: Promise.resolve() };
  const answer = queue.last.then(() => turns.run(turn, ask));
  queue.last = answer.catch(() => undefined);
  return answer;
}
