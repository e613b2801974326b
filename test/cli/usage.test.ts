/** Every way to call the program wrongly, its one line, and its exit code. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../../src/cli/commands.ts';
import { run, scratchFolder } from './run.ts';

const folder = scratchFolder();
mkdirSync(join(folder, 'empty'));
mkdirSync(join(folder, 'broken'));
writeFileSync(join(folder, 'broken', 'case.yaml'), 'title: x\nasOf: soon\nzone: Europe/Stokholm\n');

/** Arguments, exit code, and what standard error says. */
const TABLE: readonly (readonly [args: string, status: number, says: RegExp])[] = [
  ['', 2, /^backchannel: which command\? one of: init, /],
  ['biuld', 2, /^backchannel: there is no command biuld; did you mean build\?\n$/],
  ['frobnicate', 2, /there is no command frobnicate; backchannel --help shows the commands/],
  ['--frob', 2, /--frob stands before the command/],
  ['build --formt json', 2, /build has no option --formt; did you mean --format\?/],
  ['build --format', 2, /--format needs a value; write --format FORMAT/],
  ['build --format --case', 2, /--format needs a value/],
  ['build --format xml', 2, /--format cannot be "xml"; one of: table, csv, json, jsonl/],
  ['build --format tabel', 2, /did you mean table\?/],
  ['build --format json --format csv', 2, /--format is given twice/],
  ['build --help=yes', 2, /--help takes no value/],
  ['build now', 2, /build cannot do anything with "now"/],
  ['add', 2, /add needs an argument; backchannel add PATH/],
  ['add \u2013\u2013copy', 2, /begins with a dash that is no hyphen/],
  ['init a b', 2, /init cannot do anything with "b"/],
  ['init new --zone Middle/Earth', 2, /--zone is no time zone: Middle\/Earth/],
  ['init new --as-of soon', 2, /--as-of is no day: soon/],
  ['people merge a', 2, /people merge needs at least 2 names/],
  ['people merge a b', 2, /a decision needs --who/],
  ['people merge a b --who me', 2, /a decision needs --why/],
  ['build', 1, /no case\.yaml here or above; name the folder with --case DIR/],
  ['build --case nowhere', 1, /^backchannel: nowhere is not there; make a case: backchannel init nowhere\n$/],
  ['build --case empty', 1, /empty has no case\.yaml/],
  ['--case empty build', 1, /empty has no case\.yaml/],
  ['build --case broken', 1, /case\.yaml:2:7 {2}asOf .*\n.*\ncase\.yaml:3:7 {2}zone .*Europe\/Stokholm/],
  ['demo no-such-case', 2, /there is no demo "no-such-case"; one of: harbour-board/],
];

for (const [args, status, says] of TABLE) {
  test(`backchannel ${args} ends with ${status}`, () => {
    const ran = run(folder, args === '' ? [] : args.split(' '));
    assert.match(ran.stderr, says);
    assert.deepEqual([ran.status, ran.stdout], [status, '']);
    if (!args.includes('broken')) assert.equal(ran.stderr.split('\n').length, 2, 'one line');
  });
}

test('help and version end with 0 on standard output', () => {
  const overview = run(folder, ['--help']);
  assert.equal(overview.status, 0);
  for (const { name, summary } of COMMANDS) {
    assert.match(overview.stdout, new RegExp(`^  ${name} `, 'm'));
    assert.match(summary, /^[^\n]{11,91}[^.\n]$/);
  }
  assert.match(run(folder, ['--version']).stdout, /^backchannel \d+\.\d+\.\d+\n$/);
  assert.deepEqual(run(folder, ['help', 'build']), run(folder, ['build', '--help']));
});

test('every command says the same of itself as the list, and declares its options whole', async () => {
  for (const { name, summary, load } of COMMANDS) {
    const { command } = await load();
    assert.deepEqual([command.name, command.summary], [name, summary]);
    for (const line of command.usage.trim().split('\n')) assert.ok(line.startsWith(`backchannel ${name}`), line);
    for (const [option, { help, type, value }] of Object.entries(command.options)) {
      assert.match(help, /\.$/, `${name} --${option}`);
      assert.equal(value !== undefined, type === 'string', `${name} --${option}`);
    }
  }
});

test('help fits a terminal of 80 columns', () => {
  for (const { name } of COMMANDS) {
    const { stdout } = run(folder, [name, '--help'], { COLUMNS: '80' });
    const prose = stdout.split('\n').filter((line) => !/^(Usage:| {6} |\s+backchannel )/.test(line));
    for (const line of prose) assert.ok(line.length <= 80, line);
  }
});
