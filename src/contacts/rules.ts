/** The grouping rules in words, with the limits that they were used with. */
import type { GroupingRule, OpenReason } from './grouping.ts';
import type { GroupingLimits } from './limits.ts';

type Words<K extends string> = { readonly [key in K]: (limits: GroupingLimits) => string };

const minutes = (seconds: number): string => `${seconds / 60} minutes`;
const hours = (seconds: number): string => `${seconds / 3600} hours`;
const text = (l: GroupingLimits): string =>
  `texts equal, or of ${l.shortBodyWords} words and more the shorter held by the longer to ${Math.round(100 * l.bodyContainment)} %`;

const RULES: Words<GroupingRule | 'single'> = {
  single: () => 'one record alone',
  'message-id': (l) => `same Message-ID, sender and date; ${text(l)}`,
  'sender-instant': (l) => `same sender, second and subject, a recipient in common; ${text(l)}`,
  quoted: () => 'quoted with the same sender, subject and time to the minute; recipients do not contradict',
  carriers: (l) =>
    `records of different sources of one ordered pair of lines, assigned one to one at least cost: start within ${l.callStartSeconds} s, length within ${l.callDurationSeconds} s or ${l.callDurationPercent} %`,
  uid: (l) => `same UID, starts within ${hours(l.entryMovedSeconds)} or same title and organizer`,
  slot: () => 'rows of one log with the same host and minute',
  'log-calendar': (l) =>
    `a log and the calendar entry that falls best together with it (arrival up to ${minutes(l.arrivalSeconds)} before, entry up to ${hours(l.longestMeetingSeconds)} long), a visitor or host and organisation in common; where the day alone is known two of these`,
};

const OPEN: Words<OpenReason | 'same-party-same-time' | 'call-or-meeting' | 'told'> = {
  'text-differs': () => 'same sender, time and subject, but another text',
  'text-missing': () => 'same sender, time and subject; a text is no longer there to compare',
  'near-time': (l) => `same sender and subject within ${l.mailNearSeconds} s, one without id or exact time`,
  quoted: () => 'a quoted message that fits more than one, or not in everything',
  'same-source-overlap': () => 'one file has both, and the second begins before the first ends',
  'third-carrier': () => 'within the limits for one call, but assigned to others',
  'coarse-time': () => 'of one only the day is known, or less',
  'entry-moved': () => 'same UID, but far apart and not the same title and organizer',
  'same-host-same-day': () => 'rows of one log with the same host and day, without a time',
  'log-calendar': () => 'a log and a calendar entry that fall together and have somebody in common',
  'same-party-same-time': () => 'one person in two meetings of different sources at one time',
  'call-or-meeting': () => 'a call of the same two at the time of a meeting',
  told: () => 'a report that fits',
};

/**
 * A contact's rule in words.
 * @param rule as it stands in contact.rule: rules joined by '+'
 * @returns one line a rule, each with its limits
 */
export function ruleText(rule: string, limits: GroupingLimits): string[] {
  return rule.split('+').map((word) => (word in RULES ? RULES[word as GroupingRule](limits) : word));
}

/** Why two contacts may be one, in words. @param why as it stands in may_be_same.why */
export function openText(why: string, limits: GroupingLimits): string {
  return why in OPEN ? OPEN[why as OpenReason](limits) : why;
}
