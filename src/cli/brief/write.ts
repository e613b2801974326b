/** Writes a briefing with its manifest and its checker. */
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Briefing } from '../../briefing/briefing.ts';
import { BRIEFING_FORMS, type BriefingOptions, makeBriefing } from '../../briefing/make.ts';
import type { ManifestFile } from '../../briefing/manifest.ts';
import { safeJson } from '../../briefing/plain.ts';
import { sha256 } from '../../bytes/hash.ts';
import { CaseError } from '../../case/error.ts';
import type { OpenCase } from '../../case/open.ts';
import { exportPath, writePieces, writeWhole } from '../../interop/new-file.ts';
import { textOfFile } from '../frame/files.ts';

export interface WrittenBriefing {
  /** Paths of what was written, absolute: the briefing, its manifest, its checker. */
  readonly files: readonly string[];
  readonly briefing: Briefing;
}

/** Beside src/cli/brief/ as beside dist/cli/brief/. */
const CHECKER = fileURLToPath(new URL('../../briefing/verify-briefing.mjs', import.meta.url));
/** Name of the checker beside a briefing. */
const CHECKER_NAME = 'verify-briefing.mjs';

/**
 * Writes a briefing, and beside it NAME.manifest.json and verify-briefing.mjs. The same case gives the same bytes.
 * @param open a case whose ledger is built
 * @param target path ending with .html, .md or .json
 * @throws CaseError when the path is a source's or cannot be written to, or a source is not what was taken in
 */
export async function writeBriefing(
  open: OpenCase,
  target: string,
  options: BriefingOptions = {},
): Promise<WrittenBriefing> {
  const form = BRIEFING_FORMS[extname(target)];
  if (form === undefined || target.endsWith('.manifest.json'))
    throw new CaseError(
      `a briefing is no ${extname(target) || 'file without an ending'}`,
      'name a file that ends with .html, .md or .json',
    );
  const name = basename(target, extname(target));
  const beside = (file: string): string => exportPath(open, join(dirname(target), file));
  const paths = [exportPath(open, target), beside(`${name}.manifest.json`), beside(CHECKER_NAME)] as const;
  const briefing = await makeBriefing(open, options);
  const text = form(briefing);
  const bytes = Buffer.from(text);
  const manifest: ManifestFile = {
    ...briefing.manifest,
    files: [{ name: basename(target), sha256: sha256(bytes), size: bytes.length }],
  };
  const texts = [text, safeJson(manifest), textOfFile(CHECKER) ?? ''];
  for (const [i, path] of paths.entries()) await writeWhole(path, (fresh) => writePieces(fresh, [texts[i]!]));
  return { files: paths, briefing };
}
