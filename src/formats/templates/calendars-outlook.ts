/** A calendar exported from Outlook as a table. */
import type { Template } from './template.ts';

export const calendarsOutlook: Template = {
  name: 'calendars/outlook',
  title: 'calendar exported from Outlook as CSV',
  doc: [
    'The export of a calendar by Outlook (File, Export, Comma Separated Values), English column names: Subject, Start Date, Start Time, End Time,',
    'Meeting Organizer, Required Attendees, Optional Attendees, Show time as. Rooms are resources, not people. Rows show that a meeting was',
    'planned. The order of day and month is that of the exporting machine and shows only in the values.',
  ].join('\n'),
  kind: 'meeting',
  confidence: 0.95,
  header: 'find',
  columns: [
    { to: 'subject', names: ['Subject'] },
    { to: 'date', names: ['Start Date'] },
    { to: 'start', names: ['Start Time'] },
    { to: 'end', names: ['End Time'] },
    { to: 'owner.name', names: ['Meeting Organizer'] },
    { to: 'guest.name', names: ['Required Attendees'] },
    { to: 'optional.name', names: ['Optional Attendees'] },
    { to: 'room.name', names: ['Meeting Resources'] },
    { to: 'extra.location', names: ['Location'] },
    { to: 'extra.categories', names: ['Categories'] },
    {
      to: [],
      names: [
        'End Date',
        'All day event',
        'Reminder on/off',
        'Reminder Date',
        'Reminder Time',
        'Billing Information',
        'Description',
        'Mileage',
        'Priority',
        'Private',
        'Sensitivity',
        'Show time as',
      ],
    },
  ],
  requires: [['subject'], ['date'], ['start'], ['owner.name', 'guest.name']],
  parties: {
    owner: { role: 'organizer' },
    guest: { role: 'attendee', split: { at: [';', 'newline'], lastFirst: true } },
    optional: { role: 'attendee', split: { at: [';', 'newline'], lastFirst: true } },
    room: { role: 'resource', split: { at: [';', 'newline'] } },
  },
  flags: ['scheduled'],
  dates: ['Y-M-D', 'D/M/Y', 'M/D/Y'],
};
