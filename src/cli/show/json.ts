/** Views as JSON for machines. */
import type { ContactView, EndView } from '../../case/views/contacts.ts';
import type { DisclosureView } from '../../case/views/disclosures.ts';
import type { Json } from '../frame/output.ts';

function endJson({ parties, directness, grade }: EndView): Json {
  return { parties, directness, grade };
}

/** A contact with its ends and witnesses. */
export function contactJson(view: ContactView): Json {
  const { id, time, until, channel, from, to, duration, state, grade, subject, flags, rule, witnesses } = view;
  return {
    id,
    time,
    until,
    channel,
    from: from.map(endJson),
    to: to.map(endJson),
    duration,
    state,
    grade,
    subject,
    flags,
    rule,
    witnesses: witnesses.map(({ record, source, member, bytes, row }) => ({ record, source, member, bytes, row })),
  };
}

/** A disclosure with its parties, its contact and its place. */
export function disclosureJson(view: DisclosureView): Json {
  const { id, entry, time, channels, given, audience, capacity, nil, text, state, contact, citation } = view;
  return {
    id,
    entry,
    disclosers: view.disclosers.map(({ party, grade }) => ({ party, grade })),
    counterparts: view.counterparts.map(({ party, grade }) => ({ party, grade })),
    time,
    channels,
    given,
    audience,
    capacity,
    nil,
    text,
    state,
    coverage: view.coverage,
    contact: contact?.id ?? null,
    citation:
      citation === null
        ? null
        : { record: citation.record, source: citation.source, bytes: citation.bytes, row: citation.row },
  };
}
