/** A record as people read it. */
import type { Input } from '../../bytes/input.ts';
import { type NamedCell, type ShownRow, sheetRow, tableRow } from '../../case/citations/table-view.ts';
import { viewOf } from '../../case/citations/views.ts';
import { CELL_FORMATS } from '../../contacts/record-id.ts';
import { type ShownMessage, shownMessage } from '../../formats/mail/shown-message.ts';
import type { CitedRow } from '../../ledger/queries/citations/cited.ts';
import { RECORD_KINDS } from '../../model/record.ts';
import type { Decoded, Field } from '../shapes/record.ts';
import { cutText, LONG } from './texts.ts';

/** Bytes of a message that are taken apart, and characters of a text that are given. */
const [LARGEST, LONGEST] = [32 * 1024 * 1024, 256 * 1024];
/** Fields and attachments that are given. */
const MOST = 500;

const MESSAGE = RECORD_KINDS.indexOf('message');

const fieldsOf = (fields: readonly NamedCell[]): Field[] =>
  fields.slice(0, MOST).map(({ name, value }) => ({ name: cutText(name, 200).text, value: cutText(value, LONG) }));

/** Why there is nothing to read. */
export function undecoded(fault: string): Decoded {
  return { fields: [], body: { text: '', cutFrom: null }, attachments: [], html: false, fault };
}

/** A message of a record; null where the record is none. */
export function messageOf(row: CitedRow, input: Input): ShownMessage | null {
  if (row.kind !== MESSAGE || row.row_no > 0) return null;
  return shownMessage(input.read(row.byte_offset, Math.min(row.byte_length, LARGEST)), row.part);
}

function decodedMessage({ fields, text, html, attachments }: ShownMessage): Decoded {
  return {
    fields: fieldsOf(fields),
    body: cutText(text, LONGEST),
    attachments: attachments
      .slice(0, MOST)
      .map(({ name, type, size }) => ({ name: cutText(name, 300).text, type: cutText(type, 100).text, size })),
    html: html !== null,
    fault: null,
  };
}

function decodedRow({ sheet, cells, fault }: ShownRow): Decoded {
  const named = sheet === null ? cells : [{ name: 'sheet', value: sheet }, ...cells];
  return { ...undecoded(''), fields: fieldsOf(named), fault };
}

/** The readable form of a record. @param input the file or member that it stands in */
export async function decodedOf(row: CitedRow, input: Input): Promise<Decoded> {
  const message = messageOf(row, input);
  if (message !== null) return decodedMessage(message);
  if (CELL_FORMATS.includes(row.format)) return decodedRow(await sheetRow(input, row));
  if (row.row_no > 0 && row.byte_length > 0) return decodedRow(tableRow(input, row));
  return { ...undecoded(''), body: cutText(await viewOf(row, input), LONGEST), fault: null };
}
