/** A reader thread: takes tasks from the main thread, one at a time. */
import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Message, ReaderStart, Task } from './message.ts';

const port = parentPort;
if (port === null) throw new Error('worker.ts runs in a thread of its own');
const { ahead, compiled } = workerData as ReaderStart;
// Each thread must ask for what was compiled before, and before it loads anything.
if (compiled !== null) enableCompileCache(compiled);
const [{ Outbox }, { work }] = await Promise.all([import('./outbox.ts'), import('./work.ts')]);
const out = new Outbox(port, new Int32Array(ahead));

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
