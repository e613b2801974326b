/** What can be added in one file is found through one line in a list; here is who checks that the line is there. */
import type { SourceFile } from '../source-file.ts';
import { inSrc, type Rule } from './rule.ts';

interface Kind {
  /** What the files hold, for the fault. */
  readonly what: string;
  readonly folder: string;
  readonly list: string;
  /** How a file shows that it holds one. */
  readonly declares: RegExp;
}

const KINDS: readonly Kind[] = [
  { what: 'a format', folder: 'src/formats/', list: 'src/formats/list.ts', declares: /^export const \w+: Format\b/m },
  {
    what: 'a template',
    folder: 'src/formats/templates/',
    list: 'src/formats/templates/list.ts',
    declares: /^export const \w+: Template\b/m,
  },
  {
    what: 'a detector',
    folder: 'src/detectors/',
    list: 'src/detectors/list.ts',
    declares: /^export const \w+: Detector\b/m,
  },
  { what: 'a command', folder: 'src/cli/', list: 'src/cli/commands.ts', declares: /^export const command\b/m },
];

function importsOf(files: readonly SourceFile[], path: string): readonly (string | null)[] {
  return files.find((file) => file.path === path)?.imports.map((entry) => entry.path) ?? [];
}

const listed: Rule = {
  name: 'every format, template, detector and command is in its list',
  why: 'what is not in the list is not there: it compiles, its tests pass, and nobody can use it',
  faults: (files) =>
    KINDS.flatMap(({ what, folder, list, declares }) => {
      const known = importsOf(files, list);
      return inSrc(files)
        .filter(({ path, code }) => path.startsWith(folder) && path !== list && declares.test(code))
        .filter(({ path }) => !known.includes(path))
        .map(({ path }) => `${path}: holds ${what} that is not in ${list}`);
    }),
  broken: { 'src/formats/maildir.ts': 'export const maildir: Format = {};' },
  sound: {
    'src/formats/maildir.ts': 'export const maildir: Format = {};',
    'src/formats/list.ts': "import { maildir } from './maildir.ts';",
  },
};

const tested: Rule = {
  name: 'every format, template, detector and command is named in a test',
  why: 'the list makes it public; without a test nobody notices when it breaks',
  faults: (files) => {
    const tests = files.filter(({ path }) => path.startsWith('test/') && !path.startsWith('test/house/'));
    return KINDS.flatMap(({ folder, declares }) =>
      inSrc(files)
        .filter(({ path, code }) => path.startsWith(folder) && declares.test(code))
        .map(({ path, text }) => ({ path, name: /\bname: '([^']+)'/.exec(text)?.[1] ?? path }))
        .filter(({ name }) => !tests.some(({ path, text }) => text.includes(name) || path.includes(`/${name}`)))
        .map(({ path, name }) => `${path}: no test speaks of ${name}`),
    );
  },
  broken: {
    'src/formats/maildir.ts': "export const maildir: Format = { name: 'maildir' };",
    'test/formats/mbox.test.ts': "test('mbox', () => {});",
  },
  sound: {
    'src/formats/maildir.ts': "export const maildir: Format = { name: 'maildir' };",
    'test/formats/maildir.test.ts': "test('it is read', () => {});",
  },
};

const lazy: Rule = {
  name: 'the list of commands loads none of them',
  why: '`--help` is instant because a command, and all it stands on, is loaded when it runs',
  faults: (files) =>
    inSrc(files)
      .filter(({ path }) => path === 'src/cli/commands.ts' || path === 'src/cli/main.ts')
      .flatMap((file) =>
        file.imports
          .filter(({ kind, path }) => kind === 'static' && path !== null && holdsCommand(files, path))
          .map(({ path }) => `${file.path}: imports ${path} at once; use import()`),
      ),
  broken: {
    'src/cli/commands.ts': "import { command } from './build.ts';",
    'src/cli/build.ts': 'export const command: Command = {};',
  },
  sound: {
    'src/cli/commands.ts': "const load = () => import('./build.ts');",
    'src/cli/build.ts': 'export const command: Command = {};',
  },
};

function holdsCommand(files: readonly SourceFile[], path: string): boolean {
  return /^export const command\b/m.test(files.find((file) => file.path === path)?.code ?? '');
}

export const LISTS: readonly Rule[] = [listed, tested, lazy];
