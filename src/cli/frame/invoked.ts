/** A command as it was called. */
import type { Command, Invocation, OptionSpec } from '../command.ts';
import type { Arguments } from './arguments.ts';
import { findCase } from './files.ts';
import type { Output } from './output.ts';

/**
 * What a command is run with.
 * @returns an object whose functions may be taken out of it
 */
export function invocationOf(command: Command, given: Arguments, output: Output, signal: AbortSignal): Invocation {
  // A command that asks for an option which it does not declare would never get it: that is found at the first run.
  const declared = (option: string, type: OptionSpec['type']): OptionSpec => {
    const spec = command.options[option];
    if (spec?.type !== type) throw new TypeError(`${command.name} declares no ${type} option ${option}`);
    return spec;
  };
  const text = (option: string): string | null => {
    const preset = declared(option, 'string').default;
    return given.values.get(option)?.[0] ?? (typeof preset === 'string' ? preset : null);
  };
  return {
    positionals: given.positionals,
    output,
    signal,
    text,
    list: (option) => {
      declared(option, 'string');
      return given.values.get(option) ?? [];
    },
    flag: (option) => declared(option, 'boolean').default === true || given.values.has(option),
    caseFolder: () => findCase(text('case'), process.cwd()),
  };
}
