import { test } from 'node:test';
import { boundsHold, keysAgree, orderIsNothing } from './properties.ts';

test('the lower bound never exceeds and the upper bound never undercuts what happened', () => boundsHold(25));
test('rows by key agree with the counts of the same questions', () => keysAgree(6));
test('the order in which sources are added changes nothing', () => orderIsNothing(12));
