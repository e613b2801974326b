/** The project's own files, read once, with what the house rules ask of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeOf } from './source-text.ts';

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the project's root for a relative specifier; null for a package or a built-in module. */
  readonly path: string | null;
  /** `worker`: a file named by `new URL('./x.ts', import.meta.url)`. */
  readonly kind: 'static' | 'type' | 'dynamic' | 'worker';
  /** What a static import names; `*` for a namespace, `default` for a default import. */
  readonly names: readonly string[];
}

export interface SourceFile {
  /** Path from the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text without comments and without the insides of strings; the text itself when it is not TypeScript. */
  readonly code: string;
  readonly imports: readonly Import[];
}

export const ROOT: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Derived, foreign, or deliberately broken: no rule of the house applies. */
const NOT_OURS =
  /^(node_modules|dist|\.git|schemas|bench\/(data|results)|package-lock\.json|LICENSE|examples\/[^/]+\/sources)$|(^|\/)(\.ledger|input|expected)$/;
const TEXT = /(\.(tsx?|js|css|md|json|ya?ml|sql|wat|txt)|^\.ci\/run)$/;

/** All of the project's own text files, in order of their paths. */
export function projectFiles(): SourceFile[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (NOT_OURS.test(path)) continue;
      if (entry.isDirectory()) walk(path);
      else if (TEXT.test(path)) found.push(path);
    }
  };
  walk('');
  return found.sort().map((path) => sourceFile(path, readFileSync(join(ROOT, path), 'utf8')));
}

/** A file from its path and text, so that a rule can be tried on one that does not exist. */
export function sourceFile(path: string, text: string): SourceFile {
  if (!/\.(tsx?|js)$/.test(path)) return { path, text, code: text, imports: [] };
  return { path, text, code: codeOf(text, 'blank'), imports: importsOf(path, codeOf(text, 'keep')) };
}

function importsOf(path: string, code: string): Import[] {
  const found: Import[] = [];
  const add = (kind: Import['kind'], specifier: string, names: readonly string[] = []): void => {
    const relative = specifier.startsWith('.');
    found.push({ specifier, path: relative ? posix.join(posix.dirname(path), specifier) : null, kind, names });
  };
  const clause = String.raw`(\*(?:\s+as\s+\w+)?|\{[^}]*\}|[\w$]+(?:\s*,\s*\{[^}]*\})?)`;
  const from = new RegExp(String.raw`^[ \t]*(?:import|export)\s+(type\s+)?${clause}\s*from\s*(['"])(.+?)\3`, 'gm');
  for (const match of code.matchAll(from)) {
    const names = namesOf(match[2]!);
    const typeOnly = match[1] !== undefined || (names.length === 0 && match[2]!.startsWith('{'));
    add(typeOnly ? 'type' : 'static', match[4]!, names);
  }
  for (const match of code.matchAll(/^[ \t]*import\s*(['"])(.+?)\1/gm)) add('static', match[2]!);
  for (const match of code.matchAll(/\btypeof\s+import\s*\(\s*(['"])(.+?)\1/g)) add('type', match[2]!);
  for (const match of code.matchAll(/(?<!typeof\s+)\bimport\s*\(\s*(['"])(.+?)\1/g)) add('dynamic', match[2]!);
  for (const match of code.matchAll(/new URL\(\s*(['"])(\.{1,2}\/.+?\.[tj]s)\1\s*,\s*import\.meta\.url/g))
    add('worker', match[2]!);
  return found;
}

/** The values that an import clause names; types marked inline are left out. */
function namesOf(clause: string): string[] {
  if (clause.startsWith('*')) return ['*'];
  const [head, braces = ''] = clause.startsWith('{') ? ['', clause] : clause.split(/(?=\{)/);
  const listed = braces
    .replace(/[{}]/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(/\s+as\s+/)[0]!);
  return head === '' ? listed : ['default', ...listed];
}
