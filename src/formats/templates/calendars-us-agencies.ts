/** Calendars and visitor logs of agencies in the White House complex. */
import type { Template } from './template.ts';

export const calendarsUsAgencies: Template = {
  name: 'calendars/us-agencies',
  title: 'calendars and visitor logs of White House agencies, without a header row',
  doc: [
    'The table in which ProPublica published the calendars and visitor logs of OMB, ONDCP, CEQ and OSTP: twelve columns without names.',
    'The first says Calendar or Logfile; then agency, date, host, attendees, their affiliation and the subject. Calendar rows are',
    'meetings that were planned, rows of a log are visits that took place. Neither has a time of day. Attendees are separated by commas;',
    '(b)(6) stands for somebody withheld. Days are those of Washington.',
  ].join('\n'),
  kind: 'meeting',
  confidence: 0.97,
  header: 'none',
  width: 12,
  columns: [
    {
      to: 'meaning',
      at: 1,
      looks: '^(calendar|logfile)$',
      values: [
        { is: ['Calendar'], means: ['meeting', 'scheduled'] },
        { is: ['Logfile'], means: ['visit', 'attended'] },
      ],
    },
    { to: 'extra.department', at: 2 },
    { to: 'date', at: 3, looks: '^\\d{1,2}/\\d{1,2}/\\d{2,4}$' },
    { to: 'host.name', at: 4 },
    { to: 'guest.name', at: 5 },
    { to: 'guest.organisation', at: 6 },
    { to: 'subject', at: 7 },
  ],
  requires: [],
  parties: {
    host: { role: { meeting: 'organizer', visit: 'host' }, split: { at: [';', 'newline', ','] } },
    guest: { role: { meeting: 'attendee', visit: 'visitor' }, split: { at: [';', ',', 'newline', 'and'] } },
  },
  dates: ['M/D/Y'],
  zone: 'America/New_York',
  region: 'US',
};
