/** Which public statements do the records contradict? */
import type { Finding } from '../model/finding.ts';
import { idText } from '../model/ids.ts';
import { dayOf } from '../reconcile/days.ts';
import { VERDICTS } from '../statements/verdict.ts';
import type { AsOf, Detector, DetectorRow } from './detector.ts';
import { plainName } from './wording.ts';

/** A contradiction in every reading weighs most, one by the case's definition next, one that is hedged least. */
const WEIGHTS = { every: 3_000_000, own: 2_000_000, hedged: 1_000_000 } as const;
const MOST = 999_999;

const number = (row: DetectorRow, column: string): number => Number(row[column] ?? 0);

/** How many of the contacts existed when it was said. */
function timingText(row: DetectorRow): string {
  if (row.before === null) return '';
  const [before, sameDay, after] = [number(row, 'before'), number(row, 'same_day'), number(row, 'after')];
  const all = before + sameDay + after;
  if (all === 0) return '';
  if (before === all) return all === 1 ? '; it was before it was said' : `; all ${all} were before it was said`;
  const day = sameDay === 0 ? '' : `, ${sameDay} on that day`;
  return `; of ${all}, ${before} ${before === 1 ? 'was' : 'were'} before it was said${day}`;
}

/** Characters of a speaker's words that a finding repeats. */
const LONGEST_QUOTE = 300;

/** A speaker's words on one line; long ones are cut, and say so. */
function spoken(quote: string): string {
  const line = quote.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= LONGEST_QUOTE ? line : `${characters.slice(0, LONGEST_QUOTE - 1).join('')}…`;
}

function textOf(row: DetectorRow, asOf: AsOf): string {
  const day = row.said_from === null ? '' : ` on ${dayOf(asOf.zone, number(row, 'said_from'))}`;
  const who = plainName(String(row.speaker ?? 'somebody'));
  const coded = String(row.text).replace(/, said .*$/, '');
  // The words are the speaker's; the claim is what somebody made of them, and is never put into the speaker's mouth.
  const words = row.quote === null ? ' (the words are not given)' : `: “${spoken(String(row.quote))}”`;
  // "Fewer than claimed" is an absence: it stands with what the records reach. When they were says nothing there.
  const rest = row.quantity === 'at-least' ? `. ${String(row.reach)}` : timingText(row);
  return `${who} said${day}${words}${/[.!?…]”$/.test(words) ? '' : '.'} Coded as: ${coded}. That is ${String(row.verdict_text)}: ${String(row.why)}${rest}`;
}

function weightOf(row: DetectorRow): number {
  const base =
    VERDICTS[number(row, 'verdict')] === 'at-odds' ? WEIGHTS.hedged : row.every ? WEIGHTS.every : WEIGHTS.own;
  return base + Math.min(number(row, 'min'), MOST);
}

function findingOf(row: DetectorRow, asOf: AsOf): Finding {
  const contacts = JSON.parse(String(row.contacts ?? '[]')) as readonly string[];
  return {
    detector: 'contradicted-statement',
    text: textOf(row, asOf),
    bounds: { min: number(row, 'min'), max: number(row, 'max') },
    grade: row.every ? 'certain' : 'probable',
    subject: `${String(row.statement)} | ${String(row.text)}`,
    contacts: contacts.map((id) => idText('contact', BigInt(id))),
    records: [],
    disclosures: [],
    statements: [String(row.statement)],
    weight: weightOf(row),
  };
}

export const contradictedStatement: Detector = {
  name: 'contradicted-statement',
  question: 'Which public statements do the records contradict?',
  doc: [
    'One finding for each claim of statements.yaml that the records contradict, or with which they are at odds because the',
    'speaker vouched for no more than what the speaker knew or recalled. Certain: it holds in every reading of what a contact',
    'is, the narrowest too (two others at most, direct or attended, answered or begun by the subject side, calls of a minute',
    'and more, records alone). Probable: it holds under the definition of the case alone, and the text says on what it hangs.',
    'There is no null model, for nothing is left to chance. It cannot see what a speaker knew, meant or was asked, and knows',
    'of no statement that the case does not name.',
  ].join(' '),
  parameters: {},
  findings: (rows: readonly DetectorRow[], _parameters, asOf: AsOf): Finding[] => {
    const seen = new Set<string>();
    // The same words twice in one statement are one claim.
    return rows.map((row) => findingOf(row, asOf)).filter(({ subject }) => !seen.has(subject) && seen.add(subject));
  },
};
