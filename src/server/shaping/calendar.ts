/** Coverage as a calendar. */
import { coverageCalendar } from '../../case/views/coverage-calendar.ts';
import { type Opened, once } from '../opened.ts';
import type { CoverageCalendar } from '../shapes/sources.ts';

/** What the sources and the disclosures of a case cover. */
export function calendarOf(opened: Opened): Promise<CoverageCalendar> {
  return once(opened, 'calendar', () => coverageCalendar(opened.open));
}
