/** Who may import whom. */
import type { SourceFile } from '../source-file.ts';
import { inSrc, type Rule } from './rule.ts';

/** From the ground to the roof: a file may import from its own folder and from those before it. */
export const LAYERS = [
  'model',
  'bytes',
  'formats',
  'identity',
  'contacts',
  'coverage',
  'reconcile',
  'statements',
  'sourcing',
  'detectors',
  'ledger',
  'text',
  'case',
  'briefing',
  'interop',
  'index.ts',
  'server',
  'cli',
] as const;

function layerOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function rank(path: string): number {
  return (LAYERS as readonly string[]).indexOf(layerOf(path));
}

const layers: Rule = {
  name: 'imports point down the list of layers',
  why: 'a folder that knows what stands on it can neither be read nor tested nor replaced alone (docs/architecture.md)',
  faults: (files) =>
    inSrc(files).flatMap((file) => {
      if (rank(file.path) === -1) return [`${file.path}: is in no layer; folders of src/ are listed in borders.ts`];
      return file.imports.flatMap(({ path, specifier }) => {
        if (path === null) return [];
        if (!path.startsWith('src/')) return [`${file.path}: imports ${specifier}, which is outside of src/`];
        return rank(path) > rank(file.path) ? [`${file.path}: imports ${path}, a layer above it`] : [];
      });
    }),
  broken: { 'src/contacts/a.ts': "import type { Ledger } from '../ledger/ledger.ts';" },
  sound: { 'src/ledger/a.ts': "import { b } from '../contacts/b.ts';\n// import { c } from '../cli/c.ts';" },
};

const circles: Rule = {
  name: 'no files import each other in a circle, not even for types',
  why: 'files in a circle are one file in several pieces: none can be understood, loaded or moved without the others',
  faults: (files) => {
    const known = new Map(files.map((file) => [file.path, file]));
    const done = new Set<string>();
    const faults: string[] = [];
    const visit = (file: SourceFile, trail: readonly string[]): void => {
      const start = trail.indexOf(file.path);
      if (start !== -1) faults.push(`${[...trail.slice(start), file.path].join(' → ')}`);
      if (start !== -1 || done.has(file.path)) return;
      for (const { path } of file.imports) {
        const next = path === null ? undefined : known.get(path);
        if (next !== undefined) visit(next, [...trail, file.path]);
      }
      done.add(file.path);
    };
    for (const file of files) visit(file, []);
    return faults;
  },
  broken: {
    'src/model/a.ts': "import type { B } from './b.ts';",
    'src/model/b.ts': "export type B = typeof import('./a.ts');",
  },
};

const computed: Rule = {
  name: 'every import names its file in plain text',
  why: 'a computed import is invisible to these checks, to the compiler that rewrites endings, and to readers',
  faults: (files) =>
    inSrc(files).flatMap((file) =>
      file.code
        .split('\n')
        .flatMap((line, index) => (/\bimport\s*\(\s*[^'"\s)]/.test(line) ? [`${file.path}:${index + 1}`] : [])),
    ),
  broken: { 'src/cli/a.ts': 'const m = await import(name);' },
  sound: { 'src/cli/a.ts': "const m = await import('./b.ts');" },
};

const endings: Rule = {
  name: 'relative imports carry the ending .ts',
  why: 'Node runs the source as it is and guesses no endings',
  faults: (files) =>
    files.flatMap((file) =>
      file.imports
        .filter(({ path }) => path !== null && file.path.endsWith('.ts') && !/\.(tsx?|json)$/.test(path))
        .map(({ specifier }) => `${file.path}: ${specifier}`),
    ),
  broken: { 'src/cli/a.ts': "import { b } from './b.js';" },
};

const orphans: Rule = {
  name: 'every file of src/ is used by the program or by what makes its documents',
  why: 'code that nothing reaches is dead, or somebody forgot the line in a list',
  faults: (files) => {
    // A file called worker.ts is started by its address, as a thread of its own.
    const entries = [
      'src/index.ts',
      'src/cli/main.ts',
      'src/case/reading/worker.ts',
      'src/case/text/worker.ts',
      'src/case/text/extract/worker.ts',
      'src/text/search/worker.ts',
    ];
    const reaching = files.filter(({ path }) => /^(src|scripts)\//.test(path));
    const reached = new Set(reaching.flatMap((file) => file.imports.map(({ path }) => path)));
    return inSrc(files)
      .map((file) => file.path)
      .filter((path) => !entries.includes(path) && !reached.has(path));
  },
  broken: { 'src/model/a.ts': 'export const a = 1;' },
};

export const BORDERS: readonly Rule[] = [layers, circles, computed, endings, orphans];
