/** Which segments share a segment of the text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type TextPart, textGroups } from '../../src/case/text/groups.ts';

/** A part as far as grouping looks at it. */
function part(entry: number, name: string, records: number): TextPart {
  const unit = { entry, files: [{ name, path: `/${name}`, size: 1, mtimeMs: 0 }] };
  return { unit, path: `/segments/${entry}-${name}.duckdb`, segment: { records } } as unknown as TextPart;
}

const parts = fc
  .uniqueArray(fc.tuple(fc.nat(3), fc.stringMatching(/^[a-z]{1,3}$/)), {
    selector: ([e, n]) => `${e}${n}`,
    maxLength: 60,
  })
  .chain((names) =>
    fc
      .array(fc.integer({ min: 1, max: 40_000 }), { minLength: names.length, maxLength: names.length })
      .map((records) => names.map(([entry, name], i) => part(entry, name, records[i]!))),
  );

test('each part is in one group, no group has parts of two entries or too many records, whatever the order', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const groups = textGroups(all);
      assert.deepEqual(new Set(groups.flatMap((group) => group.parts)), new Set(all));
      assert.equal(groups.flatMap((group) => group.parts).length, all.length);
      for (const group of groups) {
        assert.equal(new Set(group.parts.map(({ unit }) => unit.entry)).size, 1);
        const records = group.parts.reduce((sum, { segment }) => sum + segment.records, 0);
        assert.ok(group.parts.length === 1 || records <= 65_536);
      }
      const names = groups.map(({ name }) => name);
      assert.deepEqual(
        textGroups(all.toReversed()).map(({ name }) => name),
        names,
      );
    }),
  );
});

test('a part that is added to a folder of thousands changes few groups', () => {
  const many = Array.from({ length: 3000 }, (_, i) => part(0, `u${String(i).padStart(4, '0')}`, 1000));
  const before = new Set(textGroups(many).map(({ name }) => name));
  const after = textGroups([...many, part(0, 'u1500x', 1000)]).map(({ name }) => name);
  const fresh = after.filter((name) => !before.has(name));
  assert.ok(fresh.length >= 1 && fresh.length <= 4, `${fresh.length} of ${after.length} are new`);
  assert.ok(after.length < 200, `${after.length} groups of 3,000 parts`);
});
