/** The document with which a party is asked to answer, as HTML and as Markdown. */
import { lengthText, shownWhen } from '../../case/views/time.ts';
import type { CitedContact } from '../cited.ts';
import { page } from '../html/page.ts';
import { list, plain } from '../markdown/text.ts';
import { html } from '../markup.ts';
import type { Naming } from '../names.ts';
import type { ReplyRequest } from './reply.ts';

const INTRODUCTION =
  'These are the statements about you in a briefing that is being prepared. Each rests on records; a contact is not wrongdoing. Please correct what is wrong, and add what is missing. Your answer is printed beside the statement.';

function contactText({ time, channel, duration, from, to }: CitedContact, named: Naming): string {
  const length = duration === null ? '' : `, ${lengthText(duration)}`;
  const ends = [from.map(named).join(', '), to.map(named).join(', ')].filter((end) => end !== '').join(' → ');
  return `${shownWhen(time)}: ${channel}${length}, ${ends}`;
}

function heading({ title, asOf }: ReplyRequest): string {
  return `${title}, as of ${asOf}`;
}

/** The HTML form: prints with room to write. */
export function replyHtml(request: ReplyRequest, named: Naming): string {
  const { name, items } = request;
  const asked = items.map(({ to, text, contacts, answers }, i) => {
    const rows = contacts.map((contact) => html`<li>${contactText(contact, named)}</li>`);
    const given = answers.map((answer) => html`<p class="reply">Answered on ${answer.on}: ${answer.text}</p>`);
    return html`<li><p class="count">${i + 1}</p><div><p class="finding">${text}</p>${rows.length === 0 ? null : html`<ul class="fine">${rows}</ul>`}${given}<p class="meta">To be named in the answer: <code>${to}</code></p><div class="blank">Answer:</div></div></li>`;
  });
  const none = html`<p>Nothing in this briefing is about ${name}.</p>`;
  return page(
    `${request.title}: request for a reply`,
    html`<header><p class="kicker">Request for a reply</p><h1>To ${name}</h1><p class="question">${heading(request)}</p><p>${INTRODUCTION}</p></header><section>${asked.length === 0 ? none : html`<ol class="findings">${asked}</ol>`}</section>`,
  );
}

/** The Markdown form. */
export function replyMarkdown(request: ReplyRequest, named: Naming): string {
  const items = request.items.map(({ to, text, contacts, answers }, i) =>
    [
      `## ${i + 1}`,
      plain(text),
      ...(contacts.length === 0 ? [] : [list(contacts.map((contact) => plain(contactText(contact, named))))]),
      ...answers.map((answer) => plain(`Answered on ${answer.on}: ${answer.text}`)),
      `To be named in the answer: \`${to}\``,
      'Answer:',
      '&nbsp;',
    ].join('\n\n'),
  );
  const none = `Nothing in this briefing is about ${plain(request.name)}.`;
  const head = [`# Request for a reply: ${plain(request.name)}`, `*${plain(heading(request))}*`, INTRODUCTION];
  return `${[...head, ...(items.length === 0 ? [none] : items)].join('\n\n')}\n`;
}
