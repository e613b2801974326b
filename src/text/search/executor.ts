/** Who asks the shards: this thread, or some threads that each hold a part of them. */
import type { TextDamage } from '../damage.ts';
import { type ShardAnswer, type ShardJob, type ShardPlace, Shards } from './job.ts';

export interface ShardQuestion {
  /** Place of the shard in the list. */
  readonly shard: number;
  readonly job: ShardJob;
}

export interface Executor {
  /** How many questions are answered at once. */
  readonly width: number;
  /** Answers in the order of the questions. */
  ask(questions: readonly ShardQuestion[]): Promise<readonly (ShardAnswer | TextDamage)[]>;
  close(): Promise<void>;
}

/** Asks in this thread. */
export function inThisThread(places: readonly ShardPlace[]): Executor {
  const shards = new Shards(places);
  return {
    width: 1,
    ask: async (questions) => questions.map(({ shard, job }) => shards.answer(shard, job)),
    close: async () => shards.close(),
  };
}
