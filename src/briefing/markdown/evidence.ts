/** Footnotes and passages in Markdown. */
import { lengthText, shownWhen } from '../../case/views/time.ts';
import type { Briefing, Note } from '../briefing.ts';
import type { CitedContact, CitedPassage } from '../cited.ts';
import { type Naming, namingOf } from '../names.ts';
import { numberText } from '../wording.ts';
import { block, plain } from './text.ts';

function keys(passages: readonly string[]): string {
  return passages.map((key) => `[${key}](#${key.toLowerCase()})`).join(' ');
}

function contactText(contact: CitedContact, named: Naming): string {
  const { time, channel, duration, from, to, state, grade, passages } = contact;
  const ends = [from.map(named).join(', '), to.map(named).join(', ')].filter((end) => end !== '').join(' → ');
  const facts = [
    shownWhen(time),
    `${channel}${duration === null ? '' : `, ${lengthText(duration)}`}`,
    ends,
    ...(grade === 'certain' ? [] : [grade]),
    ...(state === null ? [] : [state]),
  ];
  return `${plain(facts.join('; '))} ${keys(passages)}`;
}

function noteText(note: Note, briefing: Briefing, contacts: ReadonlyMap<string, CitedContact>, named: Naming): string {
  const rows = note.contacts.flatMap((id) => contacts.get(id) ?? []).map((contact) => contactText(contact, named));
  const told = briefing.disclosures
    .filter(({ id }) => note.disclosures.includes(id))
    .map(({ disclosers, counterparts, time, given, passages, entry }) => {
      const about = `disclosed by ${disclosers}${given === null ? '' : ` on ${given}`}, about ${shownWhen(time)} with ${counterparts}`;
      return `${plain(about)} ${passages.length > 0 ? keys(passages) : plain(entry ?? '')}`;
    });
  const more = [
    ...rows,
    ...(note.contactsLeftOut === 0 ? [] : [`and ${numberText(note.contactsLeftOut)} more, which the case lists`]),
    ...told,
    ...(note.passages.length === 0 ? [] : [`Where it stands: ${keys(note.passages)}`]),
    ...note.remarks.map(plain),
    ...(note.id === null ? [] : [`In the case: \`backchannel explain ${note.id}\``]),
  ];
  return [
    `[^${note.number}]: ${plain(note.what)}`,
    ...(more.length === 0 ? [] : ['', ...more.map((line) => `    - ${line}`)]),
  ].join('\n');
}

/** The footnotes. */
export function notesPart(briefing: Briefing): string {
  if (briefing.notes.length === 0) return '';
  const contacts = new Map(briefing.contacts.map((contact) => [contact.id, contact]));
  const named = namingOf(briefing);
  const notes = briefing.notes.map((note) => noteText(note, briefing, contacts, named));
  return ['## Footnotes: what stands behind each number', ...notes].join('\n\n');
}

function passageText(passage: CitedPassage): string {
  const { key, source, range, row, place, excerpt, before, after, cut, withheld, file, sha256, path } = passage;
  const at = [
    ...(row === null ? [] : [`row ${row}`]),
    ...(range === null ? [] : [`bytes ${range[0]}–${range[0] + Math.max(range[1], 1) - 1}`]),
    ...(place === null ? [] : [place]),
  ];
  const hashes = [
    ...(file === '' ? [] : [`file ${file}`]),
    ...(sha256 === null ? [] : [`bytes ${sha256}`]),
    ...(path === '' ? [] : [path]),
  ];
  const shown = [
    ...(before ? [`… ${before}`] : []),
    ...(excerpt === null ? [] : [excerpt]),
    ...(after ? [`${after} …`] : []),
  ];
  return [
    `### ${key}`,
    plain([source, ...at].join(', ')),
    ...(shown.length === 0 ? [] : [block(shown.join('\n'))]),
    ...(cut === 0 ? [] : [`\\[cut: ${numberText(cut)} more characters\\]`]),
    ...(withheld === null ? [] : [plain(withheld)]),
    plain(`SHA-256: ${hashes.join('; ')}`),
  ].join('\n\n');
}

/** The passages. */
export function passagesPart({ passages }: Briefing): string {
  return passages.length === 0
    ? ''
    : ['## Passages: what stands in the sources', ...passages.map(passageText)].join('\n\n');
}
