/** What a command is. One file of src/cli/ holds one, exported as `command`, with a line in commands.ts. */
import { type Output, ROW_FORMATS } from './frame/output.ts';

/** An option as `--help` and docs/cli.md show it. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** One letter. */
  readonly short?: string;
  /** Can be given several times; only for strings. */
  readonly multiple?: boolean;
  readonly default?: string | boolean;
  /** Stands for the value in help, in capitals: DAY, FILE. */
  readonly value?: string;
  /** The only values that are taken; a mistake is answered with the nearest. */
  readonly choices?: readonly string[];
  /** What it does, without the name, ending with a full stop. */
  readonly help: string;
}

export type Options = Readonly<Record<string, OptionSpec>>;

/** A command as it was called: usage is checked, and every option is one that the command declares. */
export interface Invocation {
  /** What stands after the command and is no option; as many as `positionals` of the command allows. */
  readonly positionals: readonly string[];
  /** Value of a string option, its default, or null. */
  text(option: string): string | null;
  /** All values of an option that can be given several times, in their order. */
  list(option: string): readonly string[];
  /** Whether a boolean option was given. */
  flag(option: string): boolean;
  /**
   * The case folder, absolute: `--case DIR`, the current folder, or the nearest folder above it that has a case.yaml.
   * @throws CaseError when there is none
   */
  caseFolder(): string;
  readonly output: Output;
  /** Aborted by Ctrl-C: what takes long stops at its next safe place by throwing the signal's reason. */
  readonly signal: AbortSignal;
}

export interface Command {
  /** Lower-case letters. */
  readonly name: string;
  /** 12 to 92 characters without a full stop; the same words as in commands.ts. */
  readonly summary: string;
  /** How it is called, one form a line, each beginning with `backchannel NAME`. */
  readonly usage: string;
  /** A paragraph or more for people, with an example; may be empty. */
  readonly detail: string;
  /** By their long names; `help` is added to every command. */
  readonly options: Options;
  /** Fewest and most positionals. */
  readonly positionals: readonly [fewest: number, most: number];
  /** Whether it runs until it is stopped: then that is its end, and no failure. */
  readonly isEndless?: boolean;
  /**
   * Does it. Loads what is heavy by `await import()`, so that help stays instant.
   * @returns an exit code of EXIT
   * @throws CaseError for what ends with 1, UsageError for what ends with 2; main prints both
   */
  run(invocation: Invocation): Promise<number>;
}

/** A line of commands.ts. */
export interface ListedCommand {
  readonly name: string;
  readonly summary: string;
  load(): Promise<{ readonly command: Command }>;
}

/** Exit codes. */
export const EXIT: Readonly<Record<'done' | 'stopped' | 'usage' | 'findings', number>> = {
  done: 0,
  /** Cannot go on: the case, its files or its sources are not as they must be. */
  stopped: 1,
  usage: 2,
  /** `--fail-on-findings` found some. */
  findings: 3,
};

/** For every command that works on a case. */
export const CASE_OPTION: { readonly case: OptionSpec } = {
  case: {
    type: 'string',
    value: 'DIR',
    help: 'The case folder. Without it the current folder, or the nearest above it that has a case.yaml.',
  },
};

/** For every command that prints rows. */
export const FORMAT_OPTION: { readonly format: OptionSpec } = {
  format: {
    type: 'string',
    value: 'FORMAT',
    choices: ROW_FORMATS,
    help: 'How rows are printed: table, csv, json or jsonl. Without it a table on a terminal, jsonl in a pipe.',
  },
};

/** Wrong usage: ends the command with exit code 2. */
export class UsageError extends Error {
  readonly advice: string;

  /**
   * @param message what is wrong, without a full stop, such as `--from is no day: "soon"`
   * @param advice what to write instead
   */
  constructor(message: string, advice = '') {
    super(message);
    this.name = 'UsageError';
    this.advice = advice;
  }
}
