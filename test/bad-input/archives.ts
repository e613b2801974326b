/** Damaged and hostile archives, and what a build must make of each. */
import { zip } from '../bytes/making.ts';
import type { MadeSource } from './case-of.ts';
import { mail } from './texts.ts';

export interface Damaged extends MadeSource {
  /** Items of which records are made, and places that could not be read. */
  readonly read: number;
  readonly failed: number;
  /** Codes of all problems, sorted, each once. */
  readonly codes: readonly string[];
}

function nestedZip(depth: number): Buffer {
  let bytes = zip([{ name: 'core.eml', data: mail('core') }]);
  for (let i = 0; i < depth; i++) bytes = zip([{ name: `level${i}.zip`, data: bytes }]);
  return bytes;
}

export const ARCHIVES: readonly Damaged[] = [
  { path: 'nested.zip', bytes: nestedZip(2), read: 1, failed: 0, codes: [] },
  { path: 'too-deep.zip', bytes: nestedZip(6), read: 0, failed: 1, codes: ['archive-depth', 'format-unknown'] },
  {
    path: 'escape.zip',
    bytes: zip([
      { name: '../../out.eml', data: mail('a') },
      { name: '/etc/passwd', data: mail('b') },
      { name: 'a\nb\u001b[31m.eml', data: mail('c') },
    ]),
    read: 3,
    failed: 0,
    codes: ['archive-name'],
  },
  {
    path: 'encrypted.zip',
    bytes: zip([
      { name: 'a.eml', data: mail('a'), flags: 0x801 },
      { name: 'b.eml', data: mail('b') },
    ]),
    read: 1,
    failed: 1,
    codes: ['archive-encrypted'],
  },
  { path: 'empty.zip', bytes: zip([]), read: 0, failed: 0, codes: [] },
];
