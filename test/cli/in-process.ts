/** Commands run in this process: a process for each costs more than what it does. */
import type { Command } from '../../src/cli/command.ts';
import { readArguments } from '../../src/cli/frame/arguments.ts';
import { failureLines } from '../../src/cli/frame/failure.ts';
import { invocationOf } from '../../src/cli/frame/invoked.ts';
import type { RowFormat } from '../../src/cli/frame/output.ts';
import { Terminal } from '../../src/cli/frame/terminal.ts';

export interface CommandRan {
  /** Exit code; null where it failed, and the lines of the failure stand in `err`. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command on a case as main.ts does. */
export async function commandRun(command: Command, folder: string, args: readonly string[]): Promise<CommandRan> {
  const texts = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    columns: 120,
    write: (chunk: string | Uint8Array, done: (error?: Error | null) => void): boolean => {
      texts[name] += Buffer.from(chunk as string).toString('utf8');
      done();
      return true;
    },
    on: (): void => {},
  });
  const given = readArguments(command, [...args, '--case', folder]);
  const format = (given.values.get('format')?.[0] ?? 'table') as RowFormat;
  const output = new Terminal({ stdout: stream('out'), stderr: stream('err'), environment: {} }, format);
  try {
    const code = await command.run(invocationOf(command, given, output, new AbortController().signal));
    await output.flush();
    return { code, ...texts };
  } catch (error) {
    for (const line of failureLines(error)) output.words(line);
    await output.flush();
    return { code: null, ...texts };
  }
}
