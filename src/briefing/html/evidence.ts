/** Footnotes, and the passages of sources that they lead to, in the HTML form. */
import { lengthText, shownWhen } from '../../case/views/time.ts';
import type { Briefing, Note } from '../briefing.ts';
import type { CitedContact, CitedDisclosure, CitedPassage } from '../cited.ts';
import { bullets, html, lines, type Markup } from '../markup.ts';
import { type Naming, namingOf } from '../names.ts';
import { numberText } from '../wording.ts';

function passageLinks(keys: readonly string[]): Markup {
  return html`${keys.map((key, i) => html`${i === 0 ? '' : ' '}<a href="#${key}">${key}</a>`)}`;
}

function contactRow(contact: CitedContact, named: Naming): Markup {
  const { time, channel, duration, from, to, subject, state, grade, passages } = contact;
  const length = duration === null ? '' : `, ${lengthText(duration)}`;
  const ends =
    from.length === 0 ? to.map(named).join(', ') : `${from.map(named).join(', ')} → ${to.map(named).join(', ')}`;
  const doubt = grade === 'certain' ? '' : ` (${grade})`;
  return html`<tr><td data-h="">${shownWhen(time)}</td><td>${channel}${length}</td><td${grade === 'certain' ? null : html` class="probable"`}>${ends}${doubt}${subject === null ? null : html`<br><span class="fine">${subject}</span>`}</td><td>${state ?? ''}</td><td>${passageLinks(passages)}</td></tr>`;
}

function disclosureLine(of: CitedDisclosure): Markup {
  const about = of.time === null ? '' : `, about ${shownWhen(of.time)}`;
  const given = of.given === null ? '' : `, given ${of.given}`;
  const place = of.passages.length > 0 ? passageLinks(of.passages) : html`${of.entry ?? ''}`;
  return html`${of.disclosers} to ${of.audience}${given}${about}: ${of.channels.join(', ')} with ${of.counterparts === '' ? 'nobody named' : of.counterparts}${of.state === null ? '' : ` (${of.state})`} ${place}`;
}

interface Lists {
  readonly contacts: ReadonlyMap<string, CitedContact>;
  readonly disclosures: ReadonlyMap<string, CitedDisclosure>;
  readonly named: Naming;
}

function notePart(note: Note, { contacts, disclosures, named }: Lists): Markup {
  const rows = note.contacts.flatMap((id) => contacts.get(id) ?? []).map((contact) => contactRow(contact, named));
  const told = note.disclosures.flatMap((id) => disclosures.get(id) ?? []).map(disclosureLine);
  const opened =
    note.id === null ? null : html`<p class="meta">In the case: <code>backchannel explain ${note.id}</code></p>`;
  return html`<li id="note-${note.number}"><p><span class="number">${note.number}</span>${note.what}</p>${rows.length === 0 ? null : html`<table class="stack"><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Between</th><th scope="col">Disclosed</th><th scope="col">Where</th></tr></thead><tbody>${rows}</tbody></table>`}${note.contactsLeftOut === 0 ? null : html`<p class="fine">and ${numberText(note.contactsLeftOut)} more, which the case lists</p>`}${bullets(told, 'fine')}${note.passages.length === 0 ? null : html`<p class="fine">Where it stands: ${passageLinks(note.passages)}</p>`}${bullets(note.remarks, 'fine')}${opened}</li>`;
}

/** The footnotes. */
export function notesPart(briefing: Briefing): Markup {
  const lists = {
    contacts: new Map(briefing.contacts.map((contact) => [contact.id, contact])),
    disclosures: new Map(briefing.disclosures.map((disclosure) => [disclosure.id, disclosure])),
    named: namingOf(briefing),
  };
  return html`<h2 id="notes">Footnotes: what stands behind each number</h2><ol class="notes">${briefing.notes.map((note) => notePart(note, lists))}</ol>`;
}

function rangeText({ range, row, place }: CitedPassage): string {
  const parts = [
    ...(row === null ? [] : [`row ${numberText(row)}`]),
    ...(range === null ? [] : [`bytes ${numberText(range[0])}–${numberText(range[0] + Math.max(range[1], 1) - 1)}`]),
    ...(place === null ? [] : [place]),
  ];
  return parts.join(', ');
}

function factsOf(passage: CitedPassage): Markup {
  const { file, path, sha256, record, bates, exactness } = passage;
  const facts: readonly (readonly [string, string | null])[] = [
    ['File, SHA-256', file === '' ? 'not there' : file],
    ['Bytes, SHA-256', sha256],
    ['Path', path === '' ? null : path],
    ['Stamped', bates],
    ['Exact to', exactness],
    ['In the case', record === null ? null : `backchannel cite ${record}`],
  ];
  return html`<dl>${facts.flatMap(([name, value]) => (value === null ? [] : [html`<dt>${name}</dt><dd><code>${value}</code></dd>`]))}</dl>`;
}

function passagePart(passage: CitedPassage): Markup {
  const { key, source, before, after, excerpt, cut, withheld, raw } = passage;
  const around = (text: string | null, open: string, close: string): Markup | null =>
    text === null || text === '' ? null : html`<p class="around">${open}${text}${close}</p>`;
  return html`<article class="passage" id="${key}"><h3>${key} · ${source}</h3><p class="meta">${rangeText(passage)}</p>${around(before, '… ', '')}${excerpt === null ? null : html`<pre>${lines(excerpt)}</pre>`}${around(after, '', ' …')}${cut === 0 ? null : html`<p class="fine">[cut: ${numberText(cut)} more characters]</p>`}${withheld === null ? null : html`<p class="fine">${withheld}</p>`}${raw === null || excerpt === null || excerpt.startsWith(raw.trim().slice(0, 60)) ? null : html`<p class="fine">As it stands, from the first byte on: <code>${raw}</code></p>`}${factsOf(passage)}</article>`;
}

/** The passages. */
export function passagesPart({ passages }: Briefing): Markup {
  return html`<h2 id="passages">Passages: what stands in the sources</h2>${passages.map(passagePart)}`;
}

/** The manifest: what a stranger needs to check it. */
export function manifestPart({ manifest }: Briefing): Markup {
  const sources = manifest.sources.map(
    ({ name, sha256, size }) =>
      html`<tr><td>${name}</td><td class="num">${numberText(size)}</td><td><code>${sha256}</code></td></tr>`,
  );
  const tables = Object.entries(manifest.tables).map(
    ([table, hash]) => html`<tr><td>${table}</td><td><code>${hash}</code></td></tr>`,
  );
  const facts = [
    `${manifest.program} ${manifest.programVersion}; time-zone data ${manifest.timeZoneData}; Unicode ${manifest.unicode}`,
    `as of ${manifest.asOf}, days in ${manifest.zone}`,
    `${manifest.decisions.length} decisions of people used`,
    `${manifest.passages.length} passages cited`,
  ];
  return html`<h2 id="manifest">Manifest</h2>${bullets(facts, 'fine')}<table class="stack"><thead><tr><th scope="col">Source</th><th scope="col" class="num">Bytes</th><th scope="col">SHA-256</th></tr></thead><tbody>${sources}</tbody></table><details><summary>Hashes of the ledger's tables: a rebuild gives the same</summary><table class="stack"><tbody>${tables}</tbody></table></details>`;
}
