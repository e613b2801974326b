/** How a definition can be changed, one part at a time. */
import type { Definition } from '../model/definition.ts';

export interface Change {
  /** The part of the definition that changes. */
  readonly part: keyof Definition;
  /** What it becomes, in a few words. */
  readonly text: string;
  readonly definition: Definition;
}

/** A limit that no contact reaches. */
const ANY_AUDIENCE = 2_147_483_647;

function change<K extends keyof Definition>(d: Definition, part: K, value: Definition[K], text: string): Change {
  return { part, text, definition: { ...d, [part]: value } };
}

/**
 * Every single change of a definition worth showing beside a count: which choice moves the number, and how far.
 * @returns in a fixed order
 */
export function changesOf(d: Definition): Change[] {
  const out: Change[] = [];
  for (const [word, text] of [
    ['copied', 'copies'],
    ['blind', 'blind copies'],
  ] as const) {
    const held = d.directness.includes(word);
    const directness = held ? d.directness.filter((w) => w !== word) : [...d.directness, word];
    out.push(change(d, 'directness', directness, held ? `without ${text}` : `${text} too`));
  }
  out.push(
    change(
      d,
      'reciprocated',
      !d.reciprocated,
      d.reciprocated ? 'one-sided too' : 'only answered, or begun by the subject side',
    ),
    d.minCallSeconds === 60
      ? change(d, 'minCallSeconds', 1, 'calls of any length')
      : change(d, 'minCallSeconds', 60, 'calls of a minute and more'),
    change(d, 'largestAudience', 1, 'to one person alone'),
  );
  if (d.largestAudience < ANY_AUDIENCE) out.push(change(d, 'largestAudience', ANY_AUDIENCE, 'to any number of people'));
  for (const [part, text] of [
    ['lists', 'mailing lists'],
    ['automatic', 'automatic mail'],
    ['declined', 'declined and cancelled meetings'],
    ['scheduled', 'meetings that were only planned'],
    ['unanswered', 'unanswered calls'],
  ] as const) {
    out.push(change(d, part, !d[part], d[part] ? `without ${text}` : `${text} too`));
  }
  if (d.floor !== 'record') out.push(change(d, 'floor', 'record', 'records alone'));
  if (d.floor !== 'official-report') out.push(change(d, 'floor', 'official-report', 'official reports too'));
  if (d.floor !== 'any-report') out.push(change(d, 'floor', 'any-report', 'any report too'));
  return out;
}
