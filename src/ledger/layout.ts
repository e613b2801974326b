/** Which tables and columns this version of the program keeps: a ledger of another layout cannot answer its questions. */
import { hash64 } from '../bytes/hash.ts';
import { TABLES } from './tables.ts';

/** A hash of the names and types of all columns, hex. */
export const LAYOUT: string = hash64(JSON.stringify(TABLES.map(({ name, columns }) => [name, columns]))).toString(16);
