/** What somebody typed behind a command, checked against what the command declares. */
import { listed, nearest } from '../../case/files/words/nearest.ts';
import { type Command, type OptionSpec, type Options, UsageError } from '../command.ts';
import { safeJson } from './visible.ts';

// An import of node:util looks at all that it exports, and with that loads the worker threads: help would not be instant.
const { parseArgs } = process.getBuiltinModule('node:util');

/** What was typed. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** Values by option; a boolean that was given has the empty list. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** In every command. */
export const HELP_OPTION: OptionSpec = { type: 'boolean', short: 'h', help: 'Shows this.' };

/**
 * Reads and checks the arguments of a command.
 * @param argv what stands behind the command's name
 * @throws UsageError for an unknown option, a missing or wrong value, too few or too many positionals
 */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const options: Options = { ...command.options, help: HELP_OPTION };
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, short }]) => [
        name,
        short === undefined ? { type, multiple: true } : { type, short, multiple: true },
      ]),
    ),
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) throw unknownOption(command, options, rawName);
    const given = checkedValue(option, rawName, value ?? null, inlineValue ?? false);
    const before = values.get(name);
    if (before !== undefined && option.type === 'string' && option.multiple !== true)
      throw new UsageError(`${rawName} is given twice`, 'give it once');
    values.set(name, [...(before ?? []), ...(given === null ? [] : [given])]);
  }
  if (!values.has('help')) checkPositionals(command, positionals);
  return { positionals, values };
}

function checkedValue(option: OptionSpec, rawName: string, value: string | null, inline: boolean): string | null {
  if (option.type === 'boolean') {
    if (value !== null) throw new UsageError(`${rawName} takes no value`, `write ${rawName} alone`);
    return null;
  }
  const what = option.value ?? 'VALUE';
  if (value === null || value === '') throw new UsageError(`${rawName} needs a value`, `write ${rawName} ${what}`);
  // Most likely the value was forgotten and this is the next option.
  if (!inline && value.length > 1 && value.startsWith('-'))
    throw new UsageError(
      `${rawName} needs a value`,
      `write ${rawName} ${what}, or ${rawName}=${value} where the value begins with -`,
    );
  const { choices } = option;
  if (choices !== undefined && !choices.includes(value)) {
    const near = nearest(value, choices);
    const advice = near === null ? `one of: ${listed(choices)}` : `did you mean ${near}? One of: ${listed(choices)}`;
    throw new UsageError(`${rawName} cannot be ${safeJson(value)}`, advice);
  }
  return value;
}

function unknownOption(command: Command, options: Options, rawName: string): UsageError {
  const near = nearest(rawName, Object.keys(options));
  const advice = near === null ? `backchannel ${command.name} --help shows the options` : `did you mean --${near}?`;
  return new UsageError(`${command.name} has no option ${rawName}`, advice);
}

function checkPositionals(command: Command, positionals: readonly string[]): void {
  const [fewest, most] = command.positionals;
  const usage = command.usage.trim().split('\n')[0]!;
  // Word processors turn -- into a dash, and documents are pasted into terminals.
  const dash = positionals.find((text) => /^[\u2010-\u2015\u2212]/.test(text));
  if (dash !== undefined)
    throw new UsageError(`${safeJson(dash)} begins with a dash that is no hyphen`, 'options begin with --');
  if (positionals.length < fewest)
    throw new UsageError(`${command.name} needs ${fewest === 1 ? 'an argument' : `${fewest} arguments`}`, usage);
  if (positionals.length > most) {
    const over = safeJson(positionals[most]);
    throw new UsageError(`${command.name} cannot do anything with ${over}`, usage);
  }
}
