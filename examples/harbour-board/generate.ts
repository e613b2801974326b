/** Writes the sources and truth.yaml of this case: `node examples/harbour-board/generate.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generate } from './generator/all.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
mkdirSync(`${folder}sources`, { recursive: true });
for (const [path, bytes] of generate()) {
  writeFileSync(folder + path, bytes);
  process.stderr.write(`${path}  ${bytes.length.toLocaleString('en')} bytes\n`);
}
