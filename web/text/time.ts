/** Times for people: from the ISO text that the server gives in the case's zone, never moved by the browser's own zone. Pure. */

export interface TimeParts {
  /** Such as `2030-04-03`, `2030-04` or `2030`. */
  readonly day: string;
  /** Such as `16:12`, with seconds only where they are asked for; '' where none are known. */
  readonly clock: string;
  /** Such as `+02:00`; '' where there is none. */
  readonly offset: string;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** An ISO 8601 text in its parts; a text of another form stands in `day` whole. */
export function timeParts(text: string, seconds = false): TimeParts {
  const match = INSTANT.exec(text);
  if (match === null) return { day: text, clock: '', offset: '' };
  const [, day = '', minutes = '', second = '', offset = ''] = match;
  return { day, clock: minutes + (seconds ? second : ''), offset: offset === 'Z' ? '+00:00' : offset };
}

/** The two ends of a time, which are one and the same for all but intervals. */
export function timeEnds(text: string): readonly [from: string, to: string] {
  const cut = text.indexOf('/');
  return cut === -1 ? [text, text] : [text.slice(0, cut), text.slice(cut + 1)];
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The weekday of a calendar day, such as `Wed`; '' for a text that does not begin with one. */
export function weekday(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (match === null) return '';
  return WEEKDAYS[new Date(`${match[0]}T00:00:00Z`).getUTCDay()] ?? '';
}
