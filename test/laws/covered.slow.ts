/** The first law, for many more damaged files than the quick test makes. */
import { test } from 'node:test';
import { damagedAnywhere } from './damaged-anywhere.ts';

test('files that are damaged anywhere, alone and in an archive', () => damagedAnywhere(15));
