/** Every benchmark, in the order in which they run. */
import type { Suite } from './suite.ts';
import { callStages } from './suites/call-stages.ts';
import { calls } from './suites/calls.ts';
import { countBy } from './suites/count-by.ts';
import { identity } from './suites/identity.ts';
import { mail } from './suites/mail.ts';
import { reconcile } from './suites/reconcile.ts';
import { search } from './suites/search.ts';
import { switches } from './suites/switches.ts';
import { workbench } from './suites/workbench.ts';

export const SUITES: readonly Suite[] = [
  mail,
  search,
  calls,
  callStages,
  reconcile,
  countBy,
  identity,
  switches,
  workbench,
];
