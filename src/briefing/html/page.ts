/** A briefing as one HTML file: nothing external, no script, and a policy that forbids both. */
import { createHash } from 'node:crypto';
import type { Briefing } from '../briefing.ts';
import { html, Markup } from '../markup.ts';
import { answerPart, headPart } from './answer.ts';
import { manifestPart, notesPart, passagesPart } from './evidence.ts';
import { figuresPart } from './figures.ts';
import { findingsPart, repliesPart, statementsPart, storyPart, toldPart } from './findings.ts';
import { limitsPart, methodPart, sourcingPart } from './limits.ts';
import { sincePart } from './since.ts';
import { STYLE } from './style.ts';

/** The policy allows this one style by its hash and nothing else: no script, no picture, no font, no form, no frame. */
function policy(): string {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

/** A whole page around some content. @param title of the window */
export function page(title: string, content: Markup): string {
  const style = new Markup(`<style>${STYLE}</style>`);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${style}
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`.text;
}

function contents(briefing: Briefing): Markup {
  const parts: readonly (readonly [string, string, boolean])[] = [
    ['findings', 'Findings', true],
    ['figures', 'Pictures', briefing.timeline !== null || briefing.matrix !== null],
    ['statements', 'Statements', briefing.statements.length > 0],
    ['told', 'Told counts', briefing.told.length > 0],
    ['story', 'The story', briefing.story.length > 0],
    ['limits', 'What these records do not show', true],
    ['sourcing', 'How well it is known', true],
    ['method', 'Method', true],
    ['notes', 'Footnotes', true],
    ['passages', 'Passages', true],
    ['manifest', 'Manifest', true],
  ];
  const items = parts
    .filter(([, , isThere]) => isThere)
    .map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`);
  return html`<nav aria-label="Contents"><ul>${items}</ul></nav>`;
}

/** The HTML form: the same briefing gives the same bytes. */
export function briefingHtml(briefing: Briefing): string {
  const others =
    briefing.otherReplies.length === 0
      ? null
      : html`<h3>Other replies</h3>${repliesPart(briefing.otherReplies, (key) => key)}`;
  const content = html`<header>
${headPart(briefing)}
${answerPart(briefing)}
${contents(briefing)}
</header>
${sincePart(briefing)}
<section>${findingsPart(briefing)}${others}</section>
<section>${figuresPart(briefing)}</section>
<section>${statementsPart(briefing)}</section>
<section>${toldPart(briefing)}</section>
<section>${storyPart(briefing)}</section>
<section>${limitsPart(briefing)}</section>
<section>${sourcingPart(briefing)}</section>
<section>${methodPart(briefing)}</section>
<section>${notesPart(briefing)}</section>
<section>${passagesPart(briefing)}</section>
<section>${manifestPart(briefing)}</section>`;
  return page(`${briefing.title}: briefing as of ${briefing.asOf}`, content);
}
