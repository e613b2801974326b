/** SQL as it was run, below what it gave. */
import { type Line, span } from '../frame/line.ts';

/**
 * Statements with an indent, each line as it is.
 * @param parameters such as `$from = 1`; times in epoch seconds UTC
 */
export function sqlLines(statements: readonly string[], parameters: readonly string[] = []): Line[] {
  if (statements.length === 0) return [];
  return [
    parameters.length === 0 ? '  The SQL:' : `  The SQL, with ${parameters.join(', ')}:`,
    ...statements.flatMap((sql) =>
      `${sql.trim()};`.split('\n').map((line): Line => [span('faint', `    ${line.trimEnd()}`)]),
    ),
  ];
}
