/** The eighth law: "none found" never stands without the coverage of the records. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openCase } from '../../src/case/open.ts';
import { command as contacts } from '../../src/cli/contacts.ts';
import { command as explain } from '../../src/cli/explain.ts';
import { command as findings } from '../../src/cli/findings.ts';
import { ROW_FORMATS } from '../../src/cli/frame/output.ts';
import { command as status } from '../../src/cli/status.ts';
import { idText } from '../../src/model/ids.ts';
import { MARKER, type SmallCase, smallCase } from '../views/small-case.ts';

/** A share, or that there is none. */
const COVERED = /Covered: (?:nothing|[a-z]+ (?:under )?\d+ %)/;

describe('a small case', () => {
  let small: SmallCase;
  before(async () => {
    small = await smallCase();
  });
  after(() => small.remove());

  const asked = async (...args: string[]): Promise<string> => {
    const { out } = await small.run(contacts, 'table', '--between', '@office', '--and', '@firm', ...args);
    return out.replace(/\s+/g, ' ');
  };

  test('an absence says how much of it is covered, and of how many accounts', async () => {
    const nothing = await asked('--from', '2030-06-01', '--to', '2030-06-30');
    assert.match(nothing, /None in the loaded records/);
    assert.match(nothing, COVERED);
    assert.match(nothing, /Covered: mail 0 %, calls 100 % \(declared complete\).* accounts known to this case/);
    assert.match(nothing, /Not covered: mail on|Nothing is covered|mail 0 %/);
  });

  test('an absence outside of all records says that it says nothing', async () => {
    const before_ = await asked('--from', '2020-01-01', '--to', '2020-12-31');
    assert.match(before_, /None in the loaded records/);
    assert.match(before_, /Covered: nothing, 0 of the \d+ accounts .* What is not found may have been\./);
  });

  test('nor does the absence of findings stand alone', async () => {
    const { out } = await small.run(findings, 'table', '--detector', 'late-disclosure');
    const said = out.replace(/\s+/g, ' ');
    assert.match(said, /No findings\. None in the loaded records/);
    assert.match(said, COVERED);
  });

  test('a channel of which nothing is loaded is named', async () => {
    assert.match(await asked('--channel', 'visit'), /No records of visits are loaded/);
  });

  test('so does every count, whatever it is counted by', async () => {
    for (const by of ['party', 'pair', 'month', 'channel']) {
      const out = await asked('--by', by);
      assert.match(out, /in how much covered time/);
      assert.match(out, COVERED);
    }
    assert.match(await asked(), COVERED);
  });

  test('and every count and its parts for machines', async () => {
    const { out } = await small.run(contacts, 'json', '--between', '@office', '--by', 'party');
    for (const row of JSON.parse(out) as { coverage: { share: object; channels: unknown[] } }[]) {
      assert.deepEqual(Object.keys(row.coverage.share), ['covered', 'declared', 'active']);
      assert.ok(row.coverage.channels.length > 0);
    }
    const text = await asked('--by', 'party');
    const id = /explain (n:[0-9a-f]+)/.exec(text)![1]!;
    const opened = await small.run(explain, 'json', id);
    assert.ok('coverage' in (JSON.parse(opened.out) as object));
    assert.match((await small.run(explain, 'table', id)).out, COVERED);
  });

  test('a party without a contact', async () => {
    const open = await openCase(small.folder);
    const [row] = await open.ledger.rows<{ id: bigint }>({
      name: 'test',
      sql: "select md5_number_lower(key) as id from party where key = 'ben'",
    });
    await open.close();
    const { out } = await small.run(explain, 'table', idText('party', row!.id));
    assert.match(out.replace(/\s+/g, ' '), COVERED);
  });

  test('status draws when each source covers something, and names no protected one', async () => {
    const { out } = await small.run(status, 'table');
    assert.match(out, /Coverage, 2030-01-01 to 2030-12-31, one sign a \w+:/);
    assert.match(out, /protected source 1 +mail +1 {2}[·▒]+\n/);
    assert.match(out, /sources\/calls\.csv +call +\d+\?? {2}█+\n/);
    for (const format of ROW_FORMATS) {
      const all = await small.run(status, format);
      assert.ok(!(all.out + all.err).includes(MARKER));
      const counts = await small.run(contacts, format, '--between', '@office', '--by', 'party');
      assert.ok(!(counts.out + counts.err).includes(MARKER));
    }
    const rows = JSON.parse((await small.run(status, 'json')).out) as { path: string; coverage: unknown }[];
    assert.deepEqual(rows.find(({ path }) => path === 'sources/calls.csv')!.coverage, [
      {
        channel: 'call',
        accounts: 1,
        own: true,
        declared: [['2030-01-01', '2030-12-31']],
        active: [],
        silences: 0,
      },
    ]);
  });
});
