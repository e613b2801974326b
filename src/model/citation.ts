/** Where something stands: the hash of a file and a path of steps. */
export type Step =
  | { readonly member: string; readonly method: 'zip' | 'tar' | 'gzip' }
  | { readonly range: readonly [offset: number, length: number] }
  | { readonly decode: string }
  | { readonly cell: string; readonly sheet: string }
  | { readonly row: number }
  | { readonly instance: number }
  | { readonly quoted: number };

/** How near to the original the citation comes. */
export type Exactness = 'bytes' | 'cell' | 'page';

export interface Citation {
  /** SHA-256 of the whole file as it was taken in, lower-case hex. */
  readonly file: string;
  readonly steps: readonly Step[];
  readonly exactness: Exactness;
}

function stepText(step: Step): string {
  if ('member' in step) return `member(${JSON.stringify(step.member)},${step.method})`;
  if ('range' in step) return `range(${step.range[0]},${step.range[1]})`;
  if ('decode' in step) return `decode(${step.decode})`;
  if ('cell' in step) return `cell(${JSON.stringify(step.sheet)},${step.cell})`;
  if ('row' in step) return `row(${step.row})`;
  if ('instance' in step) return `instance(${step.instance})`;
  return `quoted(${step.quoted})`;
}

/**
 * One canonical line of text for a citation's path, the same on every machine.
 * @returns such as member("box/1.",tar)/range(0,812)
 */
export function pathText(steps: readonly Step[]): string {
  return steps.map(stepText).join('/');
}
