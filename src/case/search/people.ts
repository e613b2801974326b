/** Whom from:, to:, cc: and with: mean. */
import { normalizeAddress } from '../../identity/normalize.ts';
import {
  ADDRESSES_HOLDING,
  ADDRESSES_OF_NORM,
  type PersonField,
  recordsOfAddresses,
  recordsOfParties,
} from '../../ledger/queries/text/conditions.ts';
import type { FieldCondition } from '../../text/query/ast.ts';
import type { QueryMistake } from '../../text/query/mistake.ts';
import { kindOfAddress } from '../files/schema/people.ts';
import { nearest } from '../files/words/nearest.ts';
import type { OpenCase } from '../open.ts';
import { readList } from '../views/list.ts';

type Case = Pick<OpenCase, 'ledger' | 'files'>;
type Records = { readonly record_no: Int32Array; readonly [column: string]: unknown };

/**
 * Records in which somebody has a part. A group by its name; a party by key or name, through all addresses that were
 * theirs at the time; an address by itself; else everybody whose address or written name holds the text.
 * @returns record_no in any order, or that nobody is meant
 */
export async function recordsOfPerson(
  open: Case,
  field: PersonField,
  { value, place }: FieldCondition,
): Promise<Int32Array | QueryMistake> {
  const { ledger, files } = open;
  if (value.startsWith('@')) {
    const groups = files.case.groups.map(({ id }) => `@${id}`);
    if (!groups.includes(value)) return nobody(value, place, nearest(value, groups));
    return (await ledger.columns<Records>(recordsOfParties(field), { names: value })).record_no;
  }
  const kind = kindOfAddress(value);
  if (kind !== null && kind !== 'name') {
    const norm = normalizeAddress(kind, value, null);
    const exact = await ledger.rows<{ address_no: number }>(ADDRESSES_OF_NORM, { norm });
    if (exact.length > 0) return ofAddresses(open, field, exact);
  } else {
    const { keys } = await readList(open, `"${value.replaceAll('"', '""')}"`);
    if (keys.length > 0)
      return (await ledger.columns<Records>(recordsOfParties(field), { names: keys.join('\n') })).record_no;
  }
  const holding = await ledger.rows<{ address_no: number }>(ADDRESSES_HOLDING, { text: value });
  if (holding.length > 0) return ofAddresses(open, field, holding);
  return nobody(value, place, nearest(value, namesOf(open)));
}

async function ofAddresses(
  { ledger }: Case,
  field: PersonField,
  addresses: readonly { readonly address_no: number }[],
): Promise<Int32Array> {
  const numbers = addresses.map(({ address_no }) => address_no).join('\n');
  return (await ledger.columns<Records>(recordsOfAddresses(field), { numbers })).record_no;
}

function namesOf({ files }: Case): string[] {
  const { parties, organisations } = files.people;
  return [...parties, ...organisations].flatMap(({ id, name }) => [id, name]);
}

function nobody(value: string, place: FieldCondition['place'], near: string | null): QueryMistake {
  return {
    ...place,
    message: `nobody in this case is called ${JSON.stringify(value)}`,
    advice:
      near === null
        ? 'write a key, a name, an address, a part of one, or a group such as @name'
        : `did you mean ${near}?`,
  };
}
