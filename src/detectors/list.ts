/** All detectors, in the order in which they are asked. */
import type { Detector } from './detector.ts';
import { undisclosedContact } from './undisclosed-contact.ts';
import { unrecordedDisclosure } from './unrecorded-disclosure.ts';

export const DETECTORS: readonly Detector[] = [undisclosedContact, unrecordedDisclosure];
