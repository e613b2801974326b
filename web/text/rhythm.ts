/** A week by the hour: where most of it lies, in words. Pure. */

export const DAYS: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const WORKING = { from: 8, to: 18 };

/** Cells of a week: Monday 00:00–00:59 first, then by hour, then by day. */
function at(contacts: readonly number[], day: number, hour: number): number {
  return contacts[day * 24 + hour] ?? 0;
}

/** The same as seven rows of 24. */
export function byDay(contacts: readonly number[]): number[][] {
  return DAYS.map((_, day) => Array.from({ length: 24 }, (_, hour) => at(contacts, day, hour)));
}

/**
 * What a picture of the week shows, for those who do not see it.
 * @param contacts 168 numbers
 * @returns such as `42 contacts; most of them Tue 9:00–9:59 (7); 5 at weekends, 8 on other days before 8:00 or after 18:00`
 */
export function rhythmWords(contacts: readonly number[]): string {
  const rows = byDay(contacts);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const all = sum(contacts);
  if (all === 0) return 'no contact with a time of day';
  const most = Math.max(...contacts);
  const place = contacts.indexOf(most);
  const weekend = sum([...rows[5]!, ...rows[6]!]);
  const off = sum(
    rows.slice(0, 5).flatMap((row) => row.filter((_, hour) => hour < WORKING.from || hour >= WORKING.to)),
  );
  const hour = place % 24;
  return `${all} contacts; most of them ${DAYS[Math.floor(place / 24)]} ${hour}:00–${hour}:59 (${most}); ${weekend} at weekends, ${off} on other days before ${WORKING.from}:00 or after ${WORKING.to}:00`;
}
