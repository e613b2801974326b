/** Registrants under the Foreign Agents Registration Act. */
import type { Template } from './template.ts';

export const registersFaraRegistrants: Template = {
  name: 'registers/fara-registrants',
  title: 'agents registered under the Foreign Agents Registration Act',
  doc: [
    'The bulk file of registrants of the US Department of Justice. Each row is a report that an agent was registered from one day to',
    'another, or to the date of the case where no termination is given; for whom says registers/fara-principals. The day of',
    'registration is kept as `given`. Days are those of Washington.',
  ].join('\n'),
  kind: 'report',
  confidence: 0.9,
  header: 'find',
  columns: [
    { to: ['date', 'given'], names: ['Registration Date'] },
    { to: 'end', names: ['Termination Date'] },
    { to: 'agent.name', names: ['Name'] },
    { to: 'extra.registration', names: ['Registration Number', 'Registration #'] },
    { to: 'extra.business', names: ['Business Name'] },
    { to: [], names: ['Address 1', 'Address 2', 'City', 'State', 'Zip'] },
  ],
  requires: [['date'], ['end'], ['agent.name'], ['extra.registration'], ['extra.business']],
  parties: { agent: { role: 'discloser', drop: ['&nbsp;'], organisations: true } },
  dates: ['M/D/Y', 'Y-M-D'],
  zone: 'America/New_York',
  region: 'US',
  period: true,
};
