/** Whether the index of a build still has the bytes that were written. */
import { join } from 'node:path';
import { verifySegment } from '../../text/manifest.ts';
import { ledgerFolder } from '../build/folder.ts';
import type { OpenCase } from '../open.ts';
import { readTextIndex } from './index-file.ts';
import { noteTorn } from './kept.ts';

/**
 * Reads the index of words again, byte by byte. It holds no evidence, and a build mends it; but a search in changed bytes
 * could miss something without a word.
 * @returns one line for each segment that is not as it was; none where a build has no index
 */
export function textFaults({ folder, build }: Pick<OpenCase, 'folder' | 'build'>): string[] {
  const paths = ledgerFolder(folder);
  const segments = readTextIndex(join(paths.builds, build.id))?.segments ?? [];
  return segments.flatMap(({ name, indexed }) => {
    const place = join(paths.text, name);
    const damage = indexed ? verifySegment(place) : null;
    if (damage === null) return [];
    noteTorn(place);
    return [`a part of the index of words is torn (${damage.message}): backchannel build mends it`];
  });
}
