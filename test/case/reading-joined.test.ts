/** Batches of many small sources, joined, hold what each of them held; an archive read in parts is the archive. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { MessagePort } from 'node:worker_threads';
import fc from 'fast-check';
import { pack } from 'tar-stream';
import { memoryInput } from '../../src/bytes/input.ts';
import { Joiner } from '../../src/case/reading/join.ts';
import type { Event, Message, Task } from '../../src/case/reading/message.ts';
import { Outbox } from '../../src/case/reading/outbox.ts';
import { inTurns } from '../../src/case/reading/turns.ts';
import { work } from '../../src/case/reading/work.ts';
import { eml } from '../../src/formats/eml.ts';
import { samples } from '../formats/mail/against/corpus.ts';
import { OPTIONS, read, remembering, type ToldRecord } from '../mail/told.ts';

const MESSAGES = [...samples(600, 'joined')].map(({ bytes }) => bytes);

const folder = mkdtempSync(join(tmpdir(), 'backchannel-joined-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Reads messages one after the other into joined batches. */
async function joined(
  messages: readonly Buffer[],
): Promise<{ records: ToldRecord[]; sources: number[]; batches: number }> {
  const { sink, told } = remembering();
  const sources: number[] = [];
  let batches = 0;
  const joiner = new Joiner((batch, own) => {
    void sink.batch(batch); // this sink never waits
    sources.push(...own);
    batches++;
  });
  for (const [i, bytes] of messages.entries())
    await eml.read(memoryInput('x', bytes), { ...sink, batch: (batch) => joiner.add(i, batch) }, OPTIONS);
  joiner.restart();
  return { records: told.records, sources, batches };
}

test('joined batches hold the records of each source, in order, each with its source', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...MESSAGES), { maxLength: 40 }), async (messages) => {
      const apart: ToldRecord[][] = [];
      for (const bytes of messages) apart.push((await read(eml, bytes)).records);
      const { records, sources, batches } = await joined(messages);
      assert.deepEqual(records, apart.flat());
      assert.deepEqual(
        sources,
        apart.flatMap((own, i) => own.map(() => i)),
      );
      assert.ok(batches <= 1, `${batches} batches of ${records.length} records`);
    }),
    { numRuns: 30 },
  );
});

test('many records are handed over before there are too many', async () => {
  const messages = Array.from({ length: 12 }, () => MESSAGES).flat();
  const { records, batches } = await joined(messages);
  assert.ok(records.length > 5000, String(records.length));
  assert.equal(batches, Math.ceil(records.length / 4096));
});

/** What a reader tells of a task, with joined batches as records with their sources. */
async function told(task: Task): Promise<Event[]> {
  const events: Event[] = [];
  const ahead = new Int32Array(new SharedArrayBuffer(4));
  const port = {
    postMessage(message: Message): void {
      if (!('events' in message)) return;
      events.push(...message.events);
      Atomics.sub(ahead, 0, message.held);
    },
  };
  const out = new Outbox(port as unknown as MessagePort, ahead);
  out.open(0);
  await work(task, out);
  out.close();
  return events;
}

async function* once(events: readonly Event[], parcel: number): AsyncGenerator<readonly Event[]> {
  for (let at = 0; at < events.length; at += parcel) yield events.slice(at, at + parcel);
}

/** Sources in their order, and how many records each got; problems and skips of the archive itself. */
function summary(events: readonly Event[]): { sources: [string, number][]; rest: string[] } {
  const sources: [string, number][] = [];
  const rest: string[] = [];
  let before = 0;
  for (const event of events) {
    if (event.type === 'begin') sources.push([event.member, 0]);
    else if (event.type === 'turn') before = sources.length;
    else if (event.type === 'joined') for (const source of event.sources) sources[before + source]![1]++;
    else if (event.type === 'problem') rest.push(`${sources.at(-1)![0]} ${event.problem.code}`);
    else if (event.type === 'skip') rest.push(`${event.rule} ${event.items}`);
  }
  return { sources, rest };
}

async function archive(members: number): Promise<string> {
  const path = join(folder, `${members}.tar`);
  const tar = pack();
  for (let i = 0; i < members; i++) tar.entry({ name: `mail/${i}.${i % 7 === 3 ? 'txt' : 'eml'}` }, MESSAGES[i % 50]!);
  tar.entry({ name: 'link', type: 'symlink', linkname: '/etc/hostname' });
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  writeFileSync(path, Buffer.concat(chunks));
  return path;
}

for (const members of [0, 1, 511, 512, 1300]) {
  test(`an archive of ${members} members, read in parts, gives what it gives as a whole`, async () => {
    const task = {
      kind: 'files',
      files: [{ path: await archive(members), name: 'a.tar' }],
      options: { ...OPTIONS, as: null, include: [], exclude: ['*.txt'] },
      spool: folder,
    } as const;
    const whole = summary(await told(task));
    assert.equal(whole.sources.filter(([member]) => member !== '').length, members - Math.floor((members + 3) / 7));
    for (const parts of [2, 3]) {
      const shares: Event[][] = [];
      for (let part = 0; part < parts; part++) shares.push(await told({ ...task, share: { part, of: parts } }));
      const merged: Event[] = [];
      for await (const events of inTurns(shares.map((events) => once(events, 7)))) merged.push(...events);
      assert.deepEqual(summary(merged), whole);
    }
  });
}
