/** Claims as rows. */
import { parseDay } from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import type { StatementView } from '../../case/views/statements.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import type { PartyName } from '../shapes/party.ts';
import type { ClaimRow } from '../shapes/statements.ts';
import type { Span } from '../shapes/timeline.ts';

/** When something was said, as far as it is known; null where it is no day. */
function saidSpan(zone: string, said: string): Span | null {
  const span = parseDay(said);
  if (span === null) return null;
  if (span.instant !== null) return { from: span.instant, to: span.instant };
  return { from: startOfDay(zone, span.first), to: endOfDay(zone, span.last) };
}

/** A claim as pages list it. */
export function claimRow(
  { files }: Pick<OpenCase, 'files'>,
  view: StatementView,
  naming: (party: { readonly key: string; readonly name: string }) => PartyName,
): ClaimRow {
  const speaker = [...files.people.parties, ...files.people.organisations].find(({ id }) => id === view.speaker);
  const { from, to } = view.counted.question;
  return {
    statement: view.statement,
    part: view.part,
    speaker: speaker === undefined ? null : naming({ key: speaker.id, name: speaker.name }),
    speakerText: view.speaker,
    said: view.said,
    saidSpan: saidSpan(files.case.zone, view.said),
    quote: view.quote,
    claim: view.claim,
    verdict: view.verdict,
    every: view.every,
    ifComplete: view.ifComplete,
    verdictText: view.verdictText,
    why: view.why,
    bounds: view.bounds,
    scope: { from, to },
  };
}
