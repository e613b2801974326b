/** Every reader. Recognition asks them in this order and ends with the first that is sure; of equals the earlier one reads. */
import { csv } from './csv.ts';
import { eml } from './eml.ts';
import type { Format } from './format.ts';
import { ical } from './ical.ts';
import { maildir } from './maildir.ts';
import { mbox } from './mbox.ts';
import { xlsx } from './xlsx.ts';

export const FORMATS: readonly Format[] = [mbox, maildir, eml, ical, csv, xlsx];
