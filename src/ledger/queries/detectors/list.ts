/** The queries of the detectors, by the detector's name; the last one gives its rows, those before it prepare them. */
import type { Definition } from '../../../model/definition.ts';
import type { Query } from '../../ledger.ts';
import { contradictedStatement } from './contradicted-statement.ts';
import { lateDisclosure } from './late-disclosure.ts';
import { mayContinueAs } from './may-continue-as.ts';
import { missingMessage } from './missing-message.ts';
import { offChannel } from './off-channel.ts';
import { rateChange } from './rate-change.ts';
import { toldAgainstRecorded } from './told-against-recorded.ts';
import { undisclosedContact } from './undisclosed-contact.ts';
import { unrecordedDisclosure } from './unrecorded-disclosure.ts';

export const DETECTOR_QUERIES: ReadonlyMap<string, (definition: Definition) => readonly Query[]> = new Map([
  ['undisclosed-contact', undisclosedContact],
  ['unrecorded-disclosure', unrecordedDisclosure],
  ['contradicted-statement', contradictedStatement],
  ['told-against-recorded', toldAgainstRecorded],
  ['late-disclosure', lateDisclosure],
  ['off-channel', offChannel],
  ['missing-message', missingMessage],
  ['rate-change', rateChange],
  ['may-continue-as', mayContinueAs],
]);
