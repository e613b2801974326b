/** How the dates of a template are read. */
import type { Template } from '../../templates/template.ts';
import type { DateRules } from './date.ts';

/** As in the pattern %y of POSIX strptime: 69 to 99 are of the twentieth century. */
const PIVOT = 69;

/** Whether only the values can say whether the day or the month comes first. */
export function isOrderOpen(template: Template): boolean {
  const { dates } = template;
  return (dates.includes('D/M/Y') && dates.includes('M/D/Y')) || (dates.includes('D/M') && dates.includes('M/D'));
}

/** @param order that the values of a column show; without effect where the template says it */
export function datesOf(template: Template, order: DateRules['order']): DateRules {
  // An ISO 8601 date means one thing only, and spreadsheets hand over all their dates as such.
  const forms = template.dates.includes('Y-M-D') ? template.dates : (['Y-M-D', ...template.dates] as const);
  return { forms, order, pivot: template.pivot ?? PIVOT };
}
