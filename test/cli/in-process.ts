/** Commands run in this process: a process for each costs more than what it does. */
import type { Command } from '../../src/cli/command.ts';
import type { Stream } from '../../src/cli/frame/stream.ts';
import { main } from '../../src/cli/main.ts';
import type { Ran } from './run.ts';

/** Collects what is written to it. */
class Collected {
  text = '';
  readonly columns: number | undefined;

  constructor(columns: number | undefined) {
    this.columns = columns;
  }

  stream(): Stream {
    return {
      ...(this.columns === undefined ? {} : { columns: this.columns }),
      write: (chunk: string | Uint8Array, done: (error?: Error | null) => void): boolean => {
        this.text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
        done?.();
        return true;
      },
      on: (): void => {},
    };
  }
}

async function ran(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  columns?: number,
): Promise<Ran> {
  const [out, err] = [new Collected(columns), new Collected(columns)];
  const before = process.cwd();
  process.chdir(folder);
  try {
    const status = await main([...args], { stdout: out.stream(), stderr: err.stream(), environment });
    return { status, stdout: out.text, stderr: err.text };
  } finally {
    process.chdir(before);
  }
}

/** Runs a command to its end as `run` does, into a pipe. @param folder where it runs */
export function runHere(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return ran(folder, args, environment);
}

export interface CommandRan {
  /** Exit code. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command on a case; rows come as tables, 120 columns wide. */
export async function commandRun(command: Command, folder: string, args: readonly string[]): Promise<CommandRan> {
  const format = command.options.format === undefined || args.includes('--format') ? [] : ['--format', 'table'];
  const { status, stdout, stderr } = await ran(folder, [command.name, ...args, ...format], {}, 120);
  return { code: status, out: stdout, err: stderr };
}
