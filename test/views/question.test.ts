/** Questions: what people write, the ids of counts, and asking again by id. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { keepCount, keptCount } from '../../src/case/views/kept-counts.ts';
import { questionOf, type Written } from '../../src/case/views/question.ts';
import { DEFAULT_DEFINITION } from '../../src/model/definition.ts';
import { at, madeFiles, people } from '../reconcile/made.ts';

const FILES = madeFiles({
  'case.yaml': `title: made
asOf: 2031-03-01
zone: UTC
events:
  - { id: vote, on: 2030-11-08, what: the vote }
windows:
  run-up: { from: 2030-04-01, to: vote }
`,
  'people.yaml': people(['ann', 'ben']),
});
const NOTHING: Written = {
  between: null,
  and: null,
  list: null,
  from: null,
  to: null,
  window: null,
  channels: [],
  definition: DEFAULT_DEFINITION,
};
const ask = (written: Partial<Written>): ReturnType<typeof questionOf> => questionOf(FILES, { ...NOTHING, ...written });

test('a window is the same question as its days and events', () => {
  const { question, id } = ask({ between: 'ann', window: 'run-up' });
  assert.deepEqual([question.from, question.to], [at('2030-04-01'), at('2030-11-09') - 1]);
  assert.equal(id, ask({ between: 'ann', from: '2030-04-01', to: 'vote' }).id);
  assert.notEqual(id, ask({ between: 'ann', from: '2030-04-02', to: 'vote' }).id);
});

test('the order and the words of channels make no difference', () => {
  const { question, id } = ask({ channels: ['e-mails,calls'] });
  assert.deepEqual(question.channels, ['mail', 'call']);
  assert.equal(id, ask({ channels: ['call', 'mail'] }).id);
});

test('another definition is another question', () => {
  const changed = { ...DEFAULT_DEFINITION, unanswered: true };
  assert.notEqual(ask({ definition: changed }).id, ask({}).id);
});

test('what cannot be asked is said', () => {
  assert.throws(() => ask({ from: 'vots' }), /--from is no day and no event: "vots"/);
  assert.throws(() => ask({ from: '2030-05-01', to: '2030-04-01' }), /is after/);
  assert.throws(() => ask({ window: 'run-up', to: 'vote' }), /--window says/);
  assert.throws(() => ask({ window: 'run' }), /there is no window "run"/);
  assert.throws(() => ask({ channels: ['fax'] }), /--channel cannot be "fax"/);
  assert.throws(() => ask({ and: 'ben' }), /needs a first/);
  assert.throws(() => ask({ between: 'ann', and: 'ben', list: ['ben'] }), /--list stands for/);
});

test('a count is asked again by the beginning of its id', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-counts-'));
  try {
    assert.throws(() => keptCount({ folder }, 'n:12'), /no count n:12 was asked/);
    const asked = ask({ between: 'ann', list: ['ben'], window: 'run-up' });
    const short = keepCount({ folder }, asked)!;
    assert.match(short, /^n:[0-9a-f]{4}$/);
    assert.deepEqual(keptCount({ folder }, short), asked);
    assert.deepEqual(keptCount({ folder }, asked.id.toUpperCase()), asked);
    for (let i = 0; i < 17; i++) keepCount({ folder }, ask({ between: 'ann', from: `20${10 + i}` }));
    assert.throws(() => keptCount({ folder }, 'f:12'), /no id of a count/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a case that cannot be written to gives no id', () => {
  assert.equal(keepCount({ folder: '/dev/null/case' }, ask({})), null);
});
