/** bin/backchannel.js: what it says to an old Node, and which code it starts from a checkout and from a package. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { ROOT } from './source-file.ts';

const SHIM = join(ROOT, 'bin/backchannel.js');
const scratch = mkdtempSync(join(tmpdir(), 'backchannel-shim-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(shim: string, options: readonly string[] = []): Ran {
  return spawnSync(process.execPath, [...options, shim, 'one', 'two'], { encoding: 'utf8' });
}

/** Lays the shim and some files into a folder and gives the shim's new path. */
function lay(folder: string, files: Readonly<Record<string, string>>): string {
  const all = { 'package.json': '{"type":"module"}', ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, 'bin'), { recursive: true });
  cpSync(SHIM, join(folder, 'bin/backchannel.js'));
  return join(folder, 'bin/backchannel.js');
}

const SOURCE =
  "export const main = async (argv: string[]): Promise<number> => { console.log('source', ...argv); return 3; };";
const BUILT = "export const main = async (argv) => { console.log('built', ...argv); return 2; };";

test('an old Node is told in one line what to do', () => {
  const pretend = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.19.0'})";
  const { status, stderr, stdout } = run(SHIM, ['--import', pretend]);
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /^backchannel: needs Node 24 or newer, this is 18\.19\.0: .*npm install node@24.*\n$/);
});

test('an old Node can parse it', () => {
  // Node 12 is the oldest that knows import(); it has none of these.
  assert.doesNotMatch(readFileSync(SHIM, 'utf8'), /\?\.|\?\?|^\s*(import|export) |^await |#\w+\(|\d_\d|\|\|=|&&=/m);
});

test('a checkout runs its source, even when an old build lies about', () => {
  const shim = lay(join(scratch, 'checkout'), { 'src/cli/main.ts': SOURCE, 'dist/cli/main.js': BUILT });
  const { status, stdout } = run(shim);
  assert.deepEqual([status, stdout], [3, 'source one two\n']);
});

test('a package runs what was built, even when a source lies beside it', () => {
  const shim = lay(join(scratch, 'node_modules/backchannel'), { 'src/cli/main.ts': SOURCE, 'dist/cli/main.js': BUILT });
  const { status, stdout } = run(shim);
  assert.deepEqual([status, stdout], [2, 'built one two\n']);
});

test('a package without a build fails and says so', () => {
  const shim = lay(join(scratch, 'broken/node_modules/backchannel'), { 'src/cli/main.ts': SOURCE });
  const { status, stdout, stderr } = run(shim);
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^backchannel: could not start:/);
});
