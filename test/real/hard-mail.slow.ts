/** Mail that is hard on purpose, and mail as it was found: cases of it are built without a crash, and nothing is lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absent, links, realCase } from './case-copy.ts';

function reports(set: string, files: readonly string[]): { readonly [column: string]: unknown }[] {
  const made = realCase(null, set, links(Object.fromEntries(files.map((file) => [file, file]))));
  try {
    return made.rows('build', '--format', 'jsonl');
  } finally {
    made.remove();
  }
}

test('hard messages', { skip: absent('mime-torture') }, () => {
  const found = reports('mime-torture', ['postal-mime-fixtures.tar.gz', 'stalwart-eml.tar.gz']);
  // 182: the expected parses (174), six files of a single letter, two licence texts.
  assert.deepEqual(
    found.map(({ source, items, read, failed }) => ({ source, items, read, failed })),
    [
      { source: 'sources/postal-mime-fixtures.tar.gz', items: 5, read: 5, failed: 0 },
      { source: 'sources/stalwart-eml.tar.gz', items: 269, read: 87, failed: 182 },
    ],
  );
});

test('ordinary mail with transport headers', { skip: absent('spamassassin-raw') }, () => {
  const [found] = reports('spamassassin-raw', ['spamassassin-dev.tar.gz']);
  const { items, read, failed } = found!;
  assert.deepEqual({ items, read, failed }, { items: 3250, read: 3250, failed: 0 });
});
