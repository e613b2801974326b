/** Contacts → links: ordered pairs of parties, how near they came, and whether the other side answered. */
import { DEFAULT_LIMITS, DEFAULT_LINK_LIMITS, type GroupingLimits, type LinkLimits } from '../../contacts/limits.ts';
import { MOST_FITS, MOST_MEMBER_PAIRS } from '../../contacts/reports.ts';
import type { Ledger, Query } from '../../ledger/ledger.ts';
import { ADDRESS_END, ALIAS_GAPS } from '../../ledger/queries/contacts/alias.ts';
import {
  CALL_OR_MEETING,
  GATHERING,
  GATHERING_SOURCE,
  SAME_GATHERING,
} from '../../ledger/queries/contacts/gatherings.ts';
import {
  CALL_LINKS,
  FORGET_LINKS,
  LINKS_MADE,
  MEETING_LINKS,
  MEETING_PAIR,
  PERSON,
  REPORT_LINKS,
  REPORT_PAIR,
  TEXT_LINKS,
} from '../../ledger/queries/contacts/links.ts';
import {
  MAIL_ANSWER,
  MAIL_LINK,
  MAIL_LINKS,
  MAIL_PAIR,
  SUBJECT_TALK,
} from '../../ledger/queries/contacts/mail-links.ts';
import { KNOWN_NAME, NAMED, PART } from '../../ledger/queries/contacts/part.ts';
import { CHANNELS_HELD, RECORD_SOURCE, TOLD_HELD, WITNESS } from '../../ledger/queries/contacts/witness.ts';
import { STANDS_FOR, TOLD, TOLD_CONTACT, TOLD_FIT, TOLD_PAIR, TOLD_SAME } from '../../ledger/queries/reports/told.ts';
import { CHANNELS, type Channel, EVIDENCE_FLOORS, type EvidenceFloor } from '../../model/definition.ts';
import { makeTextFold } from './contacts/names.ts';

export interface LinksMade {
  readonly links: number;
  /** Addresses that no alias gives to anybody for some of the time; contacts of that time have no link. */
  readonly gaps: number;
}

/**
 * Fills the table link from contact, participant, reference and alias, and adds to may_be_same what only the parties show:
 * meetings of one person at one time, calls at the time of a meeting, and what prose tells of. Fills told_contact.
 * @param floor evidence floor of the case's definition
 */
export async function linksStage(
  ledger: Ledger,
  floor: EvidenceFloor = 'record',
  limits: GroupingLimits & LinkLimits = { ...DEFAULT_LIMITS, ...DEFAULT_LINK_LIMITS },
): Promise<LinksMade> {
  const run = async (...queries: Query[]): Promise<void> => {
    for (const query of queries) await ledger.run(query);
  };
  await run(RECORD_SOURCE, WITNESS, ADDRESS_END);
  const held = new Set((await ledger.rows<{ channel: number }>(CHANNELS_HELD)).map((row) => CHANNELS[row.channel]!));
  const has = (...channels: Channel[]): boolean => channels.some((channel) => held.has(channel));
  await makeTextFold(ledger);
  await run(NAMED, KNOWN_NAME, PART);
  if (has('call')) await run(CALL_LINKS);
  if (has('text')) await ledger.run(TEXT_LINKS, { reply: limits.textReplySeconds });
  if (has('mail')) {
    await run(MAIL_PAIR, MAIL_LINK, SUBJECT_TALK);
    await ledger.run(MAIL_ANSWER, { reply: limits.replySeconds });
    await run(MAIL_LINKS);
  }
  const reach = { arrival: limits.arrivalSeconds, assumed: limits.assumedMeetingSeconds };
  if (has('meeting', 'visit')) {
    await run(PERSON);
    await ledger.run(MEETING_PAIR, { largest: limits.largestMeeting });
    await run(MEETING_LINKS);
    await ledger.run(GATHERING, { assumed: limits.assumedMeetingSeconds });
    await run(GATHERING_SOURCE);
    await ledger.run(SAME_GATHERING, { arrival: limits.arrivalSeconds });
    await ledger.run(CALL_OR_MEETING, reach);
  }
  const [prose] = await ledger.rows<{ told: number }>(TOLD_HELD);
  if (prose!.told > 0 || has('report')) {
    await run(REPORT_PAIR, REPORT_LINKS, TOLD, STANDS_FOR);
    await ledger.run(TOLD_PAIR, { most_pairs: MOST_MEMBER_PAIRS });
    await ledger.run(TOLD_FIT, { most_fits: MOST_FITS });
    await ledger.run(TOLD_SAME, { most_fits: MOST_FITS });
    await ledger.run(TOLD_CONTACT, { floor: EVIDENCE_FLOORS.indexOf(floor), most_fits: MOST_FITS });
  }
  const [made] = await ledger.rows<{ links: number }>(LINKS_MADE);
  const [open] = await ledger.rows<{ gaps: number }>(ALIAS_GAPS);
  await run(FORGET_LINKS);
  return { links: made!.links, gaps: open!.gaps };
}
