/** Help: of the program, and of one command. */
import { PROGRAM } from '../../model/program.ts';
import type { Command, ListedCommand, OptionSpec } from '../command.ts';
import { HELP_OPTION } from './arguments.ts';
import { wrapped } from './width.ts';

/** Widest text, columns: longer lines are hard to read on any terminal. */
const WIDEST = 100;

function room(width: number | null): number {
  return Math.max(40, Math.min(width ?? WIDEST, WIDEST));
}

/** Names on the left, words on the right, broken into their column. */
function twoColumns(rows: readonly (readonly [string, string])[], width: number): string[] {
  const left = Math.min(30, Math.max(...rows.map(([name]) => name.length)));
  return rows.flatMap(([name, words]) => {
    const lines = wrapped(words, width - left - 4);
    // A name that is too long for its column stands alone, with the words below.
    const begin = name.length > left ? [`  ${name}`] : [];
    const first = name.length > left ? '' : name;
    return [...begin, ...lines.map((line, i) => `  ${(i === 0 ? first : '').padEnd(left)}  ${line}`)];
  });
}

/**
 * What the program does and which commands it has.
 * @param width columns of the terminal; null where there is none
 */
export function overview(commands: readonly ListedCommand[], width: number | null): string {
  const lines = twoColumns(
    commands.map(({ name, summary }) => [name, summary]),
    room(width),
  );
  return [
    `${PROGRAM.name} ${PROGRAM.version}: who was in contact with whom, and did they tell?`,
    '',
    'Usage: backchannel COMMAND [options]',
    '',
    ...lines,
    '',
    'backchannel COMMAND --help shows how a command is called. backchannel demo is a good first one.',
    '',
  ].join('\n');
}

/** How one command is called. */
export function commandHelp(command: Command, width: number | null): string {
  const wide = room(width);
  const options = Object.entries({ ...command.options, help: HELP_OPTION });
  const usage = command.usage.trim().split('\n');
  return [
    ...wrapped(`${command.summary}.`, wide),
    '',
    ...usage.map((line, i) => `${i === 0 ? 'Usage:' : '      '} ${line}`),
    '',
    ...twoColumns(
      options.map(([name, option]) => [optionName(name, option), optionWords(option)]),
      wide,
    ),
    '',
    ...paragraphs(command.detail, wide),
  ].join('\n');
}

function optionName(name: string, option: OptionSpec): string {
  const value = option.type === 'string' ? ` ${option.value ?? 'VALUE'}` : '';
  return `${option.short === undefined ? '' : `-${option.short}, `}--${name}${value}`;
}

function optionWords(option: OptionSpec): string {
  const repeated = option.multiple === true ? ' Can be given several times.' : '';
  const preset = option.default === undefined || option.default === false ? '' : ` Without it: ${option.default}.`;
  return `${option.help}${repeated}${preset}`;
}

/** Paragraphs are broken, indented lines and lists kept as they are. Empty without text. */
function paragraphs(detail: string, width: number): string[] {
  const text = detail.trim();
  if (text === '') return [];
  return text
    .split('\n')
    .flatMap((line) => (/^(\s|- )/.test(line) ? [line] : wrapped(line, width)))
    .concat('');
}
