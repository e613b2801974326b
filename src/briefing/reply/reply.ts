/** What a briefing says of one party, for that party to answer: nothing of others' messages, nothing of who told it. */
import type { Briefing } from '../briefing.ts';
import type { CitedContact } from '../cited.ts';
import { namingOf } from '../names.ts';

/** One statement with room for an answer. */
export interface Asked {
  /** What a line of replies.yaml writes under `to`. */
  readonly to: string;
  readonly text: string;
  /** Those of its contacts in which the party took part. */
  readonly contacts: readonly CitedContact[];
  /** Answers that were given already. */
  readonly answers: readonly { readonly on: string; readonly text: string }[];
}

export interface ReplyRequest {
  readonly party: string;
  readonly name: string;
  readonly title: string;
  readonly asOf: string;
  readonly items: readonly Asked[];
}

const TOLD = 'told-against-recorded';

function takesPart({ from, to }: CitedContact, party: string): boolean {
  return [...from, ...to].some((end) => end.split(' or ').includes(party));
}

/** Whether a text names somebody, as a whole word. */
function names(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (name === '' || at === -1) return false;
  const [before, after] = [text[at - 1] ?? ' ', text[at + name.length] ?? ' '];
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
}

/**
 * Everything that a briefing states about a party.
 * @param party key in people.yaml, or of an address that nobody claims
 */
export function replyRequest(briefing: Briefing, party: string): ReplyRequest {
  const name = namingOf(briefing)(party);
  const contactOf = new Map(briefing.contacts.map((contact) => [contact.id, contact]));
  const own = (note: number): CitedContact[] =>
    (briefing.notes[note - 1]?.contacts ?? [])
      .flatMap((id) => contactOf.get(id) ?? [])
      .filter((contact) => takesPart(contact, party));
  // A word inside a quotation is the speaker's, and no name of this party because it reads like its key.
  const speaksOf = (text: string): boolean => {
    const own = text.replace(/“[^”]*”/g, '');
    return names(own, name) || names(own, party);
  };
  const given = (replies: Briefing['otherReplies']): Asked['answers'] => replies.map(({ on, text }) => ({ on, text }));
  const findings = briefing.findings.flatMap(({ id, detector, text, note, replies }): Asked[] => {
    const contacts = own(note);
    // What somebody else told is no statement about the party, and names who told it.
    if (id === null || detector === TOLD || (contacts.length === 0 && !speaksOf(text))) return [];
    return [{ to: id, text, contacts, answers: given(replies) }];
  });
  const statements = briefing.statements.flatMap((of): Asked[] => {
    const contacts = own(of.note);
    if (of.speaker !== party && contacts.length === 0) return [];
    const said = of.speaker === party ? `You said on ${of.said}` : `Said on ${of.said}`;
    const words = of.quote === null ? ' (the words are not given)' : `: “${of.quote}”`;
    const text = `${said}${words}. Coded as: ${of.claim}. Held against the records: ${of.verdict}.`;
    return [{ to: of.id.replace(/ \(\d+\)$/, ''), text, contacts, answers: given(of.replies) }];
  });
  return { party, name, title: briefing.title, asOf: briefing.asOf, items: [...findings, ...statements] };
}
