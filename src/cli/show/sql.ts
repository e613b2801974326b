/** SQL as it was run, below what it gave. */
import { type Line, span } from '../frame/line.ts';

/** Statements with an indent, each line as it is. */
export function sqlLines(statements: readonly string[]): Line[] {
  if (statements.length === 0) return [];
  return [
    '  The SQL:',
    ...statements.flatMap((sql) =>
      `${sql.trim()};`.split('\n').map((line): Line => [span('faint', `    ${line.trimEnd()}`)]),
    ),
  ];
}
