/** How many, with whom, show me one: the three things that somebody new to a case asks. */
import type { VNode } from 'preact';
import type { HeadlineAnswer, WithParty } from '../../../src/server/shapes/overview.ts';
import { Bounds } from '../../parts/bounds.tsx';
import { Copy } from '../../parts/citation.tsx';
import { ContactTable } from '../../parts/contacts.tsx';
import { DefinitionLine } from '../../parts/definition.tsx';
import { PairBar } from '../../parts/pair-bars.tsx';
import { Party } from '../../parts/party.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Written } from '../../parts/written.tsx';
import { boundsText, grouped } from '../../text/number.ts';

/** Parties that the server gives at most. */
const MOST_PARTIES = 12;

function listAddress(query: string): string {
  return query === '' ? '/contacts' : `/contacts?${query}`;
}

/** The answer to the headline question. */
export function Answer({ answer }: { readonly answer: HeadlineAnswer }): VNode {
  return (
    <>
      <div class="answer">
        <Figures answer={answer} />
        <WithWhom answer={answer} />
      </div>
      <section class="show-one" aria-labelledby="show-one">
        <h2 id="show-one" class="ask">
          Show me one
        </h2>
        {answer.examples.length === 0 ? (
          <p>No contact counts for certain under this definition.</p>
        ) : (
          <ContactTable
            caption={
              answer.undisclosed === null
                ? 'Some that certainly count'
                : 'Some that certainly count and that no loaded disclosure fits'
            }
            contacts={answer.examples}
          />
        )}
        <p>
          <a href={listAddress(answer.listedUndisclosed === '' ? answer.listed : answer.listedUndisclosed)}>
            {answer.listedUndisclosed === '' ? 'All of them, as a list' : 'All undisclosed ones, as a list'}
          </a>
        </p>
      </section>
    </>
  );
}

function Figures({ answer }: { readonly answer: HeadlineAnswer }): VNode {
  const { undisclosed, contacts } = answer;
  const first = undisclosed ?? contacts;
  return (
    <section class="figures" aria-labelledby="how-many">
      <h2 id="how-many" class="ask">
        {undisclosed === null ? 'How many contacts?' : 'How many undisclosed?'}
      </h2>
      <p class="figure">
        {first.min !== first.max && <span class="figure-words">at least</span>}{' '}
        <span class="count large">{grouped(first.min)}</span>
        {first.min !== first.max && <span class="figure-words">at most {grouped(first.max)}</span>}
      </p>
      {undisclosed !== null && (
        <p class="of">
          of{' '}
          <a href={listAddress(answer.listed)}>
            <Bounds of={contacts} /> contacts
          </a>
        </p>
      )}
      <p class="lead">
        <Written text={answer.sentence} limit={1200} />
      </p>
      <DefinitionLine counted={answer.counted} />
      <details class="fine">
        <summary>Why not one number, and what it rests on</summary>
        <ul>
          {[...answer.separates, ...answer.basis].map((line) => (
            <li key={line}>
              <Written text={line} limit={1200} />
            </li>
          ))}
          <li>
            In a terminal: <code>backchannel explain {answer.id}</code>
            <Copy text={`backchannel explain ${answer.id}`} what="command" />
          </li>
        </ul>
      </details>
    </section>
  );
}

function columnsFor(answer: HeadlineAnswer): readonly Column<WithParty>[] {
  const most = answer.with.reduce((so, { contacts }) => Math.max(so, contacts.max), 1);
  const bar: Column<WithParty> = {
    head: <span class="heard">Picture</span>,
    name: '',
    cell: ({ contacts, undisclosed }) => <PairBar contacts={contacts} undisclosed={undisclosed} most={most} />,
  };
  const counts: Column<WithParty>[] = [
    {
      head: 'Contacts',
      name: 'contacts',
      number: true,
      cell: ({ contacts, listed }) => <a href={listAddress(listed)}>{boundsText(contacts)}</a>,
    },
  ];
  if (answer.undisclosed !== null)
    counts.unshift({
      head: 'Undisclosed',
      name: 'undisclosed',
      number: true,
      cell: ({ undisclosed }) => (undisclosed === null ? '–' : <b>{boundsText(undisclosed)}</b>),
    });
  return [{ head: 'With', name: '', heads: true, cell: ({ party }) => <Party party={party} /> }, ...counts, bar];
}

function WithWhom({ answer }: { readonly answer: HeadlineAnswer }): VNode {
  return (
    <section class="with-whom" aria-labelledby="with-whom">
      <h2 id="with-whom" class="ask">
        With whom?
      </h2>
      <Table
        caption={`Contacts with each party, ${answer.asked}`}
        columns={columnsFor(answer)}
        rows={answer.with}
        keyOf={({ party }) => party.key}
        kept
      />
      <p class="fine">
        {answer.undisclosed === null
          ? 'Filled: certain. '
          : 'Filled: undisclosed for certain. Hatched: may be. Outline: all contacts. '}
        One contact can have several parties, so lines do not add up.
        {answer.with.length === MOST_PARTIES && ` The ${MOST_PARTIES} with most are shown.`}
      </p>
    </section>
  );
}
