/** Real mail outside of the project, where it is present. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';

const DATA = process.env.BACKCHANNEL_DATA ?? join(import.meta.dirname, '../../../shared/data');

/** Where an archive of real mail lies, null when it is not on this computer. */
export function realArchive(name: string): string | null {
  const path = join(DATA, name);
  return existsSync(path) ? path : null;
}

/** The files of a .tar.gz by their names. */
export async function filesOf(path: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const extract = tar.extract();
  createReadStream(path).pipe(createGunzip()).pipe(extract);
  for await (const entry of extract) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    if (entry.header.type === 'file') files.set(entry.header.name, Buffer.concat(chunks));
  }
  return files;
}
