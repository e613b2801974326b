/** One contact: who, when, how it is known, what every duty says of it, and what it may be mixed up with. */
import type { VNode } from 'preact';
import type { ContactPage as Data, LinkLine, StateLine } from '../../../src/server/shapes/contact.ts';
import { useData } from '../../data/use-data.ts';
import { Citations, Copy } from '../../parts/citation.tsx';
import { Loaded } from '../../parts/notice.tsx';
import { Party } from '../../parts/party.tsx';
import { State, StateMark } from '../../parts/state.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Time } from '../../parts/time.tsx';
import { Written } from '../../parts/written.tsx';
import { useKeys } from '../../shell/keys.ts';
import { navigate } from '../../shell/place.ts';
import { dataAddress } from '../../shell/route.ts';
import { useTitle } from '../../shell/title.ts';
import { counted, durationText } from '../../text/number.ts';
import type { PageProps } from '../page.ts';
import { Disclosures } from './disclosures.tsx';
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

const LINK_COLUMNS: readonly Column<LinkLine>[] = [
  { head: 'From', name: 'from', heads: true, cell: (link) => <Party party={link.from} grade={link.grade} /> },
  { head: 'Address', name: 'address', cell: (link) => <Written text={link.fromAddress} limit={80} /> },
  { head: 'To', name: 'to', cell: (link) => <Party party={link.to} grade={link.grade} /> },
  { head: 'Address', name: 'address', cell: (link) => <Written text={link.toAddress} limit={80} /> },
  { head: 'How near', name: 'how near', cell: (link) => `${link.directness}${link.answered ? ', answered' : ''}` },
];

function Known({ data }: { readonly data: Data }): VNode {
  return (
    <>
      <h2>How it is known</h2>
      <p>
        {data.knownBy}
        {data.knownBy.endsWith('.') ? '' : '.'}
      </p>
      <Citations list={data.witnesses} />
      {data.witnesses.length > 1 && (
        <p class="fine">
          Taken for one contact by the rule “{data.rule}”: {data.ruleText}
        </p>
      )}
      {data.told.length > 0 && (
        <ul>
          {data.told.map((line) => (
            <li key={line}>
              <Written text={line} limit={500} />
            </li>
          ))}
        </ul>
      )}
      <h2>Who with whom, address by address</h2>
      <Table
        caption="Links of the contact"
        columns={LINK_COLUMNS}
        rows={data.links}
        keyOf={(link, place) => `${place} ${link.fromAddress} ${link.toAddress}`}
      />
    </>
  );
}

const STATE_COLUMNS: readonly Column<StateLine>[] = [
  { head: 'Duty', name: 'duty', heads: true, cell: ({ duty }) => (duty === '' ? 'headline' : <Written text={duty} />) },
  { head: 'Holder', name: 'holder', cell: ({ holder }) => (holder === null ? 'everybody' : <Written text={holder} />) },
  { head: 'Audience', name: 'audience', cell: ({ audience }) => <Written text={audience} /> },
  { head: 'State', name: 'state', tight: true, cell: ({ state }) => <State state={state} /> },
  { head: 'That is', name: '', cell: ({ meaning }) => meaning },
  { head: 'Deadline', name: 'deadline', tight: true, cell: ({ deadline }) => deadline?.slice(0, 10) ?? '–' },
];

function Duties({ data }: { readonly data: Data }): VNode {
  return (
    <>
      <h2>Was it disclosed?</h2>
      {data.states.length === 0 ? (
        <p>
          <StateMark state="none" /> No duty and no rule of this case concerns it.
        </p>
      ) : (
        <Table
          caption="State for each duty"
          columns={STATE_COLUMNS}
          rows={data.states}
          keyOf={(state, place) => `${place} ${state.duty} ${state.holder}`}
        />
      )}
      {data.matched.length > 0 ? (
        <>
          <h3>The disclosure that the matching gave it</h3>
          <Disclosures list={data.matched} />
        </>
      ) : (
        <p>No disclosure was matched with it.</p>
      )}
      <p class="fine">{data.heldAgainst}</p>
    </>
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
