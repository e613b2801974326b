/** What stands around a record: its thread, what it quotes, what else shows the same contact, what rests on it. */
import { Fragment, type VNode } from 'preact';
import type { RecordPage, ThreadRow } from '../../../src/server/shapes/record.ts';
import { Citations } from '../../parts/citation.tsx';
import { Party } from '../../parts/party.tsx';
import { Time } from '../../parts/time.tsx';
import { Written } from '../../parts/written.tsx';
import { counted } from '../../text/number.ts';
import { Disclosures } from '../contacts/disclosures.tsx';

const RELATIONS: Readonly<Record<ThreadRow['relation'], string>> = {
  answered: 'answered by this one',
  answers: 'answers this one',
  quoted: 'quoted in this one',
  quotes: 'quotes this one',
  this: 'this one',
};

/** All of it, each part only where there is any. */
export function Around({ record }: { readonly record: RecordPage }): VNode {
  const others = record.witnesses.filter(({ record: id }) => id !== record.citation.record);
  return (
    <>
      {record.disclosure !== null && (
        <section>
          <h2>The disclosure that it is</h2>
          <Disclosures list={[record.disclosure]} />
        </section>
      )}
      {record.contact !== null && (
        <section>
          <h2>Witnesses of the same contact</h2>
          {others.length === 0 ? (
            <p>No other record shows it.</p>
          ) : (
            <>
              <p>{counted(others.length, 'other record shows', 'other records show')} it.</p>
              <Citations list={others} />
            </>
          )}
        </section>
      )}
      {record.thread.length > 1 && <Thread title="Thread" rows={record.thread} />}
      {record.quoted.length > 0 && <Thread title="Quoted in it" rows={record.quoted} />}
      {record.findings.length > 0 && (
        <section>
          <h2>Findings that rest on it</h2>
          <ul>
            {record.findings.map(({ id, text }) => (
              <li key={id}>
                <a class="finding-line" href={`/findings/${encodeURIComponent(id)}`}>
                  <Written text={text} limit={600} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {record.told.length > 0 && (
        <section>
          <h2>Told of it</h2>
          <ul>
            {record.told.map((line) => (
              <li key={line}>
                <Written text={line} limit={400} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Thread({ title, rows }: { readonly title: string; readonly rows: readonly ThreadRow[] }): VNode {
  return (
    <section>
      <h2>{title}</h2>
      <ol class="thread">
        {rows.map((row) => (
          <li key={`${row.relation} ${row.record}`} aria-current={row.relation === 'this' ? 'true' : undefined}>
            {row.relation === 'this' ? (
              <Line row={row} />
            ) : (
              <a href={`/records/${encodeURIComponent(row.record)}`}>
                <Line row={row} />
              </a>
            )}
            <br />
            <span class="fine">
              {row.from.map((party, at) => (
                <Fragment key={party.key}>
                  {at > 0 && ' or '}
                  <Party party={party} link={false} />
                </Fragment>
              ))}
              {row.from.length > 0 && ' · '}
              {RELATIONS[row.relation]}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ row }: { readonly row: ThreadRow }): VNode {
  return (
    <>
      <Time time={row.time} /> {row.subject !== null && <Written text={row.subject} limit={100} />}
    </>
  );
}
