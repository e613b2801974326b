/** A reader thread: takes tasks from the main thread, one at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Message, Task } from './message.ts';
import { Outbox } from './outbox.ts';
import { work } from './work.ts';

const port = parentPort;
if (port === null) throw new Error('worker.ts runs in a thread of its own');
const out = new Outbox(port, new Int32Array((workerData as { ahead: SharedArrayBuffer }).ahead));

port.on('message', async ({ number, task }: { number: number; task: Task }) => {
  out.open(number);
  let last: Message = { task: number, done: true };
  try {
    await work(task, out);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    last = { task: number, failed: error instanceof Error ? error.message : String(error), code };
  }
  out.close();
  port.postMessage(last);
});
