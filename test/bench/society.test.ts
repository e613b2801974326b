/** The made society whose switches are looked for is the same every time, and is what its settings say. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { e164, societyCalls } from '../../bench/generate/switches/calls.ts';
import { society } from '../../bench/generate/switches/society.ts';
import { settingsOf } from '../../bench/generate/switches/world.ts';

const SETTINGS = settingsOf(3000, 20);

test('a made society: its switches do not overlap, and keep the part of the circle that they say', () => {
  const { lines, switches } = society('test', SETTINGS);
  assert.equal(lines.length, 3000);
  assert.equal(switches.length, 20);
  for (const { before, after, kept } of switches) {
    const [old, next] = [lines[before]!, lines[after]!];
    assert.ok(next.from > old.to && next.from <= old.to + 14);
    const known = old.circle.filter((a) => a.from <= next.from && a.to >= next.from).map(({ other }) => other);
    const both = next.circle.filter(({ other }) => known.includes(other)).length;
    // Some of the new counterparts are old ones by chance.
    assert.ok(both >= Math.round((known.length * kept) / 100) && both <= (known.length * kept) / 100 + 4);
  }
  const [silent, anew] = [lines.filter(({ to }) => to < 364).length, lines.filter(({ from }) => from > 0).length];
  assert.equal(silent, 20 + SETTINGS.replacements + 90);
  assert.equal(anew, 20 + SETTINGS.replacements + 90);
});

test('its calls: about as many as asked, the same every time, between lines that are in use', () => {
  const hash = (): { sum: string; text: string } => {
    const chunks: Buffer[] = [];
    societyCalls('test', society('test', SETTINGS), 20_000, (chunk) => chunks.push(Buffer.from(chunk)));
    const whole = Buffer.concat(chunks);
    return { sum: createHash('sha256').update(whole).digest('hex'), text: whole.toString('latin1') };
  };
  const { sum, text } = hash();
  assert.equal(hash().sum, sum);
  const rows = text.trimEnd().split('\n').slice(1);
  assert.ok(rows.length > 17_000 && rows.length <= 20_500, `${rows.length} rows`);
  const { lines } = society('test', SETTINGS);
  const lineOf = new Map(e164(lines.length).map((name, i) => [name, lines[i]!]));
  for (const row of rows) {
    const [, start, caller, callee] = row.split(',') as [string, string, string, string];
    const day = Math.floor((Date.parse(start) - Date.UTC(2030, 0, 1)) / 86_400_000);
    assert.notEqual(caller, callee);
    for (const end of [caller, callee]) {
      const line = lineOf.get(end)!;
      assert.ok(day >= line.from && day <= line.to, row);
    }
  }
});
