/** The public lobby register: UTF-8 with a byte-order mark, commas, several people in one cell. */

import type { Entry } from '../cast/events.ts';
import { who } from '../cast/people.ts';
import { numbered } from '../story/register.ts';

export const REGISTER = 'sources/lobby-register.csv';

const KINDS = { meeting: 'Meeting', call: 'Phone call', mail: 'E-mail' } as const;

function cell(text: string): string {
  return /[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface RegisterFile {
  readonly bytes: Uint8Array;
  /** Number in the register by id. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Row in the file by id; the row of column names is row 1. */
  readonly rows: ReadonlyMap<string, number>;
}

/** The register as bytes, in the order of registration. */
export function lobbyRegister(entries: readonly Entry[]): RegisterFile {
  const numbers = numbered(entries);
  const order = [...entries].sort((a, b) => (numbers.get(a.id)! < numbers.get(b.id)! ? -1 : 1));
  const lines = order.map((e) =>
    [
      numbers.get(e.id)!,
      e.on,
      e.registered,
      KINDS[e.kind],
      e.officials.map((id) => who(id).name).join('; '),
      e.organisation,
      e.representatives.join('; '),
      e.subject,
    ]
      .map(cell)
      .join(','),
  );
  const text = [
    'Entry,Date of contact,Date registered,Kind,Official,Organisation,Represented by,Subject',
    ...lines,
  ].join('\r\n');
  return {
    bytes: new TextEncoder().encode(`\ufeff${text}\r\n`),
    numbers,
    rows: new Map(order.map((e, i) => [e.id, i + 2])),
  };
}
