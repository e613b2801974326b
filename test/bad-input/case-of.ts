/** A case of sources that a test makes, each an entry of case.yaml. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface MadeSource {
  /** Path below sources/. */
  readonly path: string;
  /** null: the test makes it itself. */
  readonly bytes: string | Uint8Array | null;
  /** Further lines of its entry, such as `template: calls/generic`. */
  readonly says?: readonly string[];
}

export interface CaseOf {
  readonly folder: string;
  /** Where a source lies. */
  at(path: string): string;
  write(name: string, content: string | Uint8Array): void;
  remove(): void;
}

/** Writes the sources and a case.yaml with one entry for each. @param more further lines of case.yaml */
export function caseOf(sources: readonly MadeSource[], more = ''): CaseOf {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-bad-'));
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  const at = (path: string): string => join(folder, 'sources', path);
  for (const { path, bytes } of sources) if (bytes !== null) write(`sources/${path}`, bytes);
  const entries = sources.map(({ path, says = [] }) =>
    [`  - path: ${JSON.stringify(`sources/${path}`)}`, ...says.map((line) => `    ${line}`), ''].join('\n'),
  );
  const list = entries.length === 0 ? 'sources: []\n' : `sources:\n${entries.join('')}`;
  write('case.yaml', `title: Made up\nasOf: 2031-01-01\nzone: UTC\n${list}${more}`);
  return { folder, at, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
