/** The briefing as it would be handed over: a preview in a frame that can do nothing, and the files. */
import type { VNode } from 'preact';
import type { BriefingPage as Briefing, BriefingFile } from '../../../src/server/shapes/briefing.ts';
import { useData } from '../../data/use-data.ts';
import { Copy } from '../../parts/citation.tsx';
import { Empty, Loaded } from '../../parts/notice.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Written } from '../../parts/written.tsx';
import { setQuery } from '../../shell/place.ts';
import { dataAddress } from '../../shell/route.ts';
import { useTitle } from '../../shell/title.ts';
import { sizeText } from '../../text/number.ts';
import type { PageProps } from '../page.ts';
import './briefing.css';

const FILES: readonly Column<BriefingFile>[] = [
  {
    head: 'File',
    name: '',
    heads: true,
    cell: ({ name, address }) => (
      <a href={address} download={name}>
        {name}
      </a>
    ),
  },
  { head: 'What it is', name: '', cell: ({ what }) => what },
  { head: 'Size', name: 'size', number: true, cell: ({ size }) => sizeText(size) },
  {
    head: 'SHA-256',
    name: 'SHA-256',
    cell: ({ sha256 }) => (
      <>
        <code title={sha256}>{sha256.slice(0, 16)}…</code>
        <Copy text={sha256} what="SHA-256" />
      </>
    ),
  },
];

/** Preview and files. */
export function BriefingPage({ query }: PageProps): VNode {
  useTitle('Briefing');
  const asked = useData<Briefing>(dataAddress('/briefing', query));
  const redact = query.get('redact') === 'true';
  return (
    <>
      <h1>Briefing</h1>
      <p>
        What is handed over: every number with its list, every contact with its records, and a program that checks them
        without this one.
      </p>
      <label class="tick no-print">
        <input
          type="checkbox"
          checked={redact}
          onChange={(event) => setQuery({ redact: event.currentTarget.checked ? 'true' : null })}
        />
        <span>With private people’s names and addresses blacked out, so that they can be opened one by one</span>
      </label>
      <Loaded asked={asked} what="The briefing is being made: every passage that it cites is read again.">
        {(briefing) =>
          briefing.fault !== null ? (
            <Empty title="No briefing can be made now.">
              <p>
                <Written text={briefing.fault} limit={1000} />
              </p>
            </Empty>
          ) : (
            <>
              <Table caption="Files" columns={FILES} rows={briefing.files} keyOf={({ address }) => address} />
              <iframe
                class="preview"
                sandbox=""
                src={briefing.preview}
                title="Preview of the briefing"
                referrerpolicy="no-referrer"
                loading="lazy"
              />
              <p class="no-print">
                <a href={briefing.preview} target="_blank" rel="noreferrer">
                  The preview in a window of its own
                </a>
                , for printing.
              </p>
            </>
          )
        }
      </Loaded>
    </>
  );
}
