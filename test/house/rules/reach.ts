/** Who may touch the world: the disk, the network, the database, the terminal, other people's code. */

import type { SourceFile } from '../source-file.ts';
import { covers, inSrc, linesMatching, type Rule } from './rule.ts';

type Reasons = Readonly<Record<string, string>>;

/** Who may import a module, and why; a path or a folder ending in `/`. */
function onlyIn(files: readonly SourceFile[], module: RegExp, allowed: Reasons): string[] {
  return inSrc(files).flatMap((file) => {
    if (Object.keys(allowed).some((path) => covers(path, file.path))) return [];
    return file.imports
      .filter(({ specifier }) => module.test(specifier))
      .map(({ specifier }) => `${file.path}: imports ${specifier}`);
  });
}

const DISK = 'src/bytes/disk.ts';

/**
 * The files besides disk.ts that use the file system. None of them sees a source: they read and write what the program
 * or its user wrote. A new line here needs such a reason.
 */
const FILE_SYSTEM: Reasons = {
  [DISK]: 'sources, opened read-only',
  'src/bytes/spool.ts': 'members of archives, for as long as they are read',
  'src/ledger/': 'builds: database files and the pointer to the current one',
  'src/case/files/write.ts': 'decisions, only ever appended to',
  'src/case/read-case.ts': 'the files of a case that people write',
  'src/case/open.ts': 'what the last build told',
  'src/case/build/make.ts': 'makes and removes the folder of a build',
  'src/case/verify.ts': 'makes and removes the folder of a rebuild',
  'src/case/views/kept-counts.ts': 'questions that were asked, so that explain can open them',
  'src/cli/frame/files.ts': 'new cases and their files',
  'src/cli/show/names-file.ts': 'lists of names that users give',
  'src/case/keys.ts': 'the key of redactions, made once',
  'src/server/pages/briefing.ts': 'the checker of briefings, which is part of the program',
  'src/server/http/web-files.ts': 'the pages of the workbench, which are part of the program',
  'src/interop/new-file.ts': 'exports, each into place in one step',
  'src/case/changes.ts': 'looks whether sources are there',
  'src/case/build/folder.ts': 'the pointer to the current build, its lock, and what is derived',
  'src/case/build/plan.ts': 'looks whether sources are there',
  'src/case/reading/reading.ts': 'moves finished segments into place',
  'src/case/reading/seen.ts': 'the cache of hashes',
  'src/text/': 'segments of the full-text index, which the program itself wrote',
  'src/case/text/make.ts': 'moves finished segments of the text into place',
  'src/case/text/kept.ts': 'what a segment of the text tells of itself',
  'src/case/text/index-file.ts': 'which segments of the text belong to a build',
};

const disk: Rule = {
  name: 'only listed files use the file system, and only by named imports',
  why: 'sources are opened in src/bytes/disk.ts alone, so that one short file shows that they are never changed',
  faults: (files) => [
    ...onlyIn(files, /^(node:)?fs(\/promises)?$/, FILE_SYSTEM),
    ...inSrc(files).flatMap((file) =>
      file.imports
        .filter(
          ({ specifier, names }) =>
            /^(node:)?fs\b/.test(specifier) && (names.includes('*') || names.includes('default')),
        )
        .map(() => `${file.path}: imports the file system whole; name the functions`),
    ),
  ],
  broken: { 'src/formats/a.ts': "import { readFileSync } from 'node:fs';" },
};

const readOnly: Rule = {
  name: 'the file that opens sources can only read',
  why: 'sources are evidence; what cannot write cannot change them',
  faults: (files) => {
    const reading = /^(open|close|fstat|lstat|stat|read|readdir|realpath|opendir)(Sync)?$|^constants$/;
    const faults = files
      .filter((file) => file.path === DISK)
      .flatMap((file) =>
        file.imports.filter(({ specifier }) => /^(node:)?fs\b/.test(specifier)).flatMap(({ names }) => names),
      )
      .filter((name) => !reading.test(name))
      .map((name) => `${DISK}: imports ${name}`);
    const opening = linesMatching(
      files.filter((file) => file.path === DISK),
      /O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)/,
      {},
    );
    return [...faults, ...opening];
  },
  broken: { [DISK]: "import { openSync, writeSync } from 'node:fs';" },
};

const database: Rule = {
  name: 'only src/ledger/ imports DuckDB, and only src/ledger/ and src/text/ import SQLite',
  why: 'an engine behind one narrow interface can be replaced; one that is spread cannot',
  faults: (files) => [
    ...onlyIn(files, /^@duckdb\//, { 'src/ledger/': 'the store' }),
    ...onlyIn(files, /^node:sqlite$/, { 'src/ledger/': 'the store', 'src/text/': 'the full-text index' }),
  ],
  broken: { 'src/case/a.ts': "import { DuckDBInstance } from '@duckdb/node-api';" },
};

const network: Rule = {
  name: 'nothing reaches the network, and nothing starts another program',
  why: 'people put confidential records in; nothing may leave the machine',
  faults: (files) => [
    ...onlyIn(files, /^(node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises|inspector|child_process|cluster)$/, {
      'src/server/': 'the workbench on the loopback',
    }),
    ...linesMatching(inSrc(files), /(?<![.\w])fetch\(|\bnew (WebSocket|EventSource)\b/, {}),
  ],
  broken: { 'src/case/a.ts': "await fetch('https://example.org');" },
};

const evaluation: Rule = {
  name: 'no text is run as code',
  why: 'content is hostile',
  faults: (files) => [
    ...onlyIn(files, /^(node:)?vm$/, {}),
    ...linesMatching(inSrc(files), /(?<![.\w])eval\(|\bnew Function\(|\bcreateRequire\b/, {}),
  ],
  broken: { 'src/formats/a.ts': 'return new Function(text)();' },
};

const terminal: Rule = {
  name: 'only src/cli/ prints, exits, and looks at the environment',
  why: 'the library is used from other programs, and a result that depends on the environment is not the same everywhere',
  faults: (files) =>
    linesMatching(inSrc(files), /\bconsole\.\w+|\bprocess\.(stdout|stderr|stdin|exit|exitCode|env|argv|cwd)\b/, {
      'src/cli/': 'the terminal',
    }),
  broken: { 'src/case/a.ts': "console.log('done');" },
  sound: { 'src/cli/a.ts': "process.stdout.write('x');", 'src/case/a.ts': "const hint = 'console.log';" },
};

/** Packages that more than the one usual file imports: where, and why. */
const PACKAGE_HOMES: Reasons = {
  '@duckdb/node-api': 'src/ledger/',
  '@duckdb/node-bindings': 'src/ledger/',
  zod: 'src/case/',
  yaml: 'src/case/files/',
};

const onePlace: Rule = {
  name: 'a third-party package is imported in exactly one file',
  why: 'a package behind one file of ours can be replaced, and its types do not spread',
  faults: (files) => {
    const users = new Map<string, string[]>();
    for (const file of inSrc(files)) {
      const names = file.imports
        .filter(({ path, specifier }) => path === null && !specifier.startsWith('node:'))
        .map(({ specifier }) => /^(@[^/]+\/)?[^/]+/.exec(specifier)![0]);
      for (const name of new Set(names)) users.set(name, [...(users.get(name) ?? []), file.path]);
    }
    return [...users].flatMap(([name, paths]) => {
      const home = PACKAGE_HOMES[name];
      const strangers = home === undefined ? paths.slice(1) : paths.filter((path) => !covers(home, path));
      return strangers.map((path) => `${path}: imports ${name}, whose place is ${home ?? paths[0]}`);
    });
  },
  broken: {
    'src/formats/a.ts': "import { parse } from 'yaml';",
    'src/formats/b.ts': "import type { Document } from 'yaml';",
  },
};

export const REACH: readonly Rule[] = [disk, readOnly, database, network, evaluation, terminal, onePlace];
