/** A thread that indexes text: takes shards from the main thread, one at a time. */
import { parentPort } from 'node:worker_threads';
import type { ShardTask } from './message.ts';
import { ShardMaker } from './shard.ts';
import type { FromIndexer } from './worker-message.ts';

const port = parentPort;
if (port === null) throw new Error('worker.ts runs in a thread of its own');

const maker = new ShardMaker((bytes) => port.postMessage({ bytes } satisfies FromIndexer));

port.on('message', async (task: ShardTask) => {
  let answer: FromIndexer;
  try {
    answer = { done: await maker.run(task) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    answer = { failed: error instanceof Error ? error.message : String(error), code };
  }
  port.postMessage(answer);
});
