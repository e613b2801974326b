/** The workbench in a real browser, whole: every look of every page, every hostile record, a million contacts, a rebuild. */
import { after, test } from 'node:test';
import { Setting } from './harness/setting.ts';
import { accessJourney, LOOKS } from './journeys/access.ts';
import { dismissalJourney } from './journeys/dismissal.ts';
import { filteringJourney } from './journeys/filtering.ts';
import { hostilityJourney } from './journeys/hostility.ts';

const setting = new Setting(test);
after(() => setting.close());

accessJourney(setting, LOOKS);
dismissalJourney(setting);
hostilityJourney(setting, 'all');
filteringJourney(setting);
