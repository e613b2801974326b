/** What the records do not show, how well things are known, and the method, in the HTML form. */
import { boundsText } from '../../model/bounds.ts';
import type { Briefing } from '../briefing.ts';
import { bullets, html, type Markup } from '../markup.ts';
import { METHOD, SOURCING_WORDS } from '../method.ts';

function listed(title: string, items: readonly string[]): Markup {
  return items.length === 0 ? html`` : html`<h3>${title}</h3>${bullets(items, 'fine')}`;
}

/** The section that keeps the others honest. */
export function limitsPart({ limits, answer }: Briefing): Markup {
  const { sources, moves, unmoved } = limits;
  const rows = sources.map(
    ({ source, side, reach, items }) =>
      html`<tr><td>${source}</td><td data-h="Side:">${side}</td><td>${items}</td><td>${reach}</td></tr>`,
  );
  const moved = moves.map(
    ({ text, bounds }) => html`<tr><td>${text}</td><td class="num">${boundsText(bounds)}</td></tr>`,
  );
  return html`<h2 id="limits">What these records do not show</h2>${listed('Coverage', limits.coverage)}<h3>The sources, and what each is said to reach</h3><table class="stack"><thead><tr><th scope="col">Source</th><th scope="col">Side</th><th scope="col">Read</th><th scope="col">Said to reach</th></tr></thead><tbody>${rows}</tbody></table>${listed('Claims that the records cannot test', limits.untested)}${listed('What the detectors could not test', limits.unasked)}<h3>What counts as a contact, and how the number moves with it</h3><p class="fine">Counted: ${limits.definition}.</p>${bullets(limits.definitionReasons, 'fine')}${answer === null ? null : html`<table><thead><tr><th scope="col">If instead one counted</th><th scope="col" class="num">Contacts</th></tr></thead><tbody><tr class="all"><td>as above</td><td class="num">${boundsText(answer.contacts)}</td></tr>${moved}${unmoved.length === 0 ? null : html`<tr><td>${unmoved.join(', ')}</td><td class="num">the same</td></tr>`}</tbody></table>`}${listed('What keeps the two ends of the number apart', limits.separation)}${listed('Besides', limits.besides)}${listed('Caveats', limits.caveats)}${listed('Problems in the sources', limits.problems)}`;
}

/** Informants and grades. */
export function sourcingPart({ informants, parties }: Briefing): Markup {
  const told = informants.map(({ id, kind, persons, reliesOn }) => {
    const many = persons === null ? 'number of persons not said' : persons === 1 ? 'one person' : `${persons} persons`;
    return html`<tr><td>${id}</td><td>${kind}</td><td>${many}</td><td>${reliesOn.length === 0 ? 'nobody named' : reliesOn.join(', ')}</td></tr>`;
  });
  const names = parties.map(({ key, name }) => html`<tr><td>${key}</td><td>${name}</td></tr>`);
  return html`<h2 id="sourcing">How well it is known</h2>${bullets(SOURCING_WORDS, 'fine')}${told.length === 0 ? null : html`<h3>Who tells</h3><table class="stack"><thead><tr><th scope="col">Informant (a pseudonym)</th><th scope="col">Kind</th><th scope="col">Persons</th><th scope="col">Relies on</th></tr></thead><tbody>${told}</tbody></table>`}${names.length === 0 ? null : html`<details><summary>Who is who: ${names.length} parties by the key that the texts above use</summary><table><thead><tr><th scope="col">Key</th><th scope="col">Name</th></tr></thead><tbody>${names}</tbody></table></details>`}`;
}

/** How it was made. */
export function methodPart({ redaction }: Briefing): Markup {
  const rules =
    redaction === null
      ? null
      : html`<h3>What is redacted, and by which rule</h3>${bullets(redaction.rules, 'fine')}${bullets(
          redaction.fields.map(({ kind, values }) => `${kind}: ${values} values committed`),
          'fine',
        )}`;
  return html`<h2 id="method">Method</h2>${bullets(METHOD, 'fine')}${rules}`;
}
