/** Ordinary mail between two people: a question, and answers to and fro. */

import type { Attachment, Box, Mail } from '../cast/events.ts';
import { organisation } from '../cast/organisations.ts';
import { PEOPLE, type Person, SHARED, who } from '../cast/people.ts';
import { answer, box, post } from '../cast/post.ts';
import { day } from '../form/clock.ts';
import { type Random, stream } from '../form/random.ts';
import { INSIDE } from '../words/inside.ts';
import { BETWEEN, MINISTRY } from '../words/ministry.ts';
import { OUTSIDE, signature } from '../words/outside.ts';
import { filled, type Topic, wrapped } from '../words/topic.ts';
import { answeredAt, workingTime } from './times.ts';

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const first = (name: string): string => name.slice(0, name.indexOf(' '));

interface Side {
  readonly person: Person;
  readonly box: Box;
  /** Writes to people of other offices. */
  readonly formal: boolean;
}

function greeting(to: Side, random: Random): string {
  if (to.formal) return random.chance(60) ? `Dear ${to.person.name},` : `Dear ${first(to.person.name)},`;
  return random.pick([
    `Hello ${first(to.person.name)},`,
    `${first(to.person.name)},`,
    `Hej ${first(to.person.name)},`,
    'Hello,',
  ]);
}

function signed(from: Side, random: Random): string {
  const { name, role } = from.person;
  if (!from.formal)
    return random.pick([first(name), `/${first(name)}`, `Hälsningar\n${first(name)}`, `Regards\n${first(name)}`]);
  return `-- \n${signature(name, role, organisation(from.person.organisation).name)}`;
}

function table(random: Random): Attachment {
  const rows = [
    'berth;ship calls;tonnes',
    ...[1, 2, 3, 4].map((n) => `${n};${random.int(2, 40)};${random.int(100, 9000)}`),
  ];
  return { name: 'figures.csv', type: 'text/csv', text: `${rows.join('\n')}\n` };
}

interface Plan {
  readonly topic: Topic;
  readonly a: Side;
  readonly b: Side;
  readonly at: number;
  readonly cc?: readonly Box[];
}

/** One thread of one to four mails, one to thirty hours apart. */
function thread({ topic, a, b, at, cc }: Plan, random: Random): Mail[] {
  const chosen = new Map<string, string>();
  const say = (list: readonly string[]): string => sentence(filled(random.pick(list), random, chosen));
  const subject = say(topic.subject);
  const details = [...topic.detail];
  const detail = (): string =>
    sentence(filled(details.splice(random.int(0, details.length - 1), 1)[0]!, random, chosen));
  const lead = `${say(topic.open)} ${detail()}`;
  const middle = random.chance(5)
    ? `\n\n${sentence(filled('From {weekday} on I am at {place}, so write rather than call.', random, chosen))}`
    : '';
  const body = `${greeting(b, random)}\n\n${wrapped(lead)}${middle}\n\n${wrapped(say(topic.ask))}\n\n${signed(a, random)}`;
  const mails = [
    post({
      at,
      from: a.box,
      to: [b.box],
      ...(cc === undefined ? {} : { cc }),
      subject,
      body,
      ...(random.chance(a.formal ? 18 : 4) ? { html: true } : {}),
      ...(random.chance(3) ? { attachments: [table(random)] } : {}),
    }),
  ];
  const replies = [...topic.reply];
  const length = random.pick([1, 2, 2, 2, 3, 3, 4]);
  while (mails.length < length) {
    const last = mails.at(-1)!;
    const [from, to] = mails.length % 2 === 1 ? [b, a] : [a, b];
    const words = replies.splice(random.int(0, replies.length - 1), 1)[0]!;
    const more = details.length > 0 && random.chance(30) ? ` ${detail()}` : '';
    const text = `${greeting(to, random)}\n\n${wrapped(sentence(filled(words, random, chosen)) + more)}\n\n${signed(from, random)}`;
    mails.push(answer(last, from.box, answeredAt(last.at, random), text, random.chance(75) ? {} : { quotes: false }));
  }
  return mails;
}

const side = (id: string, formal: boolean): Side => ({ person: who(id), box: box(id), formal });

function inPost(p: Person, at: number): boolean {
  return (p.from === undefined || p.from <= day(at)) && (p.to === undefined || day(at + 5 * 86400) <= p.to);
}

function many(label: string, count: number, plan: (random: Random) => Plan): Mail[] {
  const random = stream(label);
  return Array.from({ length: count }, () => thread(plan(random), random)).flat();
}

const swap = (random: Random, a: Side, b: Side): Pick<Plan, 'a' | 'b'> =>
  random.chance(55) ? { a, b } : { a: b, b: a };

/** The office among itself, always with the chief of staff. */
function inside(): Mail[] {
  const staff = PEOPLE.filter((p) => p.organisation === 'harbour-authority' && p.id !== 'harbour-chief-of-staff');
  const chief = side('harbour-chief-of-staff', false);
  return many('threads/inside', 196, (random) => {
    const at = workingTime(random);
    const other = random.pick(staff.filter((p) => inPost(p, at)));
    const copy = random.chance(20)
      ? [{ name: '', mail: random.pick([SHARED.registry, SHARED.traffic, SHARED.press]) }]
      : undefined;
    return {
      topic: random.pick(INSIDE),
      ...swap(random, side(other.id, false), chief),
      at,
      ...(copy === undefined ? {} : { cc: copy }),
    };
  });
}

/** The chief of staff and other companies and offices. */
function outside(): Mail[] {
  const others = PEOPLE.filter((p) => OUTSIDE[p.organisation] !== undefined);
  const chief = side('harbour-chief-of-staff', true);
  return many('threads/outside', 118, (random) => {
    const other = random.pick(others);
    return {
      topic: random.pick(OUTSIDE[other.organisation]!),
      ...swap(random, side(other.id, true), chief),
      at: workingTime(random),
    };
  });
}

/** The minister's office. */
function ministry(): Mail[] {
  const others = PEOPLE.filter((p) => p.organisation === 'ministry' && p.id !== 'minister-adviser');
  const adviser = side('minister-adviser', false);
  return many('threads/ministry', 150, (random) => {
    const other = random.pick(others);
    return { topic: random.pick(MINISTRY), ...swap(random, side(other.id, false), adviser), at: workingTime(random) };
  });
}

/** The two custodians with each other: in both mailboxes. */
function between(): Mail[] {
  const [chief, adviser] = [side('harbour-chief-of-staff', true), side('minister-adviser', true)];
  return many('threads/between', 24, (random) => ({
    topic: random.pick(BETWEEN),
    ...swap(random, chief, adviser),
    at: workingTime(random),
  }));
}

/** All ordinary threads. */
export function threads(): Mail[] {
  return [...inside(), ...outside(), ...ministry(), ...between()];
}
