/** The picture of the network: what lines and marks say, where names stand, what lies under the pointer. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Camera, edgeAt, fitted, nodeAt, sizedBy, zoomedAbout } from '../../../web/charts/network/camera.ts';
import { placedNames } from '../../../web/charts/network/names.ts';
import {
  type EdgeFacts,
  type NodeFacts,
  type Picture,
  pictureOf,
  stretchFor,
  UNDISCLOSED,
} from '../../../web/charts/network/picture.ts';

const NODES: readonly NodeFacts[] = [
  { key: 'chief', name: 'Chief', side: 'between', named: true, contacts: 40 },
  { key: 'director', name: 'Director', side: 'and', named: true, contacts: 20 },
  { key: 'line', name: '+46 8 000 00 00', side: null, named: false, contacts: 1 },
];
const EDGE: EdgeFacts = {
  a: 0,
  b: 1,
  contacts: 20,
  certain: 18,
  undisclosed: 6,
  byA: 10,
  byB: 10,
  channels: { mail: 15, call: 5 },
};
const PLACES = new Map([
  ['chief', { x: 0, y: 0 }],
  ['director', { x: 4, y: 0 }],
  ['line', { x: 0, y: 1 }],
]);
const drawn = (edge: Partial<EdgeFacts>, by: 'state' | 'channel' = 'state') =>
  pictureOf(NODES, [{ ...EDGE, ...edge }], PLACES, by, 1).edges[0]!;

describe('a line', () => {
  test('says by its mark that something is undisclosed, by its dashes that nothing is certain', () => {
    assert.equal(drawn({}).mark, UNDISCLOSED);
    assert.equal(drawn({ undisclosed: 0 }).mark, '');
    assert.deepEqual([drawn({}).dashed, drawn({ certain: 0, undisclosed: 0 }).dashed], [false, true]);
    // What is not certain has no colour, whatever is asked for.
    assert.equal(drawn({ certain: 0 }).tone, 'unsure');
    assert.equal(drawn({ certain: 0 }, 'channel').tone, 'unsure');
  });

  test('points at whoever was turned to', () => {
    const points = (byA: number, byB: number) => {
      const { toA, toB } = drawn({ byA, byB });
      return `${toA ? '<' : ''}-${toB ? '>' : ''}`;
    };
    assert.deepEqual([points(10, 10), points(20, 0), points(1, 19), points(0, 0)], ['<->', '->', '<-', '-']);
  });

  test('names its channels in letters', () => {
    assert.equal(drawn({}, 'channel').mark, 'MC');
    assert.equal(drawn({ channels: { visit: 2, meeting: 1 } }, 'channel').mark, 'PV');
    assert.equal(drawn({ channels: { mail: 2 } }, 'channel').tone, 'mail');
  });

  test('is thicker with more contacts, and never thicker than six pixels', () => {
    const widths = [1, 10, 1000, 1_000_000].map((contacts) => drawn({ contacts }).width);
    assert.ok(widths.every((width, place) => width <= 6 && (place === 0 || width > widths[place - 1]!)));
  });
});

test('sides have shapes of their own', () => {
  const { nodes } = pictureOf(NODES, [], PLACES, 'state', 1);
  assert.deepEqual(
    nodes.map(({ shape }) => shape),
    ['square', 'diamond', 'circle'],
  );
});

test('a layout is stretched towards the shape of its box, within reason', () => {
  assert.equal(stretchFor(PLACES, 4), 1);
  assert.equal(stretchFor(PLACES, 0.001), 0.5);
  assert.equal(stretchFor(new Map([['one', { x: 1, y: 1 }]]), 2), 1);
});

describe('the camera', () => {
  const picture = pictureOf(NODES, [EDGE], PLACES, 'state', 1);
  const camera = fitted(picture, 800, 400);
  const at = (node: number): readonly [number, number] => [
    picture.nodes[node]!.x * camera.scale + camera.left,
    picture.nodes[node]!.y * camera.scale + camera.top,
  ];

  test('fits everybody into the box', () => {
    for (const node of picture.nodes.keys()) {
      const [x, y] = at(node);
      assert.ok(x >= 40 && x <= 760 && y >= 40 && y <= 360);
    }
  });

  test('finds who and what lies under the pointer', () => {
    const [x, y] = at(0);
    assert.equal(nodeAt(picture, camera, x + 3, y), 0);
    const middle = (x + at(1)[0]) / 2;
    assert.equal(nodeAt(picture, camera, middle, y), null);
    assert.equal(edgeAt(picture, camera, middle, y + 4), 0);
    assert.equal(edgeAt(picture, camera, middle, y + 60), null);
    assert.equal(edgeAt(picture, camera, x - 80, y), null);
  });

  test('keeps what is under the pointer there while it zooms', () => {
    fc.assert(
      fc.property(fc.nat(800), fc.nat(400), fc.double({ min: 0.2, max: 5, noNaN: true }), (x, y, factor) => {
        const next = zoomedAbout(camera, x, y, factor);
        const before = [(x - camera.left) / camera.scale, (y - camera.top) / camera.scale];
        const after = [(x - next.left) / next.scale, (y - next.top) / next.scale];
        assert.ok(Math.abs(before[0]! - after[0]!) < 1e-6 && Math.abs(before[1]! - after[1]!) < 1e-6);
      }),
      { numRuns: 100 },
    );
  });

  test('makes people smaller from far away and never larger than they are given', () => {
    const sizes = [1, 20, 45, 500].map((scale) => sizedBy({ left: 0, top: 0, scale }));
    assert.deepEqual([sizes[0], sizes[2], sizes[3]], [0.3, 1, 1]);
    assert.ok(sizes[1]! > 0.3 && sizes[1]! < 1);
  });
});

describe('names', () => {
  const camera: Camera = { left: 0, top: 0, scale: 1 };
  const points = fc.array(fc.tuple(fc.nat(600), fc.nat(300), fc.nat(40)), { maxLength: 60 });

  test('lie inside of the box and never over each other; the weightiest is among them', () => {
    fc.assert(
      fc.property(points, (list) => {
        const nodes: Picture['nodes'] = list.map(([x, y, size], place) => ({
          key: `p${place}`,
          label: `Person ${place}`,
          x,
          y,
          size,
          shape: 'circle',
          strong: false,
        }));
        const placed = placedNames(nodes, camera, 600, 300, () => 60, null);
        for (const [one, a] of placed.entries()) {
          assert.ok(a.left >= 0 && a.left + 60 <= 600);
          for (const b of placed.slice(one + 1)) {
            assert.ok(Math.abs(a.left - b.left) >= 60 || Math.abs(a.middle - b.middle) >= 16);
          }
        }
        const largest = Math.max(...list.map(([, , size]) => size));
        if (list.length > 0) assert.equal(nodes[placed[0]!.node]!.size, largest);
      }),
      { numRuns: 100 },
    );
  });

  test('are given only to those who are chosen', () => {
    const { nodes } = pictureOf(NODES, [], PLACES, 'state', 1);
    const placed = placedNames(nodes, { left: 100, top: 100, scale: 50 }, 600, 300, () => 40, new Set([2]));
    assert.deepEqual(
      placed.map(({ node }) => node),
      [2],
    );
  });
});
