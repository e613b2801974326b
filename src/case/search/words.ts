/** The words of records, read again from their sources, with marks where a query met them. */
import { LARGEST_MESSAGE } from '../../formats/mail/message.ts';
import type { HitRow } from '../../ledger/queries/text/hits.ts';
import { TEXT_WAYS } from '../../ledger/queries/text/rows.ts';
import { RECORD_KINDS } from '../../model/record.ts';
import type { Highlighter, SnippetPiece } from '../../text/snippet/snippet.ts';
import { SourceFiles, type SourcePlace } from '../citations/source-files.ts';
import type { OpenCase } from '../open.ts';
import { eventRecord, messageRecord, type RecordText, rowRecord } from '../text/document.ts';
import { Extractor } from '../text/extract/extractor.ts';
import { passageTexts } from '../text/passages.ts';

/** What a hit shows of its words. */
export interface FoundWords {
  /** The subject with marks; empty where there is none. */
  readonly subject: readonly SnippetPiece[];
  /** A stretch of the text around the words that were found, or its beginning where they stand elsewhere. */
  readonly snippet: readonly SnippetPiece[];
  /** Names of attached files with marks, where the words stand in one of them. */
  readonly names: readonly (readonly SnippetPiece[])[];
  /** Where the stretch is from. */
  readonly place: 'text' | 'attachment' | 'none';
  /** The source is gone, or is not what was taken in: nothing of it can be shown. */
  readonly isGone: boolean;
}

/** Characters of a stretch, about. */
const WIDTH = 160;
const REPORT = RECORD_KINDS.indexOf('report');

/** Reads the words of records; files and threads stay open until it is closed. */
export class WordReader {
  readonly #open: Pick<OpenCase, 'folder' | 'files'>;
  readonly #files: SourceFiles;
  readonly #extractor = new Extractor();

  /** @param spoolDir where unpacked members of archives are kept while it is open; null: in memory, and not the largest */
  constructor(open: Pick<OpenCase, 'folder' | 'files'>, spoolDir: string | null) {
    this.#open = open;
    this.#files = new SourceFiles(open.folder, spoolDir);
  }

  /** The words of a record with the marks of a query. Attachments are read only where nothing before them was met. */
  async words(row: HitRow, highlighter: Highlighter): Promise<FoundWords> {
    const subject = highlighter.snippet(row.subject ?? '', 'subject', Number.POSITIVE_INFINITY);
    const own = await this.#text(row, false);
    const base = { subject: subject.pieces, names: [] };
    if (own === null) return { ...base, snippet: [], place: 'none', isGone: true };
    const names = own.names
      .map((name) => highlighter.snippet(name, 'names', WIDTH))
      .flatMap(({ pieces, found }) => (found ? [pieces] : []));
    const found = firstOf(own.body, highlighter);
    if (found !== null) return { ...base, names, snippet: found, place: 'text', isGone: false };
    const isElsewhere = subject.found || names.length > 0 || own.unread.length === 0;
    const whole = isElsewhere ? null : await this.#text(row, true);
    const attached = whole === null ? null : firstOf(whole.body.slice(own.body.length), highlighter);
    if (attached !== null) return { ...base, names, snippet: attached, place: 'attachment', isGone: false };
    const begin = highlighter.snippet(own.body.find((text) => text.trim() !== '') ?? '', 'body', WIDTH).pieces;
    return { ...base, names, snippet: begin, place: begin.length === 0 ? 'none' : 'text', isGone: false };
  }

  async close(): Promise<void> {
    await this.#files.close();
    await this.#extractor.close();
  }

  /** @param attached whether attachments are read; without it each of them counts as not read */
  async #text(row: HitRow, attached: boolean): Promise<RecordText | null> {
    if (row.kind === REPORT) return this.#passage(row);
    const way = TEXT_WAYS[row.way]!;
    if (way === 'row') return rowRecord(row.subject ?? '', row.extras);
    const bytes = await this.#files.read(placeOf(row), row.byte_offset, Math.min(row.byte_length, LARGEST_MESSAGE));
    if (bytes === null) return null;
    if (way === 'event') return eventRecord(bytes, row.subject ?? '', row.extras);
    return messageRecord(bytes, row.subject ?? '', (one) =>
      attached ? this.#extractor.read(one) : { fault: 'not looked at' },
    );
  }

  /** Passages stand where their entry says, not in the bytes of the entry. */
  async #passage(row: HitRow): Promise<RecordText> {
    const { reports } = this.#open.files.reports;
    const { entry } = JSON.parse(row.extras ?? '{}') as { readonly entry?: string };
    const own = reports.find(({ id }, i) => (id ?? `report ${i + 1}`) === entry);
    const [texts] = own === undefined ? [] : await passageTexts(this.#open, [own]);
    return { subject: row.subject ?? '', body: texts ?? [], names: [], read: 0, unread: [] };
  }
}

const placeOf = ({ path, member, sha256, size }: HitRow): SourcePlace => ({ path, member, sha256, size });

/** The stretch of the first text in which the query was met. */
function firstOf(texts: readonly string[], highlighter: Highlighter): readonly SnippetPiece[] | null {
  for (const text of texts) {
    const { pieces, found } = highlighter.snippet(text, 'body', WIDTH);
    if (found) return pieces;
  }
  return null;
}
