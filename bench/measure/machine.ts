/** What a measurement was made on. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** GiB. */
  readonly memory: number;
  readonly system: string;
  /** Versions of this program and what it runs on, by name. */
  readonly versions: Readonly<{ [name: string]: string }>;
}

function json(path: string): { version: string } {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as { version: string };
}

export function machine(): Machine {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memory: Math.round(totalmem() / (1 << 30)),
    system: `${type()} ${release()}`,
    versions: {
      backchannel: json('package.json').version,
      node: process.versions.node,
      'duckdb (node-api)': json('node_modules/@duckdb/node-api/package.json').version,
    },
  };
}

/** First line of what a program says to --version; null when it is not installed. */
export function installed(program: string): string | null {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]!.trim() : null;
}
