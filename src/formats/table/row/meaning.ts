/** What values mean for a row: flags, kind, direction. */
import { FLAG, RECORD_KINDS, type RecordKind } from '../../../model/record.ts';
import type { Column, Meaning, Template } from '../../templates/template.ts';
import { foldValue } from '../fold.ts';
import type { Access } from './access.ts';

export interface RowMeaning {
  readonly kind: RecordKind;
  /** Bits of FLAG. */
  readonly flags: number;
  readonly direction: 'incoming' | 'outgoing' | null;
  readonly declined: boolean;
  readonly nil: boolean;
  readonly skip: boolean;
  /** Values that no rule knows. */
  readonly unknown: readonly string[];
}

const FLAG_OF: Readonly<{ [meaning in Meaning]?: keyof typeof FLAG }> = {
  unanswered: 'unanswered',
  cancelled: 'cancelled',
  attended: 'attended',
  scheduled: 'scheduled',
  text: 'text',
  automatic: 'automatic',
  several: 'several',
};

/** Rules of a column with their patterns compiled. */
interface Compiled {
  readonly is: ReadonlySet<string>;
  readonly like: RegExp | null;
  readonly means: readonly Meaning[];
}

const compiled = new WeakMap<Column, readonly Compiled[]>();

function rulesOf(column: Column): readonly Compiled[] {
  let rules = compiled.get(column);
  if (rules === undefined) {
    rules = (column.values ?? []).map(({ is, like, means }) => ({
      is: new Set((is ?? []).map(foldValue)),
      like: like === undefined ? null : new RegExp(like, 'u'),
      means,
    }));
    compiled.set(column, rules);
  }
  return rules;
}

/** The meanings of all the row's values that have some. */
export function meaningOf(access: Access, template: Template): RowMeaning {
  const means = new Set<Meaning>();
  const unknown: string[] = [];
  for (const { text, use } of access.all('meaning')) {
    if (use === null) continue;
    const { column } = use;
    for (const meaning of column.filled ?? []) means.add(meaning);
    const folded = foldValue(text);
    const rule = rulesOf(column).find(({ is, like }) => is.has(folded) || (like?.test(folded) ?? false));
    if (rule === undefined && column.values !== undefined) unknown.push(text);
    for (const meaning of rule?.means ?? []) means.add(meaning);
  }
  const kind = RECORD_KINDS.find((known) => means.has(known)) ?? template.kind;
  const isGathering = kind === 'meeting' || kind === 'visit';
  return {
    kind,
    flags: flagsOf(means, template) & (isGathering ? -1 : ~(FLAG.attended | FLAG.scheduled)),
    direction: means.has('incoming') === means.has('outgoing') ? null : means.has('incoming') ? 'incoming' : 'outgoing',
    declined: means.has('declined'),
    nil: means.has('nil'),
    skip: means.has('skip'),
    unknown,
  };
}

/** What is said of a value that no rule knows. */
export function unknownText(value: string): string {
  return `the template does not say what ${JSON.stringify(value.slice(0, 40))} means`;
}

function flagsOf(means: ReadonlySet<Meaning>, template: Template): number {
  let flags = (template.flags ?? []).reduce((bits, name) => bits | FLAG[name], 0);
  if (means.has('scheduled')) flags &= ~FLAG.attended;
  for (const meaning of means) {
    const name = FLAG_OF[meaning];
    if (name !== undefined) flags |= FLAG[name];
  }
  // What the row itself says to have taken place is no mere plan any more; what was called off did not take place.
  if (means.has('attended')) flags &= ~FLAG.scheduled;
  if (means.has('cancelled') || means.has('no-show')) flags &= ~FLAG.attended;
  return flags;
}
