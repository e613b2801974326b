/** The command line: finds the command, runs it, prints what went wrong, gives the exit code. Nothing else exits. */
import { nearest } from '../case/files/words/nearest.ts';
import { PROGRAM } from '../model/program.ts';
import { type Command, EXIT, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { readArguments } from './frame/arguments.ts';
import { failureLines } from './frame/failure.ts';
import { commandHelp, overview } from './frame/help.ts';
import { Interruption } from './frame/interruption.ts';
import { invocationOf } from './frame/invoked.ts';
import type { RowFormat } from './frame/output.ts';
import { ReaderGone } from './frame/stream.ts';
import { type Surroundings, Terminal } from './frame/terminal.ts';

const STOPPED = `${PROGRAM.name}: stopped; the last finished build is as it was`;

/**
 * Runs the program.
 * @param argv what was typed behind the program's name
 * @param surroundings where it writes, and by which variables it is told how
 * @returns the exit code: 0 done, 1 cannot go on, 2 wrong usage, 3 --fail-on-findings found some, 130 after Ctrl-C
 */
export async function main(
  argv: string[],
  surroundings: Surroundings = { stdout: process.stdout, stderr: process.stderr, environment: process.env },
): Promise<number> {
  const words = new Terminal(surroundings, 'table');
  const interruption = new Interruption(() => words.words(STOPPED));
  try {
    const { first, rest } = split(argv);
    const plain = await withoutCommand(first, rest, words.width);
    if (plain !== null) {
      await words.document(null, () => plain.trimEnd().split('\n'));
      return EXIT.done;
    }
    const command = await commandNamed(first);
    const given = readArguments(command, rest);
    if (given.values.has('help')) {
      await words.document(null, () => commandHelp(command, words.width).trimEnd().split('\n'));
      return EXIT.done;
    }
    const output = new Terminal(surroundings, formatOf(command, given.values));
    const code = await interruption.during(command.isEndless === true, (signal) =>
      command.run(invocationOf(command, given, output, signal)),
    );
    await output.flush();
    return code;
  } catch (error) {
    return answer(error, words, interruption.signal);
  }
}

function answer(error: unknown, words: Terminal, signal: AbortSignal): number {
  if (error instanceof ReaderGone) return EXIT.done;
  if (signal.aborted) {
    words.words(STOPPED);
    return Interruption.codeOf(signal);
  }
  for (const line of failureLines(error)) words.words(line);
  return error instanceof UsageError ? EXIT.usage : EXIT.stopped;
}

/** `--case DIR` may also stand before the command. */
function split(argv: readonly string[]): { first: string | undefined; rest: string[] } {
  const before = argv[0] === '--case' ? 2 : argv[0]?.startsWith('--case=') === true ? 1 : 0;
  return { first: argv[before], rest: [...argv.slice(before + 1), ...argv.slice(0, before)] };
}

/** Help and version, for which no command is loaded but the one that is asked about; null when there is a command. */
async function withoutCommand(
  first: string | undefined,
  rest: readonly string[],
  width: number | null,
): Promise<string | null> {
  if (first === undefined) throw new UsageError('which command?', `one of: ${COMMANDS.map((c) => c.name).join(', ')}`);
  if (first === '--version' || first === '-V' || first === '-v') return `${PROGRAM.name} ${PROGRAM.version}`;
  if (first !== '--help' && first !== '-h' && first !== 'help') return null;
  return rest[0] === undefined ? overview(COMMANDS, width) : commandHelp(await commandNamed(rest[0]), width);
}

async function commandNamed(name: string | undefined): Promise<Command> {
  const listed = COMMANDS.find((command) => command.name === name);
  if (listed !== undefined) return (await listed.load()).command;
  const word = name ?? '';
  if (word.startsWith('-')) throw new UsageError(`${word} stands before the command`, `backchannel COMMAND ${word}`);
  const near = nearest(
    word,
    COMMANDS.map((command) => command.name),
  );
  const advice = near === null ? 'backchannel --help shows the commands' : `did you mean ${near}?`;
  throw new UsageError(`there is no command ${word}`, advice);
}

/** Commands that have no --format speak to people, also into a pipe. */
function formatOf(command: Command, values: ReadonlyMap<string, readonly string[]>): RowFormat | null {
  if (command.options.format === undefined) return 'table';
  return (values.get('format')?.[0] ?? command.options.format.default ?? null) as RowFormat | null;
}
