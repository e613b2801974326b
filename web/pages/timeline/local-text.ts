/** Where a bin begins, in the case's zone and no finer than the bin. Pure. */
import type { BinUnit } from '../../../src/server/shapes/timeline.ts';
import type { OffsetAt } from '../../charts/calendar.ts';

/** Such as `2030-04-03 14:00`, `2030-04-03`, `2030-04`, `2030`. */
export function localText(epoch: number, offsetAt: OffsetAt, unit: BinUnit): string {
  const iso = new Date((epoch + offsetAt(epoch)) * 1000).toISOString();
  switch (unit) {
    case 'year':
      return iso.slice(0, 4);
    case 'quarter':
    case 'month':
      return iso.slice(0, 7);
    case 'week':
      return `week of ${iso.slice(0, 10)}`;
    case 'day':
      return iso.slice(0, 10);
    default:
      return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
  }
}
