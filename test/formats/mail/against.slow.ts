/** The fast reader against a thorough parser: 100,000 spoilt messages, and mail as it is found, where the data is present. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesOf, realArchive } from '../../mail/archive.ts';
import { agreement } from './against/agree.ts';
import { samples } from './against/corpus.ts';

test('100,000 made-up messages, two of three spoilt', async () => {
  function* messages(): Generator<readonly [string, Buffer]> {
    let i = 0;
    for (const { done, bytes } of samples(100_000, 'many')) yield [`${i++}: ${done.join(', ')}`, bytes];
  }
  const { unexplained, refused } = await agreement(messages());
  assert.deepEqual(unexplained.slice(0, 5), []);
  assert.equal(refused, 0);
});

/** Where the messages are, how many, and how often the two differ in what, at most. */
const REAL = [
  { name: 'mime-torture/stalwart-eml.tar.gz', messages: 91, differences: 70 },
  { name: 'mime-torture/postal-mime-fixtures.tar.gz', messages: 4, differences: 4 },
  { name: 'spamassassin-raw/spamassassin-dev.tar.gz', messages: 3250, differences: 270 },
  { name: 'enron-inbox/maildir.tar.gz', messages: 28_225, differences: 14_200 },
] as const;

for (const { name, messages, differences } of REAL) {
  const path = realArchive(name);
  test(`real mail: ${name}`, { skip: path === null ? 'the data is not on this computer' : false }, async () => {
    const files = [...(await filesOf(path!))].filter(([file]) => !/\.json$|LICEN[CS]E|COPYING|README/.test(file));
    const found = await agreement(files);
    assert.ok(found.messages >= messages, `${found.messages} messages`);
    assert.deepEqual(found.unexplained, []);
    const sum = [...found.counts.values()].reduce((a, b) => a + b, 0);
    assert.ok(sum <= differences, JSON.stringify([...found.counts]));
  });
}
