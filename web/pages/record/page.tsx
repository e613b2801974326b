/** One record as it stands in its source: read, and raw. */
import type { VNode } from 'preact';
import type { RecordPage as Data } from '../../../src/server/shapes/record.ts';
import { useData } from '../../data/use-data.ts';
import { Citation, Copy } from '../../parts/citation.tsx';
import { Loaded } from '../../parts/notice.tsx';
import { State } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { Written } from '../../parts/written.tsx';
import { useKeys } from '../../shell/keys.ts';
import { navigate } from '../../shell/place.ts';
import { dataAddress } from '../../shell/route.ts';
import { useTitle } from '../../shell/title.ts';
import { durationText } from '../../text/number.ts';
import type { PageProps } from '../page.ts';
import { Around } from './around.tsx';
import { DecodedRecord } from './decoded.tsx';
import { Participants } from './participants.tsx';
import { RawRecord } from './raw.tsx';
import './record.css';

/** The address of a record. */
export function recordAddress(id: string): string {
  return `/records/${encodeURIComponent(id)}`;
}

/** One record whole. */
export function RecordPage({ params }: PageProps): VNode {
  useTitle('Record');
  const asked = useData<Data>(dataAddress(recordAddress(params.id!)));
  const { data } = asked;
  const go = (id: string | null | undefined) => (): void => {
    if (id !== null && id !== undefined) navigate(recordAddress(id));
  };
  const contact = data?.contact?.id;
  useKeys('Record', [
    { keys: 'n', does: 'next record of the source', run: go(data?.next) },
    { keys: 'p', does: 'record before it in the source', run: go(data?.previous) },
    {
      keys: 'c',
      does: 'the contact that it witnesses',
      run: () => contact !== undefined && navigate(`/contacts/${encodeURIComponent(contact)}`),
    },
  ]);
  return (
    <Loaded asked={asked} lines={18}>
      {(record) => (
        <article class="record">
          <Head record={record} />
          <div class="record-body">
            <div class="record-main">
              <DecodedRecord id={record.citation.record} decoded={record.decoded} />
              <RawRecord id={record.citation.record} />
            </div>
            <aside class="record-side" aria-label="Around this record">
              <Participants record={record} />
              <Around record={record} />
            </aside>
          </div>
        </article>
      )}
    </Loaded>
  );
}

const KINDS: Readonly<Record<string, string>> = { mail: 'message', report: 'passage' };

/** Where the zone of a time comes from. */
const ZONES: Readonly<Record<string, string>> = {
  written: 'with the zone that is written in it',
  source: 'in the zone that is said of its source',
  unknown: 'in an unknown zone',
};

function Head({ record }: { readonly record: Data }): VNode {
  const { citation, contact } = record;
  return (
    <header>
      <p class="kicker record-places">
        {KINDS[record.kind] ?? record.kind} · <Citation cited={citation} />
        {record.bates !== null && (
          <>
            {' '}
            · <Written text={record.bates} limit={60} />
          </>
        )}
      </p>
      <h1>
        {record.subject === null ? (
          `A ${KINDS[record.kind] ?? record.kind}`
        ) : (
          <Written text={record.subject} limit={300} />
        )}
      </h1>
      <p class="lead">
        <Time time={record.time} exact />
        {record.duration !== null && <>, {durationText(record.duration)}</>}
        {record.plausibility !== 'plausible' && <span class="unsure"> ({record.plausibility})</span>}
      </p>
      <p class="fine">
        known to the {record.precision}, {ZONES[record.zone] ?? record.zone}
        {record.flags.length > 0 && <> · {record.flags.join(', ')}</>}
      </p>
      <p class="record-steps no-print">
        {record.previous === null ? (
          <span class="unsure">first of its source</span>
        ) : (
          <a class="button" href={recordAddress(record.previous)} rel="prev">
            ← before
          </a>
        )}{' '}
        {record.next === null ? (
          <span class="unsure">last of its source</span>
        ) : (
          <a class="button" href={recordAddress(record.next)} rel="next">
            next →
          </a>
        )}{' '}
        {contact !== null && (
          <>
            <a class="button" href={`/contacts/${encodeURIComponent(contact.id)}`}>
              its contact
            </a>{' '}
            <State state={contact.state} />
          </>
        )}
      </p>
      <details class="fine">
        <summary>Hashes, and the command that cites it</summary>
        <dl class="hashes">
          <dt>file, SHA-256</dt>
          <dd>
            <code>{record.file}</code> <Copy text={record.file} what="hash of the file" />
          </dd>
          {record.sha256 !== null && (
            <>
              <dt>cited {record.exactness}, SHA-256</dt>
              <dd>
                <code>{record.sha256}</code> <Copy text={record.sha256} what="hash of the cited bytes" />
              </dd>
            </>
          )}
          <dt>in a terminal</dt>
          <dd>
            <code>{record.command}</code> <Copy text={record.command} what="command" />
          </dd>
        </dl>
      </details>
    </header>
  );
}
