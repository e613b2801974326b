/** Decisions about findings from the command line: they hold until the evidence changes, and say what changed. */
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { command as findings } from '../../src/cli/findings.ts';
import { type SmallCase, smallCase } from '../views/small-case.ts';

let small: SmallCase;
before(async () => {
  small = await smallCase();
});
after(() => small.remove());

type Whole = {
  readonly id: string;
  readonly status: string;
  readonly decided: null | {
    readonly kind: string;
    readonly who: string;
    readonly why: string;
    readonly change: null | {
      readonly before: { readonly min: number; readonly max: number };
      readonly after: { readonly min: number; readonly max: number };
      readonly came: { readonly [of: string]: { readonly count: number } };
      readonly went: { readonly [of: string]: { readonly count: number } };
    };
  };
};

const WHO = ['--who', 'a reader', '--why', 'read both sides', '--when', '2031-03-02T10:00:00+01:00'];

async function first(): Promise<string> {
  const { out } = await small.run(findings, 'json', '--detector', 'undisclosed-contact');
  return (JSON.parse(out) as Whole[])[0]!.id;
}
const whole = async (id: string): Promise<Whole> => JSON.parse((await small.run(findings, 'json', id)).out) as Whole;

test('a decision needs an id, somebody and a reason', async () => {
  const id = await first();
  await assert.rejects(small.run(findings, 'json', 'confirm'), /needs the id of a finding/);
  await assert.rejects(small.run(findings, 'json', 'confirm', id, '--why', 'x'), /needs --who/);
  await assert.rejects(small.run(findings, 'json', 'confirm', id, '--who', 'x'), /needs --why/);
  await assert.rejects(
    small.run(findings, 'json', 'confirm', id, '--who', 'x', '--why', 'y', '--when', '2031'),
    /--when/,
  );
  await assert.rejects(small.run(findings, 'json', 'undo', id, ...WHO), /nothing was decided/);
  await assert.rejects(small.run(findings, 'json', id, id), /one at a time/);
});

test('it takes hold at the next build, is taken back, and opens again when the evidence changes', async () => {
  const id = await first();
  assert.equal((await small.run(findings, 'json', 'dismiss', id, ...WHO)).code, 0);
  assert.equal((await whole(id)).status, 'open');
  await buildCase(small.folder);
  assert.deepEqual(
    [(await whole(id)).status, (await whole(id)).decided],
    [
      'dismissed',
      { kind: 'dismiss', who: 'a reader', when: '2031-03-02T10:00:00+01:00', why: 'read both sides', change: null },
    ],
  );
  assert.equal((await small.run(findings, 'json', '--fail-on-findings')).code, 0);

  await small.run(findings, 'json', 'undo', id, ...WHO);
  await buildCase(small.folder);
  assert.deepEqual([(await whole(id)).status, (await whole(id)).decided], ['open', null]);

  await small.run(findings, 'json', 'confirm', id, ...WHO);
  await buildCase(small.folder);
  assert.equal((await whole(id)).status, 'confirmed');

  appendFileSync(
    join(small.folder, 'sources/calls.csv'),
    '3;2030-04-08;10:00:00;08-465 004 01;08-465 004 02;00:02:00;Voice;Answered\n',
  );
  await buildCase(small.folder);
  const { status, decided } = await whole(id);
  assert.equal(status, 'reopened');
  assert.equal(decided!.kind, 'confirm');
  const { change } = decided!;
  assert.equal(change!.after.min, change!.before.min + 1);
  // The file changed, and with it the ids of its records: its other call went and came again.
  assert.equal(change!.came.contacts!.count - change!.went.contacts!.count, 1);
  const { out } = await small.run(findings, 'table', id);
  assert.match(out, /Confirmed by a reader, 2031-03-02T10:00:00\+01:00: read both sides/);
  assert.match(out, /Open again: its evidence changed since/);
  const lines = readFileSync(join(small.folder, 'decisions.jsonl'), 'utf8').trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as { kind: string }).kind),
    ['dismiss', 'undo', 'confirm'],
  );
});
