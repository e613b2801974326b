/** `--help` is instant: it loads no database and nothing heavy. Measured by what is loaded, not by a clock. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../../src/cli/commands.ts';
import { ROOT } from './source-file.ts';

/** Runs before the program and prints, at its end and on a line of its own, the address of every module it loaded. */
const PROBE = `
import { registerHooks } from 'node:module';
import { writeSync } from 'node:fs';
const loaded = [];
registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
process.on('exit', () => writeSync(2, '\\nLOADED ' + JSON.stringify([...loaded, ...process.moduleLoadList]) + '\\n'));
`;

function help(...args: string[]): { status: number | null; stdout: string; loaded: string[] } {
  const probe = `data:text/javascript,${encodeURIComponent(PROBE)}`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', probe, join(ROOT, 'bin/backchannel.js'), ...args],
    {
      encoding: 'utf8',
    },
  );
  const line = /^LOADED (.*)$/m.exec(stderr);
  assert.ok(line, stderr);
  return { status, stdout, loaded: JSON.parse(line[1]!) as string[] };
}

const HEAVY =
  /@duckdb|\.node$|NativeModule sqlite|NativeModule worker_threads|\/src\/ledger\/duckdb|libphonenumber|excel|ical/;

test('the probe sees what a program loads', () => {
  const { loaded } = help('--help');
  assert.ok(loaded.some((url) => url.endsWith('/src/cli/main.ts')));
  assert.ok(loaded.some((name) => name.startsWith('NativeModule ')));
});

for (const args of [['--help'], ['--version'], ...COMMANDS.map(({ name }) => [name, '--help'])]) {
  test(`backchannel ${args.join(' ')}`, () => {
    const { status, stdout, loaded } = help(...args);
    assert.equal(status, 0);
    assert.notEqual(stdout.trim(), '');
    assert.deepEqual(
      loaded.filter((url) => HEAVY.test(url)),
      [],
    );
  });
}
