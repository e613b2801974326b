/** /records/:id/raw and /records/:id/html: the bytes of a record in windows, as a download, and as static markup. */
import type { Input } from '../../bytes/input.ts';
import { located } from '../asking/located.ts';
import { numberOf } from '../asking/paging.ts';
import type { Desk } from '../desk.ts';
import { STYLE_SOURCE, sanitizedDocument } from '../html/sanitized.ts';
import { dataRoute } from '../http/data.ts';
import { type Asked, Refused, type Reply, type Route } from '../http/exchange.ts';
import { headersFor } from '../http/headers.ts';
import type { Opened } from '../opened.ts';
import type { RawWindow } from '../shapes/record.ts';
import { messageOf } from '../shaping/decoded.ts';
import { noWindow, rawWindow } from '../shaping/raw.ts';
import { citedRow, hasBytes, openRecord } from './record.ts';

/** Bytes of a window when nobody says how many, and at most; bytes of a piece of a download. */
const [WINDOW, WIDEST, PIECE] = [64 * 1024, 256 * 1024, 1024 * 1024];

async function raw(opened: Opened, { parts, query }: Asked): Promise<RawWindow> {
  const row = await citedRow(opened, await located(opened, 'record', parts.id ?? ''));
  if (!hasBytes(row)) return noWindow('it stands in cells of a workbook, which have no bytes of their own');
  const source = await openRecord(opened, row);
  if ('fault' in source) return noWindow(source.fault);
  const offset = numberOf(query, 'offset', 0, 0, Number.MAX_SAFE_INTEGER);
  return rawWindow(row, source.input, offset, numberOf(query, 'length', WINDOW, 1, WIDEST));
}

function* piecesOf(input: Input, offset: number, length: number): Generator<Uint8Array> {
  for (let done = 0; done < length; ) {
    const piece = input.read(offset + done, Math.min(PIECE, length - done));
    if (piece.length === 0) return;
    done += piece.length;
    yield piece;
  }
}

/** The cited bytes as a file: never shown, whatever they are. */
function download(desk: Desk, { parts }: Asked): Promise<Reply> {
  return desk.use(async (opened) => {
    const row = await citedRow(opened, await located(opened, 'record', parts.id ?? ''));
    const source = await openRecord(opened, row);
    if ('fault' in source) throw new Refused(409, source.fault, 'id');
    if (!hasBytes(row))
      throw new Refused(404, 'it stands in cells of a workbook, which have no bytes of their own', 'id');
    const bytes = [...piecesOf(source.input, row.byte_offset, row.byte_length)];
    const name = `record-${row.id.toString(16).padStart(16, '0')}.bin`;
    return {
      status: 200,
      headers: {
        ...headersFor('data'),
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${name}"`,
      },
      body: new Uint8Array(Buffer.concat(bytes)),
    };
  });
}

/** The HTML of a message for a sandboxed frame. */
function html(desk: Desk, { parts }: Asked): Promise<Reply> {
  return desk.use(async (opened) => {
    const row = await citedRow(opened, await located(opened, 'record', parts.id ?? ''));
    const source = await openRecord(opened, row);
    if ('fault' in source) throw new Refused(409, source.fault, 'id');
    const text = messageOf(row, source.input)?.html ?? null;
    if (text === null) throw new Refused(404, 'this record has no HTML', 'id');
    return {
      status: 200,
      headers: { ...headersFor('frame', [STYLE_SOURCE]), 'content-type': 'text/html; charset=utf-8' },
      body: sanitizedDocument(text),
    };
  });
}

/** Addresses of the bytes of a record. */
export function recordBytesRoutes(desk: Desk): Route[] {
  return [
    dataRoute(desk, '/records/:id/raw', raw),
    { method: 'GET', path: '/records/:id/raw', isData: false, answer: (asked) => download(desk, asked) },
    { method: 'GET', path: '/records/:id/html', isData: false, answer: (asked) => html(desk, asked) },
  ];
}
