/**
 * Small tables of numbers handed to the engine as text: one row a line, numbers separated by spaces, `-` for null.
 */

/**
 * SQL that makes a temporary table from the parameter $lines.
 * @param table its name
 * @param columns name → SQL type, in the order of the numbers in a line
 */
export function tableOfLines(table: string, columns: Readonly<{ [column: string]: string }>): string {
  const parts = Object.entries(columns).map(
    ([name, type], i) => `cast(nullif(split_part(line, ' ', ${i + 1}), '-') as ${type}) as "${name}"`,
  );
  return `create or replace temp table "${table}" as
    select ${parts.join(', ')} from (select unnest(string_split($lines, chr(10))) as line) where line <> ''`;
}
