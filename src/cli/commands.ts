/** Every command, in the order in which help shows them. Listing one loads nothing of it. */
import type { ListedCommand } from './command.ts';

export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'init',
    summary: 'Makes a new case: a folder with the files that you fill in',
    load: () => import('./init.ts'),
  },
  {
    name: 'add',
    summary: 'Adds files, folders or archives to the sources of a case, and says what they are',
    load: () => import('./add.ts'),
  },
  {
    name: 'build',
    summary: 'Reads the sources and makes the ledger: records, contacts, disclosures, findings',
    load: () => import('./build.ts'),
  },
  {
    name: 'people',
    summary: 'Shows who has which addresses, and takes decisions about it: assign, merge, split, history',
    load: () => import('./people.ts'),
  },
];
