/** The fifth and the seventh law: sources are opened read-only, and nothing goes out of the machine. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { cleanEnvironment, PROGRAM } from '../cli/run.ts';
import { demoCopy } from './hashes.ts';

const demo = demoCopy();
after(demo.remove);
const sources = join(demo.folder, 'sources');

function stateOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const { mtimeMs, ctimeMs, size, ino, mode } = statSync(path);
      return `${name} ${mtimeMs} ${ctimeMs} ${size} ${ino} ${mode} ${readFileSync(path).toString('latin1').length}`;
    });
}

/**
 * Runs commands under strace, a file for each thread: in one file, a call of one thread that another interrupts stands in
 * two lines, and the second names no path.
 * @returns the system calls, a line each; null where there is no strace
 */
function traced(calls: string, commands: readonly (readonly string[])[]): string[] | null {
  const lines: string[] = [];
  const kept = mkdtempSync(join(tmpdir(), 'backchannel-strace-'));
  after(() => rmSync(kept, { recursive: true, force: true }));
  for (const [at, command] of commands.entries()) {
    const [to, what] = [join(kept, `${at}`), ['-e', `trace=${calls}`, '-e', 'signal=none']];
    const strace = ['-f', '-ff', '-o', to, '--seccomp-bpf', '-qq', '-y', '-s', '400', ...what];
    const { error, status, stderr } = spawnSync('strace', [...strace, process.execPath, PROGRAM, ...command], {
      cwd: demo.folder,
      env: cleanEnvironment(),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (error !== undefined || /ptrace|Operation not permitted/.test(stderr.slice(0, 400))) return null;
    assert.equal(status, 0, stderr.slice(-2000));
  }
  for (const thread of readdirSync(kept)) lines.push(...readFileSync(join(kept, thread), 'utf8').split('\n'));
  return lines;
}

const COMMANDS = [['build'], ['status']];

test('no source is opened for writing, moved, removed or marked; the network is left alone', (t) => {
  const before = stateOf(sources);
  const lines = traced('%file,%network,ftruncate,fchmod,fchown', COMMANDS);
  if (lines === null) return t.skip('strace is not installed, or may not be used here');
  assert.deepEqual(stateOf(sources), before);

  const touching = lines.filter((line) => line.includes(`${sources}/`));
  assert.ok(touching.filter((line) => /open(at|at2)?\(/.test(line)).length > 7, 'the sources were opened');
  const writing =
    /O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)|\b(unlink|rename|chmod|chown|fchmod|truncate|utime|link|symlink|mknod|mkdir|rmdir|setxattr|removexattr)/;
  assert.deepEqual(
    touching.filter((line) => writing.test(line.replace(/^.*?(?=\b[a-z0-9_]+\()/, ''))),
    [],
  );

  const made = lines
    .filter((line) => /O_(WRONLY|RDWR|CREAT)|\b(rename|mkdir|unlink)/.test(line) && !/= -1 /.test(line))
    .map((line) => {
      // Names below an open folder stand behind it: unlinkat(7</folder>, "name").
      const [path = ''] = [...line.matchAll(/"([^"]*)"/g)].map(([, name]) => name!).slice(-1);
      const folder = /\b\w+\((?:\d+|AT_FDCWD)<([^<>]*)>/.exec(line)?.[1] ?? '';
      return path.startsWith('/') ? path : `${folder}/${path}`;
    });
  assert.ok(made.length > 10, 'it writes');
  const own = /(^|\/)\.ledger(\/|$)|\/backchannel-verify-|^\/(dev|proc)\//;
  assert.deepEqual(
    made.filter((path) => !own.test(path)),
    [],
    'what it writes is its own',
  );

  // A pair of local sockets is how threads wake each other; an address is where something could go.
  const outside = lines.filter(
    (line) => /\b(connect|bind|sendto|sendmsg|listen)\(/.test(line) && /AF_INET|AF_UNIX/.test(line),
  );
  assert.deepEqual(outside, []);
  assert.deepEqual(
    lines.filter((line) => /\bsocket\(AF_INET/.test(line)),
    [],
  );
});
