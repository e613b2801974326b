/** A briefing that gives only what is new since an earlier one. */
import { CaseError } from '../../case/error.ts';
import type { OpenCase } from '../../case/open.ts';
import type { Briefing } from '../briefing.ts';
import { changesSince, readEarlier } from '../stated.ts';
import { gatherBriefing } from './gather.ts';

/**
 * Gathers again what is new or changed, with its footnotes.
 * @param whole the briefing as it is now
 * @param text of an earlier briefing's JSON form or manifest
 * @throws CaseError when it is neither
 */
export async function briefingSince(
  open: OpenCase,
  whole: Briefing,
  text: string,
  spoolDir: string | null,
): Promise<Briefing> {
  const earlier = readEarlier(text);
  if (earlier === null)
    throw new CaseError(
      'what --since names is no briefing that can be compared with',
      'name the manifest or the JSON form of one that is not redacted',
    );
  const changes = changesSince(earlier, whole.manifest.stated);
  const wanted = new Set(changes.changes.map(({ kind, id }) => `${kind} ${id}`));
  const some = await gatherBriefing(open, { spoolDir, wanted: (kind, id) => wanted.has(`${kind} ${id}`) });
  return {
    ...some,
    since: changes,
    timeline: null,
    matrix: null,
    story: [],
    manifest: { ...some.manifest, stated: whole.manifest.stated },
  };
}
