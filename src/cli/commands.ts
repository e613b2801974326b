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
    name: 'status',
    summary: 'Shows the sources, the problems in them, what they reach, and what changed since the build',
    load: () => import('./status.ts'),
  },
  {
    name: 'contacts',
    summary: 'Lists contacts with their witnesses, or counts them by party, pair, month or channel',
    load: () => import('./contacts.ts'),
  },
  {
    name: 'disclosures',
    summary: 'Lists what was disclosed, by whom and when, and whether the records show it',
    load: () => import('./disclosures.ts'),
  },
  {
    name: 'findings',
    summary: 'Lists what the detectors found, shows one finding whole, and takes decisions about them',
    load: () => import('./findings.ts'),
  },
  {
    name: 'explain',
    summary: 'Shows what stands behind an id: the evidence, the rule that was used, and the SQL',
    load: () => import('./explain.ts'),
  },
  {
    name: 'cite',
    summary: 'Shows exactly what an id points at: the bytes in the source, or their readable form',
    load: () => import('./cite.ts'),
  },
  {
    name: 'search',
    summary: 'Finds words in messages, attachments, calendars and logs, newest first, with fields',
    load: () => import('./search.ts'),
  },
  {
    name: 'story',
    summary: 'Holds a published story against the records, sentence by sentence',
    load: () => import('./story.ts'),
  },
  {
    name: 'verify',
    summary: 'Checks sources and citations, builds again apart from the case, and compares',
    load: () => import('./verify.ts'),
  },
  {
    name: 'check',
    summary: 'Holds a claim against the records: contradicted, consistent or untested, and why',
    load: () => import('./check.ts'),
  },
  {
    name: 'people',
    summary: 'Shows who has which addresses, and takes decisions about it: review, merge, split, undo',
    load: () => import('./people.ts'),
  },
  {
    name: 'serve',
    summary: 'Opens the case in a browser on this machine: see it, follow it, settle it',
    load: () => import('./serve.ts'),
  },
  {
    name: 'brief',
    summary: 'Writes the briefing: answer, findings, pictures, sources, and what lets others check it',
    load: () => import('./brief.ts'),
  },
  {
    name: 'export',
    summary: 'Writes the contacts with citations and states: csv, jsonl, parquet, chronology',
    load: () => import('./export.ts'),
  },
  {
    name: 'demo',
    summary: 'Builds a case that ships with the program, and shows its result and what to try next',
    load: () => import('./demo.ts'),
  },
];
