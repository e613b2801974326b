/** What changed since an earlier briefing, in the HTML form. */
import type { Briefing } from '../briefing.ts';
import { html, type Markup } from '../markup.ts';

/** The changes; nothing for a briefing that is not given since an earlier one. */
export function sincePart({ since }: Briefing): Markup {
  if (since === null) return html``;
  const rows = since.changes.map(
    ({ kind, text, before, after }) =>
      html`<tr><td>${kind}</td><td>${text}</td><td data-h="Then:">${before ?? 'not there'}</td><td data-h="Now:">${after ?? 'not there any more'}</td></tr>`,
  );
  const table = html`<table class="stack"><thead><tr><th scope="col">Kind</th><th scope="col">What</th><th scope="col">Then</th><th scope="col">Now</th></tr></thead><tbody>${rows}</tbody></table>`;
  return html`<section><h2 id="since">What changed since the briefing as of ${since.asOf}</h2>${rows.length === 0 ? html`<p>Nothing.</p>` : table}<p class="fine">${since.unchanged} findings, statements and told counts are as they were and stand in the earlier briefing.</p></section>`;
}
