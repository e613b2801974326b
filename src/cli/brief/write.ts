/** Writes a briefing with its manifest and its checker. */
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Briefing } from '../../briefing/briefing.ts';
import { gatherBriefing } from '../../briefing/gather/gather.ts';
import { briefingSince } from '../../briefing/gather/since.ts';
import { briefingHtml } from '../../briefing/html/page.ts';
import type { ManifestFile } from '../../briefing/manifest.ts';
import { briefingMarkdown } from '../../briefing/markdown/document.ts';
import { safeJson } from '../../briefing/plain.ts';
import { redacted } from '../../briefing/redact/redact.ts';
import { sha256 } from '../../bytes/hash.ts';
import { CaseError } from '../../case/error.ts';
import { briefingKey } from '../../case/keys.ts';
import type { OpenCase } from '../../case/open.ts';
import { exportPath, writePieces, writeWhole } from '../../interop/new-file.ts';
import { textOfFile } from '../frame/files.ts';

/** What a briefing is to hold. */
export interface BriefingOptions {
  /** Names of private parties, addresses, subjects and excerpts are left out and committed. */
  readonly redact?: boolean;
  /** Text of an earlier briefing's JSON or manifest: only what is new since then. */
  readonly since?: string | null;
}

export interface WrittenBriefing {
  /** Paths of what was written, absolute: the briefing, its manifest, its checker. */
  readonly files: readonly string[];
  readonly briefing: Briefing;
}

/** Beside src/cli/brief/ as beside dist/cli/brief/. */
const CHECKER = fileURLToPath(new URL('../../briefing/verify-briefing.mjs', import.meta.url));
/** Name of the checker beside a briefing. */
const CHECKER_NAME = 'verify-briefing.mjs';

const FORMS: Readonly<Record<string, (briefing: Briefing) => string>> = {
  '.html': briefingHtml,
  '.md': briefingMarkdown,
  '.json': safeJson,
};

/** Puts a briefing together. @throws CaseError when a source is gone or was changed, or `since` is no briefing */
export async function makeBriefing(open: OpenCase, options: BriefingOptions = {}): Promise<Briefing> {
  const spool = tmpdir();
  const whole = await gatherBriefing(open, { spoolDir: spool });
  const since = options.since ?? null;
  const some = since === null ? whole : await briefingSince(open, whole, since, spool);
  return options.redact === true ? (await redacted(open, some, briefingKey(open.folder))).briefing : some;
}

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
  const form = FORMS[extname(target)];
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
