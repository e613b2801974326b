/** Compiles the search kernel: `node test/mail/compile-kernel.ts` writes what a test compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';

const FOLDER = join(import.meta.dirname, '../../src/formats/mail');

/** The module that holds the compiled kernel. */
export const COMPILED: string = join(FOLDER, 'kernel-module.ts');

/** What the module must be. */
export async function compiledModule(): Promise<string> {
  const { parseWat } = await wabt();
  const module = parseWat('kernel.wat', readFileSync(join(FOLDER, 'kernel.wat'), 'utf8'), { simd: true });
  const { buffer } = module.toBinary({});
  const lines =
    Buffer.from(buffer)
      .toString('base64')
      .match(/.{1,110}/g) ?? [];
  return [
    '/** The searches of kernel.wat, compiled; made by test/mail/compile-kernel.ts. */',
    'export const KERNEL: string = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(COMPILED, await compiledModule());
