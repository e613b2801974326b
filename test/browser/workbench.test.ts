/** The workbench in a real browser: the journeys that must never break, in one browser for all of them. */
import { after, test } from 'node:test';
import { Setting } from './harness/setting.ts';
import { accessJourney, LOOKS } from './journeys/access.ts';
import { answerJourney } from './journeys/answer.ts';
import { hostilityJourney } from './journeys/hostility.ts';
import { keysJourney } from './journeys/keys.ts';
import { movingJourney } from './journeys/moving.ts';
import { printingJourney } from './journeys/printing.ts';
import { reviewJourney } from './journeys/review.ts';
import { searchJourney } from './journeys/searching.ts';

const setting = new Setting(test);
after(() => setting.close());

answerJourney(setting);
movingJourney(setting);
keysJourney(setting);
searchJourney(setting);
printingJourney(setting);
reviewJourney(setting);
accessJourney(setting, LOOKS.slice(0, 1), ['overview', 'finding', 'contacts', 'review', 'record']);
hostilityJourney(setting, 'some');
