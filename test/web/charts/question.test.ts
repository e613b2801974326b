/** What pages ask: filters in the address, spans that are brushed, the part of the timeline that is seen. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { offsetAt } from '../../../src/model/zone.ts';
import type { TimelinePage } from '../../../src/server/shapes/timeline.ts';
import { offsetsOf } from '../../../web/charts/zone.ts';
import {
  changedDefinition,
  definitionPart,
  filterQuery,
  instantIn,
  placeIn,
  placeText,
  spanFilters,
  TIME_FILTERS,
  withQuery,
} from '../../../web/pages/contacts/asked.ts';
import { labelOf } from '../../../web/pages/network/label.ts';
import { coverageOf, limitsOf } from '../../../web/pages/timeline/scene-parts.ts';
import { alike, seenIn, seenText } from '../../../web/pages/timeline/seen.ts';

const at = (text: string): number => new Date(text).getTime() / 1000;
const stockholm = offsetsOf('Europe/Stockholm');

describe('filters', () => {
  const query = new URLSearchParams('at=7&to=2030-11&between=%40office&definition=a=1&definition=b=2&seen=1~2&and=');

  test('are taken from the address in one order, without what belongs to the page alone', () => {
    assert.equal(filterQuery(query), 'between=%40office&to=2030-11&definition=a%3D1&definition=b%3D2');
    assert.equal(
      filterQuery(query, TIME_FILTERS, { limit: 5 }),
      'between=%40office&definition=a%3D1&definition=b%3D2&limit=5',
    );
    assert.equal(withQuery('/contacts', filterQuery(new URLSearchParams())), '/contacts');
  });

  test('change one part of the definition and leave the others', () => {
    assert.equal(definitionPart(query, 'b'), '2');
    assert.equal(definitionPart(query, 'lists'), null);
    assert.deepEqual(changedDefinition(query, 'a', '3'), ['b=2', 'a=3']);
    assert.deepEqual(changedDefinition(query, 'b', null), ['a=1']);
  });
});

test('a place in a list counts for that list alone', () => {
  const query = new URLSearchParams({ at: placeText(4999, 'state=late oldest') });
  assert.equal(placeIn(query, 'state=late oldest'), 4999);
  assert.equal(placeIn(query, 'state=late newest'), 0);
  for (const at of ['', '7', '0-x', '-1-x', 'x']) assert.equal(placeIn(new URLSearchParams({ at }), ''), 0);
});

describe('a span that is brushed', () => {
  test('is whole days of the zone where it is long', () => {
    const span = { from: at('2030-03-30T23:30Z'), to: at('2030-10-27T23:00Z') };
    // The last instant before 28 October 00:00 of the winter clock is on the 27th.
    assert.deepEqual(spanFilters(span, stockholm), { from: '2030-03-31', to: '2030-10-27', window: null });
  });

  test('is instants where it is short, and they are read back', () => {
    const filters = spanFilters({ from: 1000, to: 5000 }, stockholm);
    assert.deepEqual([instantIn(filters.from), instantIn(filters.to)], [1000, 4999]);
    assert.equal(instantIn('2030-04'), null);
    assert.equal(instantIn('@12x'), null);
  });
});

describe('what is seen', () => {
  const limits = { from: at('2026-01-01T00:00Z'), to: at('2031-01-01T00:00Z') };

  test('comes back from the address as it went in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 80_000_000 }), fc.nat(70_000_000), (span, from) => {
        const view = { from: limits.from + from, to: limits.from + from + span };
        const asked = seenIn(new URLSearchParams({ seen: seenText(view) }), limits);
        assert.ok(alike(asked, view));
      }),
      { numRuns: 100 },
    );
  });

  test('is everything where the address says nothing, nonsense, or nearly nothing', () => {
    for (const text of ['', 'x', '1~', '5~1', `${limits.from}~${limits.from + 10}`, '1~2~3']) {
      assert.deepEqual(seenIn(new URLSearchParams({ seen: text }), limits), limits);
    }
  });
});

describe('the frame of the timeline', () => {
  const day = (text: string): number => at(`${text}T00:00Z`) / 86_400;
  const page = {
    asked: { channels: ['mail'] },
    extent: { from: at('2030-01-01T00:00Z'), to: at('2030-12-31T00:00Z') },
    events: [
      { id: 'vote', from: at('2031-01-20T00:00Z'), to: at('2031-01-21T00:00Z'), text: 'vote' },
      { id: 'law', from: at('1809-06-06T00:00Z'), to: at('1809-06-06T00:00Z'), text: 'law' },
    ],
    statements: [],
    coverage: {
      records: [
        { channel: 'mail', declared: [], active: [{ from: day('2030-02-01'), to: day('2030-12-31') }] },
        { channel: 'call', declared: [{ from: day('2030-01-01'), to: day('2030-01-31') }], active: [] },
      ],
    },
  } as unknown as TimelinePage;

  test('reaches to what happened soon after, and not to another century', () => {
    const limits = limitsOf(page)!;
    assert.ok(limits.to > at('2031-01-21T00:00Z') && limits.from > at('2029-11-01T00:00Z'));
    assert.equal(limitsOf({ ...page, extent: null }), null);
  });

  test('says where the channels that are asked for reach nothing', () => {
    const { lanes, uncovered } = coverageOf(
      page,
      { from: day('2030-01-01') * 86_400, to: day('2030-03-01') * 86_400 },
      () => 0,
    );
    assert.deepEqual(
      lanes.map(({ channel }) => channel),
      ['mail'],
    );
    assert.deepEqual(uncovered, [{ from: day('2030-01-01') * 86_400, to: day('2030-02-01') * 86_400 }]);
  });
});

describe('a name on a canvas', () => {
  test('hides nothing and says that it is written like another', () => {
    assert.equal(labelOf('a\u202ecod.exe', false), '\u2068a[RLO]cod.exe\u2069');
    assert.equal(labelOf('Chief', true), '\u2068Chief\u2069 ≉');
    assert.equal(labelOf('x\n\ty', false), '\u2068x y\u2069');
  });

  test('is cut, but never inside of a character', () => {
    assert.equal(labelOf('n'.repeat(40), false), `\u2068${'n'.repeat(28)}…\u2069`);
    assert.equal(labelOf(`${'n'.repeat(27)}\u{1f600}${'n'.repeat(9)}`, false), `\u2068${'n'.repeat(27)}…\u2069`);
  });
});

test('offsets are those of the server', () => {
  const zones = [
    'Europe/Stockholm',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  ];
  const times = fc.integer({ min: at('1895-01-01T00:00Z'), max: at('2060-01-01T00:00Z') });
  fc.assert(
    fc.property(fc.constantFrom(...zones), times, (zone, epoch) => {
      assert.equal(offsetsOf(zone)(epoch), offsetAt(zone, epoch));
    }),
    { numRuns: 200 },
  );
  assert.equal(offsetsOf('No/Such_Place')(0), 0);
});
