/** What happened when, as case.yaml says. */
import type { Table } from './table.ts';

export const EVENTS_TABLES: readonly Table[] = [
  {
    name: 'event',
    doc: 'Events of case.yaml in their order. Days are days since 1 January 1970 in the zone of the case, both inclusive.',
    columns: { event_no: 'INTEGER', id: 'VARCHAR', what: 'VARCHAR', from_day: 'INTEGER', to_day: 'INTEGER' },
    key: ['event_no'],
  },
];
