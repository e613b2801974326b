/** case.yaml: who had to disclose what, to whom, and how soon. */
import * as z from 'zod';
import { type Channels, channels } from '../words/channel.ts';
import { addFaults, type FaultAt, list, map, text } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { dayOrEvent } from '../words/period.ts';
import { parseDutyPhrase } from '../words/phrase.ts';
import { audience, type Reference, references } from '../words/reference.ts';
import { within } from '../words/within.ts';

export interface DutyEntry {
  readonly id?: string;
  readonly who: readonly Reference[];
  readonly kinds: Channels;
  /** Contacts with whom; null: with anybody. */
  readonly with: readonly Reference[] | null;
  readonly audience: string;
  /** Days after the contact; absent: no deadline. */
  readonly withinDays?: number;
  readonly from?: string;
  readonly to?: string;
  /** Law, rule or order, in words. */
  readonly basis?: string;
}

const WHAT = {
  is: 'a kind of contact',
  advice: 'write kinds of contact and with whom, such as: meetings and calls with "@contractor"',
};

function what(names: Names): z.ZodType<string> {
  return text(WHAT, (written) => {
    const phrase = parseDutyPhrase(written, names);
    return 'message' in phrase ? phrase : null;
  });
}

/** `what` says kinds and, perhaps, with whom; neither may be said again. */
function saidTwice(
  written: { readonly what?: string; readonly kinds?: unknown; readonly with?: unknown },
  names: Names,
): FaultAt[] {
  if (written.what === undefined) return [];
  const said = parseDutyPhrase(written.what, names);
  const again = { message: 'says again what "what" says', advice: 'keep one of them' };
  const twice: FaultAt[] = [];
  if (written.kinds !== undefined) twice.push({ at: 'kinds', ...again });
  if (written.with !== undefined && !('message' in said) && said.with !== null) twice.push({ at: 'with', ...again });
  return twice;
}

/** One duty. */
function dutyEntry(names: Names): z.ZodType<DutyEntry> {
  return map(
    'a duty',
    {
      id: z.exactOptional(text({ is: 'a name', advice: 'write a short name, such as lobby-act' })),
      who: references(names).describe('Who has to disclose.'),
      what: z.exactOptional(
        what(names).describe('Kinds of contact, and with whom: meetings and calls with "@contractor".'),
      ),
      kinds: z.exactOptional(channels().describe('Kinds of contact, instead of what.')),
      with: z.exactOptional(references(names).describe('Contacts with whom; anybody when left out.')),
      audience: z.exactOptional(audience().describe('Whom the disclosure has to reach; public when left out.')),
      within: z.exactOptional(within().describe('How soon after the contact, such as 14 days.')),
      from: z.exactOptional(dayOrEvent(names).describe('First day of the duty.')),
      to: z.exactOptional(dayOrEvent(names).describe('Last day of the duty, inclusive.')),
      basis: z.exactOptional(
        text({ is: 'text', advice: 'write the law, rule or order' }).describe('Law, rule or order.'),
      ),
    },
    {
      deadline: 'write within: 14 days',
      channels: 'write kinds',
      law: 'write basis',
      withinDays: 'write within: 14 days',
    },
  )
    .superRefine((written, context) => addFaults(context, saidTwice(written, names)))
    .transform(({ what, within, ...rest }) => {
      const said = what === undefined ? null : parseDutyPhrase(what, names);
      const phrase = said !== null && !('message' in said) ? said : { kinds: rest.kinds ?? 'any', with: null };
      return {
        ...rest,
        kinds: phrase.kinds,
        with: phrase.with ?? rest.with ?? null,
        audience: rest.audience ?? 'public',
        ...(within === undefined ? {} : { withinDays: within }),
      } satisfies DutyEntry;
    });
}

/** The duties, in any order. */
export function duties(names: Names): z.ZodType<readonly DutyEntry[]> {
  return list(dutyEntry(names), 'the duties');
}
