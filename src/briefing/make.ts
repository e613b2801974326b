/** Makes a briefing whole, redacted or not, in the forms in which it can be handed over. */
import { tmpdir } from 'node:os';
import { briefingKey } from '../case/keys.ts';
import type { OpenCase } from '../case/open.ts';
import type { Briefing } from './briefing.ts';
import { gatherBriefing } from './gather/gather.ts';
import { briefingSince } from './gather/since.ts';
import { briefingHtml } from './html/page.ts';
import { briefingMarkdown } from './markdown/document.ts';
import { safeJson } from './plain.ts';
import { redacted } from './redact/redact.ts';

/** What a briefing is to hold. */
export interface BriefingOptions {
  /** Names of private parties, addresses, subjects and excerpts are left out and committed. */
  readonly redact?: boolean;
  /** Text of an earlier briefing's JSON or manifest: only what is new since then. */
  readonly since?: string | null;
}

/** The forms by the endings of their files. */
export const BRIEFING_FORMS: Readonly<{ [ending: string]: (briefing: Briefing) => string }> = {
  '.html': briefingHtml,
  '.md': briefingMarkdown,
  '.json': safeJson,
};

/**
 * Puts a briefing together. The first that is redacted makes the key of the case.
 * @throws CaseError when a source is gone or was changed, or `since` is no briefing
 */
export async function makeBriefing(open: OpenCase, options: BriefingOptions = {}): Promise<Briefing> {
  const spool = tmpdir();
  const whole = await gatherBriefing(open, { spoolDir: spool });
  const since = options.since ?? null;
  const some = since === null ? whole : await briefingSince(open, whole, since, spool);
  return options.redact === true ? (await redacted(open, some, briefingKey(open.folder))).briefing : some;
}
