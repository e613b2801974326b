/** Parts of a run that the program itself times, told in the last line of its output. */

const seconds: { [part: string]: number } = {};

/** Runs one part, and adds its wall time. */
export async function timed<T>(part: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  seconds[part] = (performance.now() - started) / 1000;
  return result;
}

/** Prints the times, after anything else that is worth saying. */
export function tell(...more: readonly string[]): void {
  process.stdout.write(`${[...more, JSON.stringify({ seconds })].join('\n')}\n`);
}
