/** The generated ledger of contacts that several benchmarks ask. */
import { availableParallelism } from 'node:os';
import { DATA, dataFile } from '../data.ts';
import { contactsLedger } from '../generate/ledgers.ts';

export const DISCLOSURES = 2000;
/** More than a contact takes in the ledger, bytes, with what making it takes. */
const ROOM = 300;

/** A ledger as the stages before reconciliation leave it; made when it is not there. */
export function ledgerOfContacts(contacts: number): Promise<string> {
  const settings = { threads: availableParallelism(), memory: 4096, spill: DATA };
  return dataFile(`contacts-${contacts}.duckdb`, contacts * ROOM, (path) =>
    contactsLedger(path, contacts, DISCLOSURES, settings),
  );
}
