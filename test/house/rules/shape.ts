/** How a file is cut: its size, its name, what it exports. */

import type { SourceFile } from '../source-file.ts';
import { inSrc, linesMatching, type Rule } from './rule.ts';

const LONGEST = 300;

/** Files that are one table of data and nothing else. */
const TABLES: readonly string[] = [];

function typescript(files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => file.path.endsWith('.ts'));
}

const size: Rule = {
  name: `no file is longer than ${LONGEST} lines`,
  why: 'a longer one holds two things; new things always land in the same few giants',
  faults: (files) =>
    typescript(files)
      .filter((file) => !TABLES.includes(file.path))
      .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > LONGEST)
      .map(({ path, lines }) => `${path}: ${lines} lines`),
  broken: { 'src/model/a.ts': '\n'.repeat(LONGEST + 1) },
  sound: { 'src/model/a.ts': '\n'.repeat(LONGEST) },
};

const fileNames: Rule = {
  name: 'files and folders are named for what they hold',
  why: 'a drawer called utils, helpers or types fills with all that nobody placed',
  faults: (files) =>
    files
      .filter(({ path }) =>
        /(^|\/)(utils?|commons?|helpers?|types?|misc|shared|stuff|lib)(\.[a-z]+)*(\/|$)/i.test(path),
      )
      .map(({ path }) => path),
  broken: { 'src/model/utils.ts': '' },
  sound: { 'src/model/type-of-contact.ts': '' },
};

const spelling: Rule = {
  name: 'files are named in lower case with hyphens',
  why: 'two spellings of one name are two files on one system and one file on another',
  faults: (files) => typescript(files).flatMap(({ path }) => (/^[a-z0-9/.-]+$/.test(path) ? [] : [path])),
  broken: { 'src/model/sourceRecord.ts': '' },
};

const exporting = String.raw`^[ \t]*export\s+(?:type\s+)?(?:\*|\{[^}]*\})(?:\s*as\s+\w+)?\s*from\s*'[^']*'[^;\n]*;?`;

const barrels: Rule = {
  name: 'only an index.ts re-exports, by name, and it defines nothing',
  why: 'a public face that defines what the inside needs is how circles begin; a star hides what there is',
  faults: (files) =>
    inSrc(files).flatMap(({ path, code }) => {
      const passedOn = code.match(new RegExp(exporting, 'gm')) ?? [];
      if (!path.endsWith('/index.ts')) return passedOn.map((text) => `${path}: ${text}`);
      const rest = code.replace(new RegExp(exporting, 'gm'), '').trim();
      const stars = passedOn.filter((text) => text.includes('*')).map((text) => `${path}: ${text}`);
      return rest === '' ? stars : [...stars, `${path}: defines ${rest.split('\n')[0]}`];
    }),
  broken: { 'src/index.ts': "export { a } from './case/a.ts';\nexport const b = 1;" },
  sound: { 'src/index.ts': "/** Opens. */\nexport { a } from './case/a.ts';\nexport type { B } from './case/b.ts';" },
};

const named: Rule = {
  name: 'exports have names',
  why: 'a default export is called something else in every file that imports it',
  faults: (files) => linesMatching(typescript(files), /^export default\b/, {}),
  broken: { 'src/model/a.ts': 'export default function a() {}' },
};

const recordType: Rule = {
  name: 'no type is called Record',
  why: "TypeScript's own Record is something else; a row of evidence is a SourceRecord",
  faults: (files) =>
    linesMatching(typescript(files), /^(export\s+)?(declare\s+)?(interface|class|type)\s+Record\b/, {}),
  broken: { 'src/model/a.ts': 'export interface Record {}' },
  sound: { 'src/model/a.ts': 'export type Rows = Record<string, number>;' },
};

const documented: Rule = {
  name: 'every exported function of src/ has a doc comment',
  why: 'what it takes and gives, in which units and with which errors, is not in the types',
  faults: (files) =>
    inSrc(files).flatMap((file) => {
      const lines = file.text.split('\n');
      return lines.flatMap((line, index) => {
        const match = /^export (?:async )?function\*?\s*(\w+)/.exec(line);
        // The lines of one overloaded function stand together under one comment.
        const before = lines[index - 1] ?? '';
        const above = before.trimEnd().endsWith('*/') || (match !== null && before.includes(`function ${match[1]}`));
        return match === null || above ? [] : [`${file.path}:${index + 1}: ${match[1]}`];
      });
    }),
  broken: { 'src/model/a.ts': '\nexport function a(): void {}' },
  sound: { 'src/model/a.ts': '/** Does a. */\nexport function a(): void {}' },
};

const wanted: Rule = {
  name: 'what src/ exports is used outside of its file, and not by tests alone',
  why: 'an export is a promise; one that nobody asked for is dead code, or a test of dead code',
  faults: (files) => {
    const users = files.filter(({ path }) => /\.[jt]s$/.test(path) && !path.startsWith('test/'));
    return inSrc(files).flatMap((file) =>
      [...file.code.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)]
        .map(([, name]) => name!)
        .filter((name) => !users.some(({ path, code }) => path !== file.path && new RegExp(`\\b${name}\\b`).test(code)))
        .map((name) => `${file.path}: ${name}`),
    );
  },
  broken: {
    'src/model/a.ts': 'export const a = 1;',
    'test/model/a.test.ts': "import { a } from '../../src/model/a.ts';",
  },
  sound: { 'src/model/a.ts': 'export const a = 1;', 'src/model/b.ts': "import { a } from './a.ts';\na;" },
};

const testNames: Rule = {
  name: 'what uses node:test is named *.test.ts or *.slow.ts and lies in test/',
  why: 'a test that the pattern of `npm test` does not match never runs',
  faults: (files) =>
    files
      .filter((file) => file.imports.some(({ specifier, kind }) => specifier === 'node:test' && kind !== 'type'))
      .filter(({ path }) => !/^test\/.*\.(test|slow)\.ts$/.test(path))
      .map(({ path }) => path),
  broken: { 'test/model/bounds.ts': "import { test } from 'node:test';" },
};

const testHonesty: Rule = {
  name: 'no test is switched off, singled out, timed, or loose',
  why: 'a green run must mean that everything ran; == finds 1 and "1" equal; a timed test fails on a busy machine',
  faults: (files) => {
    const tests = files.filter(({ path }) => path.startsWith('test/') && path.endsWith('.ts'));
    return [
      ...linesMatching(tests, /\b(test|it|describe|suite)\.(only|skip|todo)\b|\b(only|todo): true/, {}),
      ...linesMatching(
        tests.filter(({ path }) => path.endsWith('.test.ts')),
        /\bDate\.now\(|\bperformance\.now\(/,
        {},
      ),
      ...tests
        .filter((file) => file.imports.some(({ specifier }) => /^(node:)?assert$/.test(specifier)))
        .map((file) => `${file.path}: import node:assert/strict`),
    ];
  },
  broken: { 'test/model/a.test.ts': "test.only('x', () => {});" },
};

export const SHAPE: readonly Rule[] = [
  size,
  fileNames,
  spelling,
  barrels,
  named,
  recordType,
  documented,
  wanted,
  testNames,
  testHonesty,
];
