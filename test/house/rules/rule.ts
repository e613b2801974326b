/** What a rule of the house is: a check over the project's own files, with a tiny project that breaks it. */
import type { SourceFile } from '../source-file.ts';

export interface Rule {
  /** Finishes the sentence "in this project, …". */
  readonly name: string;
  /** What goes wrong without it; shown with the faults. */
  readonly why: string;
  /** One line for each fault, beginning with the path. */
  faults(files: readonly SourceFile[]): string[];
  /** Path → text of files that break the rule, so that the check is itself checked. */
  readonly broken: Readonly<Record<string, string>>;
  /** Path → text of files that come near to breaking it and must pass. */
  readonly sound?: Readonly<Record<string, string>>;
}

/** The TypeScript files below `src/`. */
export function inSrc(files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => file.path.startsWith('src/') && file.path.endsWith('.ts'));
}

/** One fault for each line of code that matches, outside of the paths (or folders, ending in `/`) that may. */
export function linesMatching(
  files: readonly SourceFile[],
  pattern: RegExp,
  except: Readonly<Record<string, string>>,
): string[] {
  return files.flatMap((file) => {
    if (Object.keys(except).some((path) => covers(path, file.path))) return [];
    return file.code.split('\n').flatMap((line, index) => {
      const match = pattern.exec(line);
      return match === null ? [] : [`${file.path}:${index + 1}: ${match[0]}`];
    });
  });
}

/** Whether a path is the given one or lies in the given folder (written with a final `/`). */
export function covers(given: string, path: string): boolean {
  return given === path || (given.endsWith('/') && path.startsWith(given));
}
