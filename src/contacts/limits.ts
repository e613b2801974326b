/** The limits of the rules that group records into contacts. They are parameters: what uses them prints them. */

export interface GroupingLimits {
  /** Clocks of two carriers may differ by this much, seconds. */
  readonly callStartSeconds: number;
  /** The lengths that two carriers give may differ by this many seconds … */
  readonly callDurationSeconds: number;
  /** … or by this share of the longer one, per cent, whichever is more. */
  readonly callDurationPercent: number;
  /** Calls of one pair of lines and one time, on either side, that are assigned by least cost; more are paired in their order. */
  readonly largestAssignment: number;
  /** Share of the shorter text's shingles that the longer one must hold. */
  readonly bodyContainment: number;
  /** Texts of fewer words are the same only when they are equal. */
  readonly shortBodyWords: number;
  /** Different texts of one sender and second that are compared pair by pair; more are compared for equality alone. */
  readonly mostTexts: number;
  /** Mails without an id or zone may be one when their times come this near, seconds. */
  readonly mailNearSeconds: number;
  /** Calendar entries longer than this join nothing, seconds. */
  readonly longestMeetingSeconds: number;
  /** Visitors arrive up to this long before a meeting, seconds. */
  readonly arrivalSeconds: number;
  /** How long a meeting is taken to last that does not say, where its time is compared with another's, seconds. */
  readonly assumedMeetingSeconds: number;
  /** Versions of one calendar entry may start this far apart without sharing subject and organizer, seconds. */
  readonly entryMovedSeconds: number;
  /** Visits to one host on one day without a time of which each may be the same as each other. */
  readonly largestDay: number;
}

export const DEFAULT_LIMITS: GroupingLimits = {
  callStartSeconds: 120,
  callDurationSeconds: 5,
  callDurationPercent: 5,
  largestAssignment: 256,
  bodyContainment: 0.9,
  shortBodyWords: 20,
  mostTexts: 200,
  mailNearSeconds: 120,
  longestMeetingSeconds: 12 * 3600,
  arrivalSeconds: 1800,
  assumedMeetingSeconds: 3600,
  entryMovedSeconds: 12 * 3600,
  largestDay: 500,
};

/** The limits of what links say besides who and when. */
export interface LinkLimits {
  /** A mail without ids is answered by one of the same subject within this time, seconds. */
  readonly replySeconds: number;
  /** A text message is answered by one in the other direction within this time, seconds. */
  readonly textReplySeconds: number;
  /** In meetings of more participants only those who called or hosted them are linked with each of the others. */
  readonly largestMeeting: number;
}

export const DEFAULT_LINK_LIMITS: LinkLimits = {
  replySeconds: 30 * 86_400,
  textReplySeconds: 86_400,
  largestMeeting: 50,
};
