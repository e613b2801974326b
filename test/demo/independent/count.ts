/** Counts the calls and mails between the office and the contractor's side, from the sources alone. */
import { advisersMessages, chiefsMessages, type Message, skarvikMinute } from './mail.ts';
import { atContractor, inOffice, nameOf, type Owner, owner } from './people.ts';
import { type CallRow, callsOfA, callsOfB, type RegisterRow, registerRows } from './tables.ts';

/** One call or mail that counts. */
export interface Found {
  readonly channel: 'mail' | 'call';
  readonly day: string;
  readonly at: number;
  /** Ids: of the office, and of the other side. */
  readonly office: readonly string[];
  readonly others: readonly string[];
  readonly addresses: readonly string[];
  readonly certain: boolean;
  /** Known from a quotation only. */
  readonly quotedOnly: boolean;
}

const LARGEST_AUDIENCE = 10;

/** One of each mail: copies have one sender and one instant. */
function distinctMails(): Message[] {
  const kept = new Map<string, Message>();
  for (const m of [...chiefsMessages(), ...advisersMessages()]) {
    const key = `${m.from} ${m.at}`;
    if (m.at !== null && !kept.has(key)) kept.set(key, m);
  }
  return [...kept.values()];
}

function sides(addresses: readonly string[], day: string): { office: Owner[]; others: Owner[] } {
  const owners = addresses.flatMap((a) => owner(a, day) ?? []);
  return { office: owners.filter((o) => inOffice(o.id, day)), others: owners.filter((o) => atContractor(o.id, day)) };
}

function mailContacts(): Found[] {
  const mails = distinctMails();
  const answered = new Set(
    mails.filter((m) => sides([m.from], m.day).office.length > 0 && !m.automatic).map((m) => m.answers),
  );
  return mails.flatMap((m): Found[] => {
    if (m.list || m.automatic || m.to.length + m.cc.length > LARGEST_AUDIENCE) return [];
    const from = sides([m.from], m.day);
    const to = sides(m.to, m.day);
    const sent = from.office.length > 0 && to.others.length > 0;
    const got = from.others.length > 0 && to.office.length > 0 && answered.has(m.id);
    if (!sent && !got) return [];
    const [office, others] = sent ? [from.office, to.others] : [to.office, from.others];
    const certain = [...office, ...others].every((o) => o.certain);
    return [
      {
        channel: 'mail',
        day: m.day,
        at: m.at!,
        office: office.map((o) => o.id),
        others: others.map((o) => o.id),
        addresses: [m.from, ...m.to],
        certain,
        quotedOnly: false,
      },
    ];
  });
}

/** Mails that the office quotes and no mailbox holds. */
function lostMails(): Found[] {
  const mails = distinctMails();
  const known = new Set(mails.map((m) => `${m.from} ${skarvikMinute(m.at!)}`));
  return mails.flatMap((m) =>
    m.quoted.flatMap((q): Found[] => {
      const day = q.minute.slice(0, 10);
      const others = sides([q.from], day).others.map((o) => o.id);
      const office = sides([m.from], m.day).office.map((o) => o.id);
      if (known.has(`${q.from} ${q.minute}`) || others.length === 0 || office.length === 0) return [];
      return [
        {
          channel: 'mail',
          day,
          at: Date.parse(`${q.minute.replace(' ', 'T')}Z`) / 1000,
          office,
          others,
          addresses: [q.from],
          certain: false,
          quotedOnly: true,
        },
      ];
    }),
  );
}

/** Seconds within which two carriers can tell of one call. */
const APART = 15;

function callContacts(): Found[] {
  const a = callsOfA();
  const once = a.filter((c, i) => a.findIndex((d) => d.line === c.line) === i);
  const same = (x: CallRow, y: CallRow): boolean =>
    x.from === y.from && x.to === y.to && x.text === y.text && Math.abs(x.at - y.at) <= APART;
  const all = [...once, ...callsOfB().filter((b) => !once.some((c) => same(c, b)))];
  return all.flatMap((c): Found[] => {
    const s = sides([c.from, c.to], c.day);
    if (c.text || c.seconds === 0 || s.office.length === 0 || s.others.length === 0) return [];
    return [
      {
        channel: 'call',
        day: c.day,
        at: c.at,
        office: s.office.map((o) => o.id),
        others: s.others.map((o) => o.id),
        addresses: [c.from, c.to],
        certain: [...s.office, ...s.others].every((o) => o.certain),
        quotedOnly: false,
      },
    ];
  });
}

/** Every call and mail that counts, in the order of time. */
export function contacts(): Found[] {
  return [...mailContacts(), ...lostMails(), ...callContacts()].sort((x, y) => x.at - y.at);
}

const KIND = { mail: 'E-mail', call: 'Phone call' } as const;

/** Rows of the register that can mean a contact. */
export function fitting(contact: Found, register: readonly RegisterRow[] = registerRows()): RegisterRow[] {
  return register.filter(
    (r) =>
      r.kind === KIND[contact.channel] &&
      r.on === contact.day &&
      contact.office.some((id) => r.officials.includes(nameOf(id))) &&
      contact.others.some((id) => r.representatives.includes(nameOf(id)) || r.organisation === nameOf(id)),
  );
}

/** How many of some contacts no entry can cover: those without one, and those for which too few are left. */
export function uncovered(found: readonly Found[]): number {
  const register = registerRows();
  const left = new Set(register.map((r) => r.entry));
  // Here every entry fits the contacts of one day only, so taking the first that is left is a maximum matching.
  return found.filter((c) => {
    const entry = fitting(c, register).find((r) => left.has(r.entry));
    if (entry !== undefined) left.delete(entry.entry);
    return entry === undefined;
  }).length;
}
