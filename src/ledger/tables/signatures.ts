/** What people tell of themselves in their mails. */
import type { Table } from './table.ts';

export const SIGNATURE_TABLES: readonly Table[] = [
  {
    name: 'signature',
    doc: 'What signatures tell of whoever wrote, from a sample of the mails of each address, never of what is quoted; and who answered what another address was sent.',
    columns: {
      record_no: 'INTEGER', // the mail
      address_no: 'INTEGER', // its author
      kind: 'VARCHAR', // name, title, organisation, phone, mail, answer
      label: 'VARCHAR', // what a number is for; '' of the others
      raw: 'VARCHAR', // as written
      norm: 'VARCHAR', // normalised address of a number, mail or answer; folded text of the others
    },
    key: ['record_no', 'kind', 'norm', 'label'],
  },
];
