/** The top of the HTML form: title, answer, and the numbers by party. */
import { boundsText } from '../../model/bounds.ts';
import type { Answer, Briefing } from '../briefing.ts';
import { bullets, html, type Markup, noteLink, sentence } from '../markup.ts';

function rowsOf({ rows }: Answer): Markup {
  const hasUndisclosed = rows.some(({ undisclosed }) => undisclosed !== null);
  const cells = rows.map(({ party, name, contacts, undisclosed, contactsNote, note }) => {
    const last = undisclosed === null || note === null ? null : noteLink(note, boundsText(undisclosed));
    return html`<tr${party === null ? html` class="all"` : null}><td>${party === null ? 'all of them' : (name ?? party)}</td><td class="num">${noteLink(contactsNote, boundsText(contacts))}</td>${hasUndisclosed ? html`<td class="num">${last}</td>` : null}</tr>`;
  });
  return html`<table><thead><tr><th scope="col">With</th><th scope="col" class="num">Contacts</th>${hasUndisclosed ? html`<th scope="col" class="num">No matching disclosure</th>` : null}</tr></thead><tbody>${cells}</tbody></table>`;
}

/** The answer, or what is missing for one. */
export function answerPart({ answer }: Briefing): Markup {
  if (answer === null)
    return html`<p class="answer">This case asks nothing that can be counted: case.yaml names no headline, no duty, and no two groups.</p>`;
  return html`<p class="answer">${sentence(answer.sentence)}</p>${bullets(answer.basis.map(sentence), 'fine')}${answer.rows.length > 1 ? html`${rowsOf(answer)}<p class="fine">Counts of parties do not add up: one contact may be with several.</p>` : null}`;
}

/** Title and question. */
export function headPart({ title, question, asOf, manifest, redaction, since }: Briefing): Markup {
  const kinds = [
    ...(since === null ? [] : [`since the briefing as of ${since.asOf}`]),
    ...(redaction === null ? [] : ['redacted']),
  ];
  return html`<p class="kicker">Briefing as of ${asOf}${kinds.length === 0 ? null : html` · ${kinds.join(' · ')}`}</p><h1>${title}</h1>${question === null ? null : html`<p class="question">${question}</p>`}<p class="meta">Made by ${manifest.program} ${manifest.programVersion} from raw records and disclosures. A contact is not wrongdoing: this says what the records show, what they do not show, and how well.</p>`;
}
