/** The quarterly lists of British ministers' meetings and hospitality. */
import type { Template } from './template.ts';

export const registersUkMinisters: Template = {
  name: 'registers/uk-ministers',
  title: "quarterly lists of UK ministers' meetings with external organisations, and of hospitality received",
  doc: [
    'The lists that British departments publish each quarter: minister, date, name of (external) organisation, purpose of the',
    'meeting or type of hospitality. The minister stands in the first row of a block only, or in each. Most dates are months; one without a year',
    'takes it from the name of the file (oct-dec-2010), or else from the other rows where these agree on one year; one that nothing dates',
    'is a doubt. Jan-12 is January 2012, as spreadsheets show it. Several organisations stand in one cell, separated by commas,',
    'semicolons or slashes. The post in front of a name is kept as `post`, titles and MP are no part of the name. Times are days in London.',
  ].join('\n'),
  kind: 'meeting',
  confidence: 0.95,
  header: 'find',
  columns: [
    {
      to: 'official.name',
      names: ['Minister', 'Name of Minister', 'Ministers', 'Permanent Secretary', 'Special Adviser'],
      carry: true,
    },
    {
      to: 'date',
      names: ['Date', 'Date of Meeting', 'Date of hospitality', 'Date received', 'Date of hospitality received'],
    },
    {
      to: 'other.name',
      names: [
        'Name of External Organisation',
        'Name of Organisation',
        'Name of organisation or individual',
        'External Organisation',
        'Organisation',
        'Name of external organisation*',
        'Person or organisation that offered hospitality',
        'Name of media organisation*',
      ],
    },
    {
      to: 'subject',
      names: [
        'Purpose of meeting',
        'Purpose',
        'Type of hospitality received',
        'Type of hospitality',
        'Hospitality received',
      ],
    },
    { to: 'extra.accompanied', names: ['Accompanied by guest*'] },
    { to: 'extra.value', names: ['Value of hospitality*'] },
  ],
  requires: [['official.name'], ['date'], ['other.name'], ['subject']],
  parties: {
    official: {
      role: 'discloser',
      drop: [
        '\\b(?:the\\s+)?(?:rt\\.?\\s+hon\\.?|right\\s+honourable)\\b\\.?(?:\\s+the\\b(?=\\s+(?:lord|lady|baroness|viscount|earl)))?',
        '\\bMP\\b',
      ],
      pick: [
        '^(?<name>(?:Lord|Lady|Baroness|Viscount|Earl)\\s+(?!Privy|President|Chancellor)\\S+(?:\\s+of\\s+\\S+)?),\\s+(?<post>.+)$',
        '^(?<post>[^,]*Whip[^,]*),\\s+(?<name>[^,]+),\\s+(?:Vice-Chamberlain|Treasurer|Comptroller).*$',
        '^(?<post>.+),\\s+(?<name>[^,]+)$',
      ],
    },
    other: { role: 'attendee', split: { at: [';', ',', 'newline', '/', 'and'] }, organisations: true },
  },
  flags: ['attended'],
  dates: ['Y-M-D', 'D/M/Y', 'D/M', 'D MMM Y', 'MMM Y', 'MMM-YY', 'D MMM', 'MMM', 'Q Y', 'Y'],
  zone: 'Europe/London',
  region: 'GB',
  file: [
    {
      pattern:
        '(?<month>jan|apr|jul|oct|aug|may)[a-z]*?[-_ ]?(?<until>mar|jun|jul|sep|dec)[a-z]*[-_ ]?(?<year>20\\d\\d)(?!\\d)',
    },
    { pattern: 'meetings[-_ ]?(?<month>jan|apr|jul|oct|aug)[a-z]*?[-_ ]?(?<until>mar|jun|sep|dec)' },
  ],
  years: ['name', 'heading', 'other rows'],
};
