/** Which files of a folder or archive an entry names. */

/** Names with `*` and `?`, `**` for any number of folders; a name without `/` is met at any depth. */
export interface Choice {
  /** Empty: all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

const patterns = new Map<string, RegExp>();

function patternOf(glob: string): RegExp {
  let pattern = patterns.get(glob);
  if (pattern === undefined) {
    const source = glob
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*\/|\*\*|\*|\?/g, (m) =>
        m === '**/' ? '(?:[^/]*/)*' : m === '**' ? '.*' : m === '*' ? '[^/]*' : '[^/]',
      );
    pattern = new RegExp(`^${glob.includes('/') ? '' : '(?:.*/)?'}${source}$`, 'u');
    patterns.set(glob, pattern);
  }
  return pattern;
}

/** Whether a file is read. @param path below the entry, with `/` */
export function chosen(path: string, choice: Choice): boolean {
  const matches = (glob: string): boolean => patternOf(glob).test(path);
  return (choice.include.length === 0 || choice.include.some(matches)) && !choice.exclude.some(matches);
}
