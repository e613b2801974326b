/** Addresses of the workbench: matching, making, and what hostile ones do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { address, dataAddress, matchPath } from '../../web/shell/route.ts';

test('a pattern takes named segments, decoded', () => {
  assert.deepEqual(matchPath('/', '/'), {});
  assert.deepEqual(matchPath('/records/:id', '/records/r%3A81'), { id: 'r:81' });
  assert.deepEqual(matchPath('/findings', '/findings/'), {});
  assert.equal(matchPath('/findings/:id', '/findings'), null);
  assert.equal(matchPath('/findings/:id', '/findings/'), null);
  assert.equal(matchPath('/records/:id', '/records/a/html'), null);
});

test('a broken percent sign is another page, not an error', () => {
  assert.equal(matchPath('/people/:key', '/people/%E0%A4%A'), null);
});

test('every key survives the way into an address and back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (key) => {
      assert.deepEqual(matchPath('/people/:key', `/people/${encodeURIComponent(key)}`), { key });
    }),
  );
});

test('an address leaves out what asks for nothing, and repeats lists', () => {
  assert.equal(address('/contacts'), '/contacts');
  assert.equal(
    address('/contacts', { between: '@office', and: '', state: null, from: undefined }),
    '/contacts?between=%40office',
  );
  assert.equal(
    address('/contacts', { definition: ['lists=true', 'x=1'] }),
    '/contacts?definition=lists%3Dtrue&definition=x%3D1',
  );
});

test('data lies at the page’s address with .json before the query', () => {
  assert.equal(dataAddress('/overview'), '/overview.json');
  assert.equal(
    dataAddress('/contacts', new URLSearchParams({ state: 'undisclosed' })),
    '/contacts.json?state=undisclosed',
  );
});
