/** Numbers that a child tells besides its times: the line before its last, as JSON. */

/** By what they are of; units are in the names. */
export interface Figures {
  readonly [what: string]: number;
}

/** The line to print. */
export const figuresLine = (figures: Figures): string => JSON.stringify({ figures });

/** @throws Error where a child printed no figures */
export function figuresIn(output: string): Figures {
  const line = output.split('\n').find((one) => one.startsWith('{"figures":'));
  if (line === undefined) throw new Error(`no figures: ${output.slice(0, 500)}`);
  return (JSON.parse(line) as { figures: Figures }).figures;
}

/** @returns the value of which `share` (0 to 1) of all are not above; the list is not empty */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}
