/** /export: the contacts of a list as a file. */
import { type OpenCase, openCase } from '../../case/open.ts';
import { withList } from '../../case/views/count.ts';
import { aboutLines } from '../../interop/about.ts';
import { chronologyOf } from '../../interop/chronology.ts';
import { contactPages } from '../../interop/contact-pages.ts';
import type { ContactRow } from '../../interop/contact-row.ts';
import { csvOf } from '../../interop/csv.ts';
import { jsonlOf } from '../../interop/jsonl.ts';
import { type Filtered, filtersOf } from '../asking/filters.ts';
import type { Desk } from '../desk.ts';
import { begun } from '../http/begun.ts';
import type { Asked, Reply, Route } from '../http/exchange.ts';
import { Handover } from '../http/handover.ts';
import { headersFor } from '../http/headers.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type ExportFormat = keyof typeof TYPES;

/** What of a page the list shows: contacts that may count, in the states that are asked for. */
function seen(page: readonly ContactRow[], { wanted }: Filtered): readonly ContactRow[] {
  const { states } = wanted.filters;
  const everything = wanted.frame.definition === null;
  return page.filter(
    ({ counts, state }) => (everything || counts !== 'no') && (states === null || states.includes(state ?? 'none')),
  );
}

/** Pages of contacts; they are read while the sides of the question are groups of the ledger. */
function pagesOf(open: OpenCase, filtered: Filtered): AsyncGenerator<readonly ContactRow[]> {
  const { wanted, asked } = filtered;
  const question = { ...asked.question, from: wanted.filters.from, to: wanted.filters.to };
  const handover = new Handover<readonly ContactRow[]>();
  return handover.pieces(() =>
    withList(open, { ...asked, question }, async () => {
      for await (const page of contactPages(open, question)) {
        const rows = seen(page, filtered);
        if (rows.length > 0 && !(await handover.give(rows))) return;
      }
    }),
  );
}

/** The file in pieces. The case is opened for it alone: a long export must keep nobody waiting. */
async function* exported(
  folder: string,
  format: ExportFormat,
  query: URLSearchParams,
): AsyncGenerator<string | Uint8Array> {
  const open = await openCase(folder);
  try {
    const filtered = await filtersOf(open, query);
    const pages = pagesOf(open, filtered);
    if (format === 'csv') yield* csvOf(pages);
    else if (format === 'jsonl') yield* jsonlOf(pages);
    else
      yield await chronologyOf(pages, open.files.case.zone, (contacts) =>
        aboutLines(open, filtered.asked.question, contacts),
      );
  } finally {
    await open.close();
  }
}

async function file(desk: Desk, format: ExportFormat, { query }: Asked): Promise<Reply> {
  return {
    status: 200,
    headers: {
      ...headersFor('data'),
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="contacts.${format}"`,
    },
    body: await begun(exported(desk.folder, format, query)),
  };
}

/** Addresses of exports. */
export function exportRoutes(desk: Desk): Route[] {
  return (['csv', 'jsonl', 'xlsx'] as const).map(
    (format): Route => ({
      method: 'GET',
      path: `/export/contacts.${format}`,
      isData: false,
      answer: (asked) => file(desk, format, asked),
    }),
  );
}
