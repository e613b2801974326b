/** Several questions of one open case at the same time: each gets the answer that it gets alone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkWritten } from '../../src/case/check.ts';
import { partedCoverage } from '../../src/case/coverage/parts.ts';
import { questionCoverage } from '../../src/case/coverage.ts';
import { type OpenCase, openCase } from '../../src/case/open.ts';
import { rateAround } from '../../src/case/rate.ts';
import { inTurn } from '../../src/case/turns.ts';
import { countByView, countedContacts, countView, withList } from '../../src/case/views/count.ts';
import { type AskedCount, questionOf } from '../../src/case/views/question.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import { DEFAULT_DEFINITION } from '../../src/model/definition.ts';
import { type SmallCase, smallCase } from './small-case.ts';

let small: SmallCase;
let open: OpenCase;
before(async () => {
  small = await smallCase();
  open = await openCase(small.folder);
});
after(async () => {
  await open.close();
  small.remove();
});

function asked(from: string, to: string, more: { and?: string; list?: string[] } = {}): AskedCount {
  const { and = more.list === undefined ? '@firm' : null, list = null } = more;
  return questionOf(open.files, {
    between: '@office',
    and,
    list,
    from,
    to,
    window: null,
    channels: [],
    definition: DEFAULT_DEFINITION,
  });
}

test('answers do not mix', async () => {
  const windows = [
    asked('2030-04-02', '2030-04-02'),
    asked('2030-04-03', '2030-04-05'),
    asked('2030-04-04', '2030-04-04'),
    asked('2030-06-01', '2030-06-30'),
    asked('2030-01-01', '2030-12-31', { list: ['ben'] }),
  ];
  const questions = [
    ...windows.flatMap((window): (() => Promise<unknown>)[] => [
      () => countView(open, window, true),
      () => countByView(open, window, ['party'], 10),
      () => countByView(open, window, ['month'], 10),
      () => countedContacts(open, window),
      () => withList(open, window, () => questionCoverage(open, window.question)),
    ]),
    () => partedCoverage(open, windows[0]!.question, [{ mine: null, party: 'ben', month: null, channel: null }]),
    () => checkWritten(open, 'no contact between @office and @firm before 2030-04-04'),
    () => checkWritten(open, 'no contact between @office and ben, ann after 2030-04-05'),
    () => rateAround(open, { question: windows[1]!.question, around: '2030-04-04' }),
  ];
  const alone: unknown[] = [];
  for (const ask of questions) alone.push(await ask());
  assert.notDeepEqual(alone[0], alone[5], 'the windows differ');
  assert.deepEqual(await Promise.all(questions.map((ask) => ask())), alone);
});

test('a question waits for those before it, also where one fails, and asks others inside without waiting for itself', async () => {
  const ledger = await createLedger(':memory:', {}, []);
  const steps: string[] = [];
  const step = async (name: string): Promise<string> => {
    steps.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    steps.push(`${name} ends`);
    return name;
  };
  const done = await Promise.allSettled([
    inTurn(ledger, () => step('first')),
    inTurn(ledger, async () => {
      await step('second');
      throw new Error('no answer');
    }),
    inTurn(ledger, async () => {
      await step('third');
      await Promise.all([inTurn(ledger, () => step('inside')), inTurn(ledger, () => step('inside too'))]);
    }),
    inTurn(ledger, () => step('last')),
  ]);
  assert.deepEqual(
    done.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
  );
  const names = ['first', 'second', 'third', 'inside', 'inside too', 'last'];
  assert.deepEqual(
    steps,
    names.flatMap((name) => [`${name} begins`, `${name} ends`]),
  );
  await ledger.close();
});
