/** A disclosure on one line, and whole. */

import type { OpenCase } from '../../case/open.ts';
import { type DisclosureView, disclosureList, disclosurePlace, partiesText } from '../../case/views/disclosures.ts';
import { shownWhen } from '../../case/views/time.ts';
import type { CoverageLevel } from '../../coverage/account.ts';
import { type Line, span } from '../frame/line.ts';
import type { Output } from '../frame/output.ts';
import { contactLine } from './contact.ts';
import { disclosureJson } from './json.ts';
import { wrapLines } from './wrap.ts';

/** Who disclosed what, when it was and where it stands. */
export function disclosureLine(view: DisclosureView): Line {
  const { disclosers, counterparts, time, channels, given } = view;
  const who = `${partiesText(disclosers)} with ${partiesText(counterparts)}`;
  return [
    `  ${shownWhen(time)}  ${channels.length >= 5 ? 'any contact' : channels.join(' or ')}  ${who}`,
    given === null ? '' : `, given ${given}`,
    span('faint', `  ${disclosurePlace(view)}  ${view.shortId}`),
  ];
}

const STATES = {
  recorded: 'recorded: a contact in the records fits it',
  unrecorded: 'unrecorded: no contact in the loaded records fits it, although they reach its time and parties',
  untestable: 'untestable: the loaded records do not reach it',
} as const;

/** What records show of a disclosure, with what that rests on. */
function stateText(state: keyof typeof STATES, coverage: CoverageLevel | null): string {
  if (coverage === null) return STATES[state];
  return `${STATES[state]}, ${coverage === 'declared' ? 'and are declared complete' : 'if the export is complete'}`;
}

/** Explains a disclosure. @param no disclosure_no */
export async function explainDisclosure(open: OpenCase, output: Output, no: number): Promise<void> {
  const [view] = await disclosureList(open, [no]);
  const { state, contact, capacity, nil, text, audience } = view!;
  const covers = nil
    ? 'says that there was nothing'
    : capacity === null
      ? 'can cover every contact in its period'
      : `can cover ${capacity} ${capacity === 1 ? 'contact' : 'contacts'}`;
  await output.document(disclosureJson(view!), () =>
    wrapLines(
      [
        `  Disclosure ${view!.shortId} to ${audience}: ${covers}.`,
        disclosureLine(view!),
        ...(text === null || text === '' ? [] : [`  It says: ${text}`]),
        `  ${state === null ? `Given after ${open.files.case.asOf}: it does not exist yet.` : `${stateText(state, view!.coverage)}, as of ${open.files.case.asOf}.`}`,
        ...(contact === null
          ? []
          : ['  The contact that it was matched with, or one that it fits:', contactLine(contact, null)]),
        '  Rule: parties, period, channel and kind must fit at the precision that the disclosure gives; possible identities count for the discloser.',
      ],
      output.width,
    ),
  );
}
