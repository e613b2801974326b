/** What package.json, the lock file and the change log promise. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFiles, ROOT } from './source-file.ts';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

const manifest = json('package.json') as {
  version: string;
  engines: { node: string };
  bin: Record<string, string>;
  files: string[];
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const lock = json('package-lock.json') as { version: string; packages: Record<string, Locked> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

test('the tests run under Node 24', () => {
  // With --ignore-scripts npm leaves no local Node behind and the system's own would run instead.
  assert.equal(process.versions.node.split('.')[0], '24', 'run npm ci, and start the tests with npm test');
});

test('the floor for Node is the same everywhere', () => {
  assert.equal(manifest.engines.node, '>=24');
  assert.match(manifest.devDependencies.node ?? '', /^24\./);
  assert.match(readFileSync(join(ROOT, 'bin/backchannel.js'), 'utf8'), /^var needed = 24;$/m);
});

test('dependencies are pinned to one version', () => {
  // DuckDB and Biome have had releases with missing platform packages, after which npm ci fails for everybody.
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
    assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
});

test('what src/ imports is a dependency, and every dependency is imported', () => {
  const imported = projectFiles()
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap(({ imports }) => imports.filter(({ path, specifier }) => path === null && !specifier.startsWith('node:')))
    .map(({ specifier }) => /^(@[^/]+\/)?[^/]+/.exec(specifier)![0]);
  assert.deepEqual([...new Set(imported)].sort(), Object.keys(manifest.dependencies).sort());
});

test('the lock file is of this version and complete for other platforms', () => {
  assert.equal(lock.version, manifest.version);
  for (const [path, { version }] of locked) assert.ok(version, `${path} has no version`);
});

test('everything that is installed with the package may be passed on under its licence', () => {
  // MPL-2.0 asks for the source of changed files of that package only, and ours are unchanged.
  const allowed =
    /^(MIT|Apache-2\.0|ISC|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|MIT-0|Unlicense|CC0-1\.0|MPL-2\.0|\(MIT AND Zlib\))$/;
  // The text that this one calls BSD is that of BSD-2-Clause.
  const called: Record<string, string> = { 'node_modules/duck': 'BSD-2-Clause' };
  for (const [path, { dev, license }] of locked)
    if (dev !== true) assert.match(called[path] ?? license?.replace(/^\((.*) OR .*\)$/, '$1') ?? 'none', allowed, path);
});

test('no package runs a script at installation, besides the one that brings Node', () => {
  const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path);
  assert.deepEqual(running, ['node_modules/node']);
});

test('what the package lists exists, and the change log speaks of this version first', () => {
  for (const path of Object.values(manifest.bin)) assert.ok(existsSync(join(ROOT, path)), path);
  for (const path of [...manifest.files, 'LICENSE', 'README.md'].filter((path) => path !== 'dist'))
    assert.ok(existsSync(join(ROOT, path)), path);
  const first = /^## (\S+)/m.exec(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'));
  assert.equal(first?.[1], manifest.version);
});
