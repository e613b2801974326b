import { test } from 'node:test';
import { boundsHold, keysAgree, orderIsNothing } from './properties.ts';

test('the lower bound never exceeds and the upper bound never undercuts what happened', () => boundsHold(400));
test('rows by key agree with the counts of the same questions', () => keysAgree(60));
test('the order in which sources are added changes nothing', () => orderIsNothing(150));
