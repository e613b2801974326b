/** All detectors, in the order in which they are asked. */
import { contradictedStatement } from './contradicted-statement.ts';
import type { Detector } from './detector.ts';
import { lateDisclosure } from './late-disclosure.ts';
import { mayContinueAs } from './may-continue-as.ts';
import { missingMessage } from './missing-message.ts';
import { offChannel } from './off-channel.ts';
import { rateChange } from './rate-change.ts';
import { toldAgainstRecorded } from './told-against-recorded.ts';
import { undisclosedContact } from './undisclosed-contact.ts';
import { unrecordedDisclosure } from './unrecorded-disclosure.ts';

export const DETECTORS: readonly Detector[] = [
  undisclosedContact,
  unrecordedDisclosure,
  contradictedStatement,
  toldAgainstRecorded,
  lateDisclosure,
  offChannel,
  missingMessage,
  rateChange,
  mayContinueAs,
];
