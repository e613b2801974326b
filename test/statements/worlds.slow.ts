/** Verdicts over many made-up worlds. */
import { test } from 'node:test';
import { laterIsNothing, verdictsAreTrue } from './verdicts-in-worlds.ts';

test('contradicted and consistent are never against what happened', () => verdictsAreTrue(150));
test('what happened on the day of a claim or after it never contradicts it', () => laterIsNothing(150));
