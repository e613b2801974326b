/** A thread that searches: holds some shards open and answers what is asked of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ShardPlace, Shards } from './job.ts';
import type { Asked, Told } from './pool.ts';

const port = parentPort;
if (port === null) throw new Error('worker.ts runs in a thread of its own');

const { places } = workerData as { readonly places: readonly ShardPlace[] };
const shards = new Shards(places);

port.on('message', ({ number, questions }: Asked) => {
  let told: Told;
  try {
    told = { number, answers: questions.map(({ shard, job }) => shards.answer(shard, job)) };
  } catch (error) {
    told = { number, failed: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(told);
});
