/** Sentences that say something was spoken of: where it stands is said by hand, never inferred. */
import { HOLDING_RECORD, type HoldingRow } from '../../ledger/queries/views/passages.ts';
import { type Passage, passagesOf } from '../citations/passage.ts';
import type { StoryTopic } from '../files/index.ts';
import type { WhereEntry } from '../files/words/where.ts';
import type { OpenCase } from '../open.ts';
import { type ContactView, contactList, endsText } from '../views/contacts.ts';
import { shownWhen } from '../views/time.ts';
import { type Answer, answer } from './answer.ts';
import { originsOfTold } from './sourcing.ts';

/** A contact in whose record a passage stands. */
async function contactOf({ ledger }: OpenCase, where: WhereEntry): Promise<number | null> {
  const [first] = where.ranges;
  if (first === undefined) return null;
  const [row] = await ledger.rows<HoldingRow>(HOLDING_RECORD, {
    path: where.source,
    member: where.member ?? '',
    from: Math.min(...where.ranges.map(([offset]) => offset)),
    to: Math.max(...where.ranges.map(([offset, length]) => offset + length)),
  });
  return row?.contact_no ?? null;
}

const lineOf = (contact: ContactView, place: string): string =>
  `${contact.shortId}  ${shownWhen(contact.time)}  ${contact.channel}  ${endsText(contact.from)} → ${endsText(contact.to)}  ${place}`;

interface Found {
  readonly contacts: readonly ContactView[];
  readonly places: readonly string[];
  readonly problems: readonly string[];
}

async function found(open: OpenCase, passages: readonly WhereEntry[]): Promise<Found> {
  const read: readonly Passage[] = await passagesOf(open, passages);
  const problems: string[] = [];
  const placeOf = new Map<number, string>();
  for (const [i, where] of passages.entries()) {
    const passage = read[i];
    const contact = await contactOf(open, where);
    const place = passage?.place ?? 'a passage';
    const wrong = passage?.problems.map(({ message }) => `${place}: ${message}`) ?? [];
    if (wrong.length > 0) problems.push(...wrong);
    else if (contact === null) problems.push(`${place} is in no record that was taken in`);
    else if (!placeOf.has(contact)) placeOf.set(contact, place);
  }
  return { contacts: await contactList(open, [...placeOf.keys()]), places: [...placeOf.values()], problems };
}

/** The answer: in which records it is spoken of, and who else tells it. */
export async function topicAnswer(open: OpenCase, topic: StoryTopic): Promise<Answer> {
  const { contacts, places, problems } = await found(open, topic.passages);
  const told = open.files.reports.reports.filter(({ id }) => id !== undefined && topic.reports.includes(id));
  const tellers = [...new Set(told.map(({ toldBy }) => toldBy))];
  const besides = tellers.length === 0 ? [] : [`told by ${tellers.join(', ')}: ${originsOfTold(open, told)}`];
  const caveats = told.flatMap((report) => report.caveats);
  if (contacts.length === 0) {
    const none = topic.passages.length === 0 ? ['no passage of a record is cited that speaks of it'] : problems;
    return answer({
      verdict: 'untested',
      words: 'no loaded record is known to speak of it',
      besides,
      missing: none,
      caveats,
    });
  }
  const many = contacts.length === 1 ? '1 record speaks of it' : `${contacts.length} records speak of it`;
  return answer({
    verdict: 'supported',
    words: many,
    besides: [...contacts.map((contact, i) => lineOf(contact, places[i]!)), ...besides, ...problems],
    caveats,
    opens: contacts[0]!.shortId,
  });
}
