/** The options that ask about contacts. Apart, so that help loads nothing else. */
import { EVIDENCE_FLOORS } from '../../model/definition.ts';
import type { Options } from '../command.ts';

/** Between whom, when, by which channels, and what counts. */
export const QUESTION_OPTIONS: Options = {
  between: {
    type: 'string',
    value: 'NAME',
    help: 'A group such as @harbour-office, or a party by key, name or address: the side that is asked about.',
  },
  and: { type: 'string', value: 'NAME', help: 'The other side; everybody else without it.' },
  list: {
    type: 'string',
    value: 'FILE',
    help: 'In place of --and: a file of names, keys or addresses, one a line; of a CSV the first column.',
  },
  from: { type: 'string', value: 'DAY', help: 'First day, month or year, or an event of case.yaml.' },
  to: { type: 'string', value: 'DAY', help: 'Last day, month or year, inclusive, or an event of case.yaml.' },
  window: { type: 'string', value: 'NAME', help: 'A window of case.yaml, in place of --from and --to.' },
  channel: {
    type: 'string',
    value: 'CHANNELS',
    multiple: true,
    help: 'Only these: mail, call, text, meeting, visit, report; several with commas.',
  },
  floor: {
    type: 'string',
    value: 'FLOOR',
    choices: EVIDENCE_FLOORS,
    help: 'Least evidence that counts, in place of what case.yaml says.',
  },
  definition: {
    type: 'string',
    value: 'PART=VALUE',
    multiple: true,
    help: 'Changes what counts, such as unanswered=true or directness=direct,copied; `default` drops what case.yaml says.',
  },
};
