/** Meetings that Members of the European Parliament publish. */
import type { Template } from './template.ts';

export const registersEuMeps: Template = {
  name: 'registers/eu-meps',
  title: 'meetings of Members of the European Parliament with interest representatives',
  doc: [
    'The layout in which Integrity Watch EU gives the meetings that Members publish: date, member (mep), political group, free text of',
    'those met (lobbyists), title, location, role. Those met are separated by commas, semicolons or slashes; numbers of the Transparency Register',
    'are no part of a name. Days are those of Brussels. When an entry was published the table does not say.',
  ].join('\n'),
  kind: 'meeting',
  confidence: 0.96,
  header: 'find',
  columns: [
    { to: 'date', names: ['date'] },
    { to: 'official.name', names: ['mep', 'member'] },
    { to: 'other.name', names: ['lobbyists'] },
    { to: 'subject', names: ['title'] },
    { to: 'extra.location', names: ['location', 'place'] },
    { to: 'extra.dossier', names: ['dossier'] },
    { to: 'extra.role', names: ['role'] },
    { to: 'extra.group', names: ['group'] },
    { to: 'extra.committees', names: ['committees'] },
    { to: [], names: ['epid', 'country', 'index'] },
  ],
  requires: [['date'], ['official.name'], ['other.name'], ['subject']],
  parties: {
    official: { role: 'discloser' },
    other: {
      role: 'attendee',
      split: { at: [';', ',', 'newline', '/', '|', 'and'] },
      drop: ['\\b\\d{9,13}-\\d{2}\\b', 'https?://\\S+'],
      organisations: true,
    },
  },
  flags: ['attended'],
  dates: ['D/M/Y', 'Y-M-D'],
  zone: 'Europe/Brussels',
};
