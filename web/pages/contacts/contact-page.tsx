/** One contact: who, when, how it is known, what every duty says of it, and what it may be mixed up with. */
import type { VNode } from 'preact';
import type { ContactPage as Data } from '../../../src/server/shapes/contact.ts';
import { useData } from '../../data/use-data.ts';
import { Copy } from '../../parts/citation.tsx';
import { Loaded } from '../../parts/notice.tsx';
import { State } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { Written } from '../../parts/written.tsx';
import { useKeys } from '../../shell/keys.ts';
import { navigate } from '../../shell/place.ts';
import { dataAddress } from '../../shell/route.ts';
import { useTitle } from '../../shell/title.ts';
import { counted, durationText } from '../../text/number.ts';
import type { PageProps } from '../page.ts';
import { Duties } from './duties.tsx';
import { Known } from './known.tsx';
import { ContactLines } from './lines.tsx';
import { Who } from './row.tsx';
import './contacts.css';

/** One contact whole. */
export function ContactPage({ params }: PageProps): VNode {
  useTitle('Contact');
  const asked = useData<Data>(dataAddress(`/contacts/${encodeURIComponent(params.id!)}`));
  const record = asked.data?.contact.record;
  useKeys('Contact', [
    {
      keys: 'Enter',
      does: 'open its first record',
      run: () => record !== undefined && navigate(`/records/${encodeURIComponent(record)}`),
    },
  ]);
  return (
    <Loaded asked={asked} lines={16}>
      {(data) => (
        <article class="contact">
          <Head data={data} />
          <Known data={data} />
          <Duties data={data} />
          <Confusable data={data} />
          <Behind data={data} />
        </article>
      )}
    </Loaded>
  );
}

function Head({ data: { contact } }: { readonly data: Data }): VNode {
  return (
    <header>
      <p class="kicker">
        Contact <span class="id">{contact.id.slice(0, 10)}</span> <Copy text={contact.id} what="id" />
      </p>
      <h1 class={contact.certain === false ? 'unsure' : undefined}>
        <Who row={contact} />
      </h1>
      <p class="lead">
        {contact.channel}, <Time time={contact.time} exact />
        {contact.duration !== null && <>, {durationText(contact.duration)}</>}
        {contact.subject !== null && (
          <>
            , “<Written text={contact.subject} limit={300} />”
          </>
        )}
      </p>
      <p>
        <State state={contact.state} />
        {contact.certain === false && (
          <span class="unsure"> · may count, not for certain ({contact.grade} identity)</span>
        )}
        {contact.flags.length > 0 && <span class="fine"> · {contact.flags.join(', ')}</span>}
      </p>
    </header>
  );
}

function Confusable({ data }: { readonly data: Data }): VNode {
  return (
    <>
      {data.competing.length > 0 && (
        <>
          <h2>What contests it</h2>
          <p>
            {counted(data.competing.length, 'other contact competes', 'other contacts compete')} with it for fewer
            disclosures; which of them is not covered is not determined.
          </p>
          <ContactLines caption="Competing contacts" rows={data.competing} />
        </>
      )}
      {data.maySame.length > 0 && (
        <>
          <h2>May be the same event as</h2>
          <ContactLines
            caption="Contacts that may be the same event"
            rows={data.maySame.map(({ contact }) => contact)}
            besides={(_, place) => data.maySame[place]!.why}
          />
        </>
      )}
    </>
  );
}

function Behind({ data }: { readonly data: Data }): VNode {
  return (
    <>
      {data.findings.length > 0 && (
        <>
          <h2>Findings that rest on it</h2>
          <ul>
            {data.findings.map(({ id, text, status }) => (
              <li key={id}>
                <a class="finding-line" href={`/findings/${encodeURIComponent(id)}`}>
                  <Written text={text} limit={600} />
                </a>
                {status !== 'open' && <span class="grade"> {status}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <details class="sql">
        <summary>The SQL behind this</summary>
        {data.sql.map((text) => (
          <div key={text}>
            <Copy text={text} what="SQL" />
            <pre>{text}</pre>
          </div>
        ))}
      </details>
    </>
  );
}
