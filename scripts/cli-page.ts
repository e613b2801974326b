/** docs/cli.md, from what the commands declare of themselves. */
import type { Command, OptionSpec } from '../src/cli/command.ts';

const INTRODUCTION = `<!-- Made by \`npm run docs\` from src/cli/; a test compares. Edit the command, not this page. -->

# The commands

Rows go to standard output, words and progress to standard error. \`backchannel COMMAND --help\` shows what stands here.

Exit codes: 0 done, 1 cannot go on, 2 wrong usage, 3 \`--fail-on-findings\` found some.
`;

/**
 * The page of all commands.
 * @param commands in the order of their list
 * @returns Markdown that ends with a newline
 */
export function cliPage(commands: readonly Command[]): string {
  const contents = commands.map(({ name, summary }) => `- [\`${name}\`](#${name}): ${summary}`).join('\n');
  return `${INTRODUCTION}\n${contents}\n\n${commands.map(section).join('\n')}`;
}

function section(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => optionLine(name, option));
  const parts = [
    `## ${command.name}`,
    command.summary,
    `\`\`\`\n${command.usage.trimEnd()}\n\`\`\``,
    command.detail.trim(),
    options.join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function optionLine(name: string, option: OptionSpec): string {
  const value = option.type === 'string' ? ` ${option.value ?? 'VALUE'}` : '';
  const short = option.short === undefined ? '' : `\`-${option.short}${value}\`, `;
  const repeated = option.multiple === true ? ' Can be given several times.' : '';
  const preset =
    option.default === undefined || option.default === false ? '' : ` Without it: \`${String(option.default)}\`.`;
  return `- ${short}\`--${name}${value}\`: ${option.help}${repeated}${preset}`;
}
