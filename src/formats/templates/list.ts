/** Every template. Where two fit a table equally well, the earlier one reads it. */
import { calendarsGeneric } from './calendars-generic.ts';
import { calendarsOutlook } from './calendars-outlook.ts';
import { calendarsUsAgencies } from './calendars-us-agencies.ts';
import { callsGeneric } from './calls-generic.ts';
import { callsItemised } from './calls-itemised.ts';
import { callsMeasured } from './calls-measured.ts';
import { registersEuMeps } from './registers-eu-meps.ts';
import { registersFara } from './registers-fara.ts';
import { registersFaraRegistrants } from './registers-fara-registrants.ts';
import { registersMeetings } from './registers-meetings.ts';
import { registersUkMinisters } from './registers-uk-ministers.ts';
import type { Template } from './template.ts';
import { visitsGeneric } from './visits-generic.ts';
import { visitsWhiteHouse } from './visits-white-house.ts';

export const TEMPLATES: readonly Template[] = [
  callsMeasured,
  callsGeneric,
  callsItemised,
  visitsWhiteHouse,
  visitsGeneric,
  calendarsUsAgencies,
  calendarsOutlook,
  calendarsGeneric,
  registersUkMinisters,
  registersEuMeps,
  registersFara,
  registersFaraRegistrants,
  registersMeetings,
];
