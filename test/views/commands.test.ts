/** The commands status, contacts, disclosures, findings and explain on a small built case. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openCase } from '../../src/case/open.ts';
import { command as contacts } from '../../src/cli/contacts.ts';
import { command as disclosures } from '../../src/cli/disclosures.ts';
import { command as explain } from '../../src/cli/explain.ts';
import { command as findings } from '../../src/cli/findings.ts';
import { ROW_FORMATS } from '../../src/cli/frame/output.ts';
import { command as status } from '../../src/cli/status.ts';
import { idText } from '../../src/model/ids.ts';
import { MARKER, type SmallCase, smallCase } from './small-case.ts';

type Row = Readonly<{ [key: string]: unknown }>;

describe('a small case', () => {
  let small: SmallCase;
  before(async () => {
    small = await smallCase();
  });
  after(() => small.remove());

  const rows = async (
    ...args: Parameters<SmallCase['run']> extends [infer C, unknown, ...infer A] ? [C, ...A] : never
  ): Promise<Row[]> => {
    const [command, ...rest] = args;
    return JSON.parse((await small.run(command, 'json', ...rest)).out) as Row[];
  };
  /** Ids of the first party and the protected source, which no listing has. */
  const partiesAndSources = async (): Promise<string[]> => {
    const open = await openCase(small.folder);
    const sql =
      "select 's' as kind, id from source where source_no = 0 union all select 'p', md5_number_lower(key) from party where key = 'ben'";
    const found = await open.ledger.rows<{ kind: 's' | 'p'; id: bigint }>({ name: 'ids', sql });
    await open.close();
    return found.map(({ kind, id }) => idText(kind === 's' ? 'source' : 'party', id));
  };
  const SIDES = ['--between', '@office', '--and', '@firm'];

  test('status has a row for each source, a protected one by its place', async () => {
    const all = await rows(status);
    assert.deepEqual(
      all.map(({ path, read }) => [path, read]),
      [
        ['protected source 1', 2],
        ['sources/calls.csv', 2],
        ['sources/register.csv', 1],
      ],
    );
    const { out } = await small.run(status, 'table');
    assert.match(out, /Nothing changed since the last build/);
    assert.match(out, /by @office to public, 2030-01-01 to 2030-12-31/);
  });

  test('contacts are listed in the order of time, each cited', async () => {
    const all = await rows(contacts, ...SIDES);
    assert.deepEqual(
      all.map(({ time, channel, state, counts, citation }) => [time, channel, state, counts, citation]),
      [
        ['2030-04-02T10:00:00+02:00', 'mail', 'undisclosed', 'certainly', all[0]!.citation],
        ['2030-04-03T10:00:00+02:00', 'mail', all[1]!.state, 'possibly', all[1]!.citation],
        ['2030-04-04T10:00:00+02:00', 'call', 'undisclosed', 'certainly', 'sources/calls.csv, row 2'],
        ['2030-04-05T10:00:00+02:00', 'call', 'disclosed', 'certainly', 'sources/calls.csv, row 3'],
      ],
    );
    assert.match(String(all[0]!.citation), /^protected source 1, bytes \d+–\d+$/);
  });

  test('a limit says how many more there are', async () => {
    const { out } = await small.run(contacts, 'table', ...SIDES, '--limit', '1');
    assert.match(out, /and 3 more: --limit 4 shows all/);
  });

  test('counts have a row for the whole and an id that explain opens', async () => {
    const all = await rows(contacts, ...SIDES, '--to', 'vote', '--by', 'party');
    const { coverage, ...counts } = all.at(-1)!;
    assert.deepEqual(counts, {
      party: 'all',
      name: null,
      contacts: { min: 3, max: 4 },
      undisclosed: { min: 2, max: 4 },
    });
    assert.equal((coverage as { share: { declared: number } }).share.declared > 0, true);
    const { out } = await small.run(contacts, 'table', ...SIDES, '--to', 'vote', '--by', 'party');
    const id = /explain (n:[0-9a-f]+)/.exec(out)![1]!;
    const opened = await small.run(explain, 'table', id);
    assert.match(
      opened.out,
      /2 contacts that are distinct, certain, and fit no disclosure among those loaded, as of 2031-03-01/,
    );
    assert.match(opened.out, /1 hangs on whether b@home\.example is ben/);
    assert.match(opened.out, /sources\/calls\.csv, row 2/);
    assert.match(opened.out, /--and|\$and = @firm/);
  });

  test('a list of names is asked about, and names that are nobody are said', async () => {
    const file = join(small.folder, 'names.csv');
    writeFileSync(file, '\uFEFFname;why\r\n"Ben Bensson";x\r\n# nobody\r\nCarl Carlsson\r\n');
    const { out, err } = await small.run(contacts, 'json', '--between', '@office', '--list', file, '--by', 'party');
    assert.match(err, /Nobody in this case is called: name, Carl Carlsson/);
    assert.deepEqual((JSON.parse(out) as Row[]).at(-1)!.contacts, { min: 3, max: 4 });
  });

  test('disclosures have what the records show of them', async () => {
    const [only, ...more] = await rows(disclosures);
    assert.equal(more.length, 0);
    assert.deepEqual(
      [only!.discloser, only!.counterpart, only!.when, only!.state],
      [['ann'], ['ben'], '2030-04-05', 'recorded'],
    );
    assert.equal((await rows(disclosures, '--state', 'unrecorded')).length, 0);
  });

  test('findings fail only where that is asked for', async () => {
    assert.equal((await small.run(findings, 'json')).code, 0);
    assert.equal((await small.run(findings, 'json', '--fail-on-findings')).code, 3);
    assert.equal(
      (await small.run(findings, 'json', '--detector', 'unrecorded-disclosure', '--fail-on-findings')).code,
      0,
    );
    await assert.rejects(small.run(findings, 'json', '--detector', 'nobody'), /there is no detector/);
  });

  test('explain opens everything that has an id, and nothing that is printed names what is protected', async () => {
    const [contact] = await rows(contacts, ...SIDES);
    const record = (contact!.records as Row[])[0]!.record as string;
    const ids = [
      contact!.id,
      (await rows(disclosures))[0]!.id,
      (await rows(findings))[0]!.id,
      record,
      ...(await partiesAndSources()),
    ] as string[];
    for (const format of ROW_FORMATS) {
      for (const id of ids) {
        const { out, err } = await small.run(explain, format, id);
        assert.ok(out.length > 100, id);
        assert.ok(!`${out}${err}`.includes(MARKER), `${id} as ${format}`);
      }
      for (const [command, ...args] of [
        [status],
        [status, '--problems'],
        [contacts],
        [contacts, ...SIDES, '--by', 'pair'],
        [disclosures],
        [findings],
      ] as const) {
        const { out, err } = await small.run(command, format, ...args);
        assert.ok(!`${out}${err}`.includes(MARKER), `${command.name} as ${format}`);
        assert.doesNotMatch(`${out}${err}`, /secret|\bhid\b|\blied\b/i);
      }
    }
    await assert.rejects(small.run(explain, 'json', 'n:0000'), /no count n:0000 was asked/);
  });
});
