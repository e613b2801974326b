/** The queries of the detectors, by the detector's name; the last one gives its rows, those before it prepare them. */
import type { Definition } from '../../../model/definition.ts';
import type { Query } from '../../ledger.ts';
import { undisclosedContact } from './undisclosed-contact.ts';
import { unrecordedDisclosure } from './unrecorded-disclosure.ts';

export const DETECTOR_QUERIES: ReadonlyMap<string, (definition: Definition) => readonly Query[]> = new Map([
  ['undisclosed-contact', undisclosedContact],
  ['unrecorded-disclosure', unrecordedDisclosure],
]);
