/** What stands under a count: what was counted, how it moves, what separates its bounds, and how to open it. */

import type { QuestionCoverage } from '../../case/coverage.ts';
import type { OpenCase } from '../../case/open.ts';
import type { CountView } from '../../case/views/count.ts';
import { heldAgainst } from '../../case/views/coverage.ts';
import { definitionText, identityText, reasonText } from '../../case/views/definition.ts';
import { keepCount } from '../../case/views/kept-counts.ts';
import type { OneEnded } from '../../case/views/one-ended.ts';
import { type AskedCount, LIST } from '../../case/views/question.ts';
import { instantText } from '../../case/views/time.ts';
import { boundsText } from '../../model/bounds.ts';
import { counted, countText } from '../frame/cell.ts';
import { type Line, span } from '../frame/line.ts';
import { widthOf } from '../frame/width.ts';
import { coverageLines } from './coverage.ts';

/** Identities that are listed. */
const IDENTITIES = 10;

/** Between whom, when and by which channels a question asks. */
export function askedText({ files }: OpenCase, { question, list }: AskedCount): string {
  const { between, and, from, to, channels } = question;
  const { zone } = files.case;
  const day = (instant: number | null): string => (instant === null ? 'open' : instantText(instant, zone).slice(0, 10));
  const other = and === LIST ? `${counted(list?.length ?? 0, 'listed party', 'listed parties')}` : and;
  const who =
    between === null ? 'everybody' : other === null ? `${between} and everybody else` : `${between} and ${other}`;
  const when = from === null && to === null ? 'at any time' : `${day(from)} to ${day(to)}`;
  return `between ${who}, ${when}, ${channels === null ? 'by any channel' : channels.join(' and ')}`;
}

/** How the bounds move when one part of the definition changes; those that do not move are named together. */
export function movesLines({ contacts, moves }: CountView): Line[] {
  if (moves.length === 0) return [];
  const moved = moves.filter(({ bounds }) => boundsText(bounds) !== boundsText(contacts));
  const same = moves.filter((move) => !moved.includes(move)).map(({ text }) => text);
  const widest = Math.max(0, ...moved.map(({ text }) => widthOf(text)));
  return [
    span('heading', '  How it moves with what counts:').text,
    ...moved.map(({ text, bounds }) => `    ${text.padEnd(widest)}  ${boundsText(bounds)}`),
    ...(same.length === 0 ? [] : [`    the same with: ${same.join('; ')}`]),
  ];
}

/** What separates the lower bound from the upper. */
export function separationLines({ contacts, reasons, identities, several }: CountView): Line[] {
  if (contacts.min === contacts.max) return several === 0 ? [] : [severalLine(several)];
  const more = identities.length - IDENTITIES;
  return [
    `  Between ${contacts.min} and ${contacts.max}:  ${reasons.map(reasonText).join('; ')}.`,
    ...identities.slice(0, IDENTITIES).map((identity) => `    ${identityText(identity)}`),
    ...(more > 0 ? [`    and ${more} more such`] : []),
    ...(several === 0 ? [] : [severalLine(several)]),
  ];
}

function severalLine(several: number): string {
  return `  ${several} of them tell of several contacts without saying how many; each counts once.`;
}

/** Contests, and what the loaded disclosures do not reach. */
export function undisclosedLines(open: OpenCase, { undisclosed }: CountView): Line[] {
  if (undisclosed === null) return [`  ${heldAgainst(open)}`];
  const { contested, undetermined, unasked } = undisclosed;
  const size = contested.reduce((sum, { contacts }) => sum + contacts.length, 0);
  const open_ = contested.reduce((sum, { uncovered }) => sum + uncovered, 0);
  return [
    ...(size === 0
      ? []
      : [
          `  Contested: ${size} compete for fewer disclosures; ${open_} of them ${open_ === 1 ? 'is' : 'are'} not covered, which is not determined.`,
        ]),
    ...(undetermined.length === 0
      ? []
      : [`  Undetermined: ${counted(undetermined.length, 'contact')} outside of what the loaded disclosures reach.`]),
    ...(unasked.length === 0 ? [] : [`  No duty falls on ${counted(unasked.length, 'contact')} of these.`]),
    `  ${heldAgainst(open)}`,
  ];
}

/** What was counted, by which definition, and how to open it. */
function countedLine(open: OpenCase, asked: AskedCount, view: CountView): Line {
  const id = keepCount(open, asked);
  const { question } = asked;
  const opened = id === null ? '' : `  ${listedText(view)}: backchannel explain ${id}`;
  return `  Counted: ${definitionText(question.definition, question.between)}.${opened}`;
}

function listedText({ listed, undisclosed }: CountView): string {
  const shown = undisclosed === null ? listed.length : undisclosed.listed.length;
  return shown === 0 ? 'Opened' : `${shown} of them by name`;
}

/** What the count leaves out because nobody is known at one end. */
export function oneEndedLines(rows: readonly OneEnded[]): Line[] {
  const all = rows.reduce((sum, { contacts }) => sum + contacts, 0);
  if (all === 0) return [];
  const states = rows.flatMap(({ state, contacts }) => (state === null ? [] : [`${countText(contacts)} ${state}`]));
  const told = states.length === 0 ? '' : ` (${states.join(', ')})`;
  return [
    `  Besides: ${counted(all, 'contact')}${told} of which one end alone is known. No count has them; backchannel export has.`,
  ];
}

/** Everything under a count. */
export function countLines(open: OpenCase, asked: AskedCount, view: CountView, coverage: QuestionCoverage): Line[] {
  const { contacts, undisclosed } = view;
  const none = undisclosed === null ? '' : `, of which ${boundsText(undisclosed.bounds)} with no matching disclosure`;
  return [
    '',
    `  ${boundsText(contacts)} ${contacts.max === 1 ? 'contact' : 'contacts'}${none}, ${askedText(open, asked)}.`,
    countedLine(open, asked, view),
    ...movesLines(view),
    ...separationLines(view),
    ...coverageLines(coverage),
    ...undisclosedLines(open, view),
  ];
}
