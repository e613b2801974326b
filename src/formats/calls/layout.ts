/** Which column of a plain table of calls holds what. */
import type { Layout, Use } from '../table/layout.ts';
import { unitOfHeader } from '../table/time/duration.ts';
import type { Target, Template } from '../templates/template.ts';

/** Indices from 0; −1 for a column that there is not. */
export interface CallLayout {
  readonly width: number;
  readonly date: number;
  readonly start: number;
  readonly end: number;
  readonly duration: number;
  /** Whether plain numbers of the duration are seconds. */
  readonly seconds: boolean;
  /** Lines of the caller and of the called, where the direction of a row does not turn them. */
  readonly caller: number;
  readonly callee: number;
  /** Whether rows have a direction. */
  readonly turned: boolean;
  readonly meanings: readonly Use[];
}

const FIELDS: readonly Target[] = ['date', 'start', 'end', 'duration', 'meaning'];

/** What a template may say of its parties: more is read row by row. */
function hasPlainParties({ parties }: Template): boolean {
  const rules = Object.values(parties);
  const roles = rules.map(({ role }) => role);
  const plain = rules.every((rule) => Object.keys(rule).length === 1);
  return plain && roles.length === 2 && roles.includes('caller') && roles.includes('callee');
}

function isPlain(template: Template): boolean {
  const { kind, header, file, heading, years, period } = template;
  const asks = file !== undefined || heading !== undefined || years !== undefined || period === true;
  return kind === 'call' && header !== 'none' && !asks && hasPlainParties(template);
}

/**
 * The columns of a table of calls.
 * @returns null where the table has columns that only the general reader reads
 */
export function callLayout(layout: Layout, template: Template): CallLayout | null {
  if (!isPlain(template)) return null;
  const keys = Object.entries(template.parties);
  const line = (role: string): Target => `${keys.find(([, rule]) => rule.role === role)![0]}.line`;
  const names = keys.map(([key]): Target => `${key}.name`);
  const known = [...FIELDS, ...names, line('caller'), line('callee')];
  if (layout.uses.some(({ target, column }) => !known.includes(target) || column.carry === true)) return null;
  const of = (target: Target): Use[] => layout.uses.filter((use) => use.target === target);
  const single = known.filter((target) => target !== 'meaning' && !names.includes(target));
  if (single.some((target) => of(target).length > 1)) return null;
  const at = (target: Target): number => of(target)[0]?.index ?? -1;
  const [duration] = of('duration');
  const unit = duration === undefined ? null : (duration.column.unit ?? unitOfHeader(duration.header));
  const found: CallLayout = {
    width: layout.width,
    date: at('date'),
    start: at('start'),
    end: at('end'),
    duration: at('duration'),
    seconds: unit === 'seconds',
    caller: at(line('caller')),
    callee: at(line('callee')),
    turned: template.turned !== undefined,
    meanings: of('meaning'),
  };
  return found.caller === -1 || found.callee === -1 || found.meanings.length > 3 ? null : found;
}
