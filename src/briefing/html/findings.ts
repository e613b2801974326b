/** Findings, statements, told counts and a story, in the HTML form. */
import { boundsText } from '../../model/bounds.ts';
import type { BriefedFinding, BriefedStatement, BriefedTold, Briefing, Reply } from '../briefing.ts';
import { bullets, html, type Markup, noteLink, sentence } from '../markup.ts';
import { namingOf } from '../names.ts';

/** Replies, each with who gave it and when. */
export function repliesPart(replies: readonly Reply[], named: (key: string) => string): Markup {
  return html`${replies.map(({ by, on, text }) => html`<div class="reply"><p class="meta">Reply of ${named(by)}, ${on}</p><p>${text}</p></div>`)}`;
}

function findingPart(finding: BriefedFinding, named: (key: string) => string): Markup {
  const { id, detector, text, bounds, grade, sourcing, status, reason, note, caveats, replies } = finding;
  const marks = [
    html`<span class="mark ${grade === 'certain' ? 'firm' : 'grey'}">${grade}</span>`,
    html`<span class="mark">${status}</span>`,
  ];
  const parts = [...(sourcing === null ? [] : [sourcing]), detector, ...(id === null ? [] : [id])];
  return html`<li class="${grade === 'certain' ? '' : 'probable'}"><p class="count">${noteLink(note, boundsText(bounds))}</p><div><p class="finding">${text}</p><p class="meta">${marks[0]!} ${marks[1]!} ${parts.join(' · ')}</p>${reason === null ? null : html`<p class="meta">${reason}</p>`}${bullets(caveats, 'fine')}${repliesPart(replies, named)}</div></li>`;
}

/** The findings that stand, then those that somebody dismissed. */
export function findingsPart(briefing: Briefing): Markup {
  const { findings, dismissed, findingsLeftOut } = briefing;
  const named = namingOf(briefing);
  const none = html`<p>No findings${briefing.since === null ? '' : ' that are new or changed'}. ${briefing.limits.none} See <a href="#limits">what these records do not show</a>.</p>`;
  return html`<h2 id="findings">Findings, by weight</h2>${findings.length === 0 ? none : html`<ol class="findings">${findings.map((finding) => findingPart(finding, named))}</ol>`}${findingsLeftOut === 0 ? null : html`<p class="fine">${findingsLeftOut} more are not in this briefing; the case lists them.</p>`}${dismissed.length === 0 ? null : html`<h3>Dismissed</h3><ol class="findings">${dismissed.map((finding) => findingPart(finding, named))}</ol>`}`;
}

/** How a verdict is marked: what is certain stands out, what is open is grey. */
function verdictMark(verdict: string): Markup {
  const kind = /^(untested|untestable|not for)/.test(verdict)
    ? 'grey'
    : /^(contradicted|exceeded)/.test(verdict)
      ? 'firm'
      : '';
  return html`<span class="mark ${kind}">${verdict}</span>`;
}

function statementRow(of: BriefedStatement, named: (key: string) => string): Markup {
  return html`<tr><td data-h="Said">${named(of.speaker)}, ${of.said}${of.quote === null ? html` (the words are not given)<br>` : html`<blockquote>${of.quote}</blockquote>`}<span class="fine">Coded as: ${of.claim}</span></td><td>${verdictMark(of.verdict)}</td><td>${sentence(of.text)}${bullets(of.remarks, 'fine')}${repliesPart(of.replies, named)}</td></tr>`;
}

/** What was said in public. */
export function statementsPart(briefing: Briefing): Markup {
  if (briefing.statements.length === 0) return html``;
  const named = namingOf(briefing);
  return html`<h2 id="statements">What was said in public</h2><table class="stack said"><thead><tr><th scope="col">Said</th><th scope="col">Verdict</th><th scope="col">What the records show</th></tr></thead><tbody>${briefing.statements.map((of) => statementRow(of, named))}</tbody></table>`;
}

function toldRow(of: BriefedTold): Markup {
  return html`<tr><td data-h="Told by">${of.teller}: ${of.told}${of.sourcing === null ? null : html`<br><span class="fine">${of.sourcing}</span>`}</td><td>${verdictMark(of.verdict)}</td><td>${sentence(of.text)}${bullets(of.caveats, 'fine')}</td></tr>`;
}

/** Counts that somebody told of. */
export function toldPart({ told }: Briefing): Markup {
  if (told.length === 0) return html``;
  return html`<h2 id="told">What others told, and how many the records show</h2><table class="stack said"><thead><tr><th scope="col">Told</th><th scope="col">Verdict</th><th scope="col">What the records show</th></tr></thead><tbody>${told.map(toldRow)}</tbody></table>`;
}

/** A story, sentence by sentence. */
export function storyPart({ story }: Briefing): Markup {
  if (story.length === 0) return html``;
  const rows = story.map(
    ({ quote, verdict, text, remarks, caveats }) =>
      html`<tr><td><q>${quote}</q></td><td>${verdictMark(verdict)}</td><td>${sentence(text)}${bullets([...remarks, ...caveats], 'fine')}</td></tr>`,
  );
  return html`<h2 id="story">A published story, sentence by sentence</h2><table class="stack said"><thead><tr><th scope="col">The story says</th><th scope="col">Verdict</th><th scope="col">What the records show</th></tr></thead><tbody>${rows}</tbody></table>`;
}
