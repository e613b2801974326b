/** What is said of a whole table outside of its rows: by the name of its file and by the lines above its header. */

import type { Target, Template, TextRule } from '../templates/template.ts';
import { foldText } from './fold.ts';
import { monthNamed } from './time/months.ts';

/** A period of a table, in months. */
export interface Facts {
  readonly year: number | null;
  /** First and last month, 1 to 12; null where none is named. */
  readonly months: { readonly from: number; readonly until: number } | null;
  /** Values for all rows. */
  readonly values: ReadonlyMap<Target, string>;
}

const NONE: Facts = { year: null, months: null, values: new Map() };
const RESERVED = ['year', 'month', 'until', 'quarter'];

/** What the name of a file says. @param name with or without folders */
export function factsOfName(name: string, template: Template): Facts {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return factsOf([base], template.file ?? []);
}

/** What the lines above a header say. */
export function factsOfHeading(lines: readonly string[], template: Template): Facts {
  return factsOf(lines, template.heading ?? []);
}

function factsOf(texts: readonly string[], rules: readonly TextRule[]): Facts {
  return rules.reduce((facts, rule) => {
    const pattern = new RegExp(rule.pattern, 'u');
    for (const text of texts) {
      const groups = pattern.exec(foldText(text))?.groups;
      if (groups !== undefined) return joined(facts, groups, rule);
    }
    return facts;
  }, NONE);
}

function joined(facts: Facts, groups: { readonly [group: string]: string | undefined }, rule: TextRule): Facts {
  const year = groups.year === undefined ? null : Number(groups.year);
  const values = new Map(facts.values);
  for (const [group, target] of Object.entries(rule.groups ?? {})) {
    const value = groups[group]?.trim();
    if (!RESERVED.includes(group) && value !== undefined && value !== '' && !values.has(target))
      values.set(target, value);
  }
  return {
    year: facts.year ?? (year !== null && year > 1800 ? year : null),
    months: facts.months ?? monthsOf(groups),
    values,
  };
}

function monthsOf(groups: { readonly [group: string]: string | undefined }): Facts['months'] {
  const quarter = Number(groups.quarter ?? Number.NaN);
  if (quarter >= 1 && quarter <= 4) return { from: quarter * 3 - 2, until: quarter * 3 };
  const month = (text: string | undefined): number | undefined => {
    if (text === undefined) return undefined;
    const number = /^\d{1,2}$/.test(text) ? Number(text) : monthNamed(text);
    return number !== undefined && number >= 1 && number <= 12 ? number : undefined;
  };
  const from = month(groups.month);
  return from === undefined ? null : { from, until: month(groups.until) ?? from };
}
