/** The tenth law, with every command, export and error. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { memoryInput } from '../../src/bytes/input.ts';
import { zipMembers } from '../../src/bytes/zip.ts';
import { type OpenCase, openCase } from '../../src/case/open.ts';
import type { CaseOf } from '../bad-input/case-of.ts';
import { call, TABLE } from '../bad-input/texts.ts';
import { type Ran, run } from '../cli/run.ts';
import { assertHidden, has, MARKER, protectedCase } from './protected-case.ts';

/** All text of a file that was exported; what is packed is unpacked. */
async function textOf(path: string, opened: OpenCase): Promise<string> {
  if (path.endsWith('.parquet')) {
    const sql = `select cast(p as varchar) as text from read_parquet('${path}') p`;
    const rows = await opened.ledger.rows<{ text: string }>({ name: 'parquet', sql });
    return rows.map(({ text }) => text).join('\n');
  }
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 0, 2) !== 'PK') return bytes.toString('latin1');
  const texts: string[] = [];
  for await (const member of zipMembers(memoryInput('x', bytes))) {
    if (!('content' in member)) continue;
    for await (const piece of member.content) texts.push(piece.toString('latin1'));
  }
  return texts.join('\n');
}

describe('a case in which every source is protected', () => {
  let made: CaseOf;
  let out: string;
  const told = (args: readonly string[], codes: readonly number[] = [0]): Ran => {
    const ran = run(made.folder, args);
    assert.ok(codes.includes(ran.status ?? -1), `${args.join(' ')}: ${ran.stderr}`);
    assertHidden(args.join(' '), ran.stdout + ran.stderr);
    return ran;
  };
  before(() => {
    made = protectedCase();
    out = mkdtempSync(join(tmpdir(), 'backchannel-out-'));
    told(['build', '--format', 'table']);
  });
  after(() => {
    made.remove();
    rmSync(out, { recursive: true, force: true });
  });

  test('commands that show rows, in every format', () => {
    const shown = [
      ['build', 'json'],
      ['status', 'table'],
      ['status', 'jsonl', '--problems'],
      ['contacts', 'table'],
      ['contacts', 'json', '--between', '@office', '--and', '@firm'],
      ['disclosures', 'table'],
      ['findings', 'json'],
      ['search', 'table', 'channel:call OR channel:mail'],
      ['search', 'jsonl', 'has:phone'],
    ];
    for (const [name, format, ...more] of shown) if (has(name!)) told([name!, ...more, '--format', format!]);
    if (has('people')) told(['people', '--format', 'json']);
  });

  test('explain and the words of cite, for ids of every kind', async () => {
    const opened = await openCase(made.folder);
    const ids: string[] = [];
    for (const table of ['source', 'record', 'contact', 'disclosure', 'finding']) {
      const columns = await opened.ledger.rows<{ column_name: string }>({ name: 'c', sql: `describe ${table}` });
      if (!columns.some(({ column_name: name }) => name === 'id')) continue;
      const rows = await opened.ledger.rows<{ id: bigint }>({
        name: 'ids',
        sql: `select id from ${table} order by id limit 2`,
      });
      ids.push(...rows.map(({ id }) => `${table[0]}:${id.toString(16).padStart(16, '0')}`));
    }
    await opened.close();
    assert.ok(ids.length > 3);
    // Ids of records stand with the contact that they witness.
    const contact = ids.find((id) => id.startsWith('c:'))!;
    ids.push(...(/r:[0-9a-f]{4,}/.exec(told(['explain', contact]).stdout) ?? []));
    assert.ok(ids.some((id) => id.startsWith('r:')));
    for (const id of ids) {
      // What is cited are the bytes themselves; the words about them name nothing.
      const cited = run(made.folder, ['cite', id]);
      assert.equal(cited.status, 0, cited.stderr);
      assertHidden(`cite ${id}`, cited.stderr);
      if (has('explain')) told(['explain', id]);
    }
  });

  test('exports', async () => {
    for (const format of ['csv', 'jsonl', 'parquet', 'chronology']) {
      const path = join(out, `export.${format === 'chronology' ? 'xlsx' : format}`);
      told(['export', format, '-o', path]);
      const opened = await openCase(made.folder);
      const text = await textOf(path, opened);
      await opened.close();
      assert.match(text, /firm\.example/, format);
      assertHidden(format, text);
    }
  });

  test('verify, also where a source was changed or is gone; a build without it', () => {
    made.write('sources/zaunkoenig.csv', `${TABLE}${call(7)}`);
    told(['verify'], [1]);
    rmSync(made.at('zaunkoenig.csv'));
    told(['verify'], [1]);
    told(['build'], [1]);
    if (has('status')) told(['status', '--format', 'table']);
    made.write('sources/zaunkoenig.csv/folder', '');
    told(['build'], [0, 1]);
    told(['cite', 'ffff'], [1]);
  });
});

test('without the mark it is shown: the test looks in the right places', () => {
  const made = protectedCase();
  made.write(
    'case.yaml',
    readFileSync(join(made.folder, 'case.yaml'), 'utf8').replaceAll('protected: true', 'protected: false'),
  );
  for (const args of [['build'], ['status', '--problems'], ['export', 'csv']].filter(([name]) => has(name!))) {
    const { stdout, stderr } = run(made.folder, args);
    assert.match(stdout + stderr, MARKER, args.join(' '));
  }
  made.remove();
});

test('an informant has no field for a name', () => {
  const made = protectedCase();
  made.write(
    'reports.yaml',
    'informants:\n  - { id: official, kind: anonymous, name: Zaunkoenig Person, persons: 1 }\n',
  );
  const { status, stderr } = run(made.folder, ['build']);
  assert.equal(status, 1);
  assert.match(stderr, /an informant has no field for a real name/);
  assertHidden('build', stderr);
  made.remove();
});
