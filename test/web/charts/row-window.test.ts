/** Lists of millions of rows: where the bar stands, what is seen, what is asked for. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  type ListPlace,
  lastFirst,
  revealed,
  scrolledHeight,
  scrolledTo,
  scrollFor,
  stepped,
  TALLEST,
  windowsSeen,
} from '../../../web/charts/row-window.ts';
import { rowCache } from '../../../web/pages/contacts/row-cache.ts';

const MILLIONS = { rows: 5_000_000, rowHeight: 32, viewport: 640 };
const SHORT = { rows: 100, rowHeight: 32, viewport: 640 };
const TOP: ListPlace = { first: 0, scroll: 0 };

describe('a list', () => {
  test('is never taller than a browser can do', () => {
    assert.equal(scrolledHeight(MILLIONS), TALLEST);
    assert.equal(scrolledHeight(SHORT), 3200);
  });

  test('that is short scrolls like any other', () => {
    assert.equal(scrolledTo(TOP, 320, SHORT).first, 10);
    assert.equal(scrolledTo(TOP, 3200 - 640, SHORT).first, 80);
  });

  test('of millions moves by pixels under the wheel and by shares under the bar', () => {
    assert.equal(scrolledTo(TOP, 64, MILLIONS).first, 2);
    const half = scrolledTo(TOP, (TALLEST - 640) / 2, MILLIONS);
    assert.ok(Math.abs(half.first - lastFirst(MILLIONS) / 2) < 1);
  });

  test('has both ends, from wherever one comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3000, max: 3000 }), { maxLength: 40 }), (wheel) => {
        let place: ListPlace = scrolledTo(TOP, TALLEST / 3, MILLIONS);
        for (const by of wheel) {
          place = scrolledTo(place, Math.min(Math.max(place.scroll + by, 0), TALLEST - 640), MILLIONS);
          assert.ok(place.first >= 0 && place.first <= lastFirst(MILLIONS));
          // Once the reader stops the bar is put where it belongs, and nothing that is seen moves.
          const scroll = scrollFor(place.first, MILLIONS);
          assert.ok(Math.abs(scrolledTo({ first: place.first, scroll }, scroll, MILLIONS).first - place.first) < 1e-6);
          place = { first: place.first, scroll };
        }
        assert.equal(scrolledTo(place, 0, MILLIONS).first, 0);
        assert.equal(scrolledTo(place, TALLEST - 640, MILLIONS).first, lastFirst(MILLIONS));
      }),
      { numRuns: 100 },
    );
  });

  test('comes to its ends by small moves too, though the bar is not yet where it belongs', () => {
    assert.equal(scrolledTo({ first: 100, scroll: 50 }, 0, MILLIONS).first, 0);
    const end = TALLEST - MILLIONS.viewport;
    assert.equal(scrolledTo({ first: 4_990_000, scroll: end - 50 }, end, MILLIONS).first, lastFirst(MILLIONS));
  });

  test('shows a row that is asked for, and moves no further than it must', () => {
    const place = { first: 100, scroll: scrollFor(100, MILLIONS) };
    assert.equal(revealed(place, 110, MILLIONS), place);
    assert.equal(revealed(place, 99, MILLIONS).first, 99);
    assert.equal(revealed(place, 120, MILLIONS).first, 101);
    assert.equal(revealed(place, 4_999_999, MILLIONS).first, lastFirst(MILLIONS));
  });

  test('asks for what is seen before what is beside it, and for nothing that does not exist', () => {
    assert.deepEqual(windowsSeen({ first: 95, scroll: 0 }, MILLIONS, 100), [0, 1, 2]);
    assert.deepEqual(windowsSeen({ first: 250, scroll: 0 }, MILLIONS, 100), [2, 3, 1]);
    assert.deepEqual(windowsSeen(TOP, SHORT, 100), [0]);
    assert.deepEqual(windowsSeen(TOP, { ...SHORT, rows: 0 }, 100), []);
  });
});

describe('keys', () => {
  const place = { first: 1000.5, scroll: 0 };

  test('step from the active row while it is seen, and from what is seen once it is not', () => {
    assert.equal(stepped(1010, 1, place, MILLIONS), 1011);
    assert.equal(stepped(1010, -20, place, MILLIONS), 990);
    assert.equal(stepped(3, 1, place, MILLIONS), 1001);
    assert.equal(stepped(3, -1, place, MILLIONS), 1019);
  });

  test('stop at both ends', () => {
    assert.equal(stepped(0, -1, TOP, MILLIONS), 0);
    assert.equal(stepped(99, 1, { first: 80, scroll: 0 }, SHORT), 99);
  });
});

describe('rows that are here', () => {
  test('are asked for once, given up when scrolled past, and asked again later', async () => {
    const asked: string[] = [];
    let came = 0;
    const cache = rowCache<number>({
      ask: (offset, limit, signal) =>
        new Promise((resolve, reject) => {
          asked.push(`+${offset}`);
          signal.addEventListener('abort', () => {
            asked.push(`-${offset}`);
            reject(new Error('gone on'));
          });
          if (offset < 200) resolve(Array.from({ length: limit }, (_, at) => offset + at));
        }),
      onRows: () => {
        came++;
      },
      onFault: () => assert.fail('what was given up is no fault'),
    });
    cache.want([0, 1, 2]);
    cache.want([0, 1, 2]);
    await new Promise((resolve) => setTimeout(resolve));
    assert.equal(came, 2);
    assert.deepEqual([cache.at(0), cache.at(199), cache.at(200)], [0, 199, null]);
    cache.want([0]);
    cache.want([0, 2]);
    cache.close();
    assert.deepEqual(asked, ['+0', '+100', '+200', '-200', '+200', '-200']);
  });

  test('say what went wrong', async () => {
    const faults: unknown[] = [];
    const cache = rowCache<number>({
      ask: () => Promise.reject(new Error('no')),
      onRows: () => assert.fail('nothing came'),
      onFault: (error) => faults.push(error),
    });
    cache.want([0]);
    await new Promise((resolve) => setTimeout(resolve));
    assert.equal(faults.length, 1);
  });
});
