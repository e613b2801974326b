/** Registrations of foreign agents in the United States. */
import type { Template } from './template.ts';

export const registersFara: Template = {
  name: 'registers/fara-principals',
  title: 'foreign principals registered under the Foreign Agents Registration Act',
  doc: [
    'The bulk file of foreign principals of the US Department of Justice, or the historical list by country: each row says that an agent',
    'registered a relation with a foreign principal on one day and ended it on another. A row is a report of a relation, not of one',
    'meeting: its time reaches from the registration to the termination, or to the date of the case where there is none.',
    'The day of registration is kept as `given`. Days are those of Washington.',
  ].join('\n'),
  kind: 'report',
  confidence: 0.96,
  header: 'find',
  columns: [
    { to: ['date', 'given'], names: ['Foreign Principal Registration Date', 'Foreign PrincipalRegistration Date'] },
    { to: 'end', names: ['Foreign Principal Termination Date', 'Foreign PrincipalTermination Date'] },
    { to: 'principal.name', names: ['Foreign Principal'] },
    { to: 'agent.name', names: ['Registrant Name', 'Registrant'] },
    { to: 'extra.country', names: ['Country/Location Represented', 'Country/LocationRepresented'] },
    { to: 'extra.registration', names: ['Registration Number', 'Registration #'] },
    {
      to: [],
      names: [
        'Registrant Date',
        'Registration Date',
        'Termination Date',
        'Address',
        'Address 1',
        'Address 2',
        'City',
        'State',
        'Zip',
      ],
    },
  ],
  requires: [['date'], ['principal.name'], ['agent.name']],
  parties: {
    agent: { role: 'discloser', drop: ['&nbsp;'], organisations: true },
    principal: { role: 'attendee', drop: ['&nbsp;'], organisations: true },
  },
  dates: ['M/D/Y', 'Y-M-D'],
  zone: 'America/New_York',
  region: 'US',
  period: true,
};
