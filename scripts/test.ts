/**
 * Runs tests: `node scripts/test.ts PATTERN...`. Every test file is a process of its own, and many start the program
 * as people do; what Node makes of the sources is kept between them, which halves the time that they take to start.
 */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runner = spawn(process.execPath, ['--test', '--test-concurrency=2', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'backchannel-compile-cache') },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => runner.kill(signal));
runner.on('exit', (code) => process.exit(code ?? 1));
