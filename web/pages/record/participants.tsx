/** Who stands in a record: as it is written, and whose it was. */
import { Fragment, type VNode } from 'preact';
import type { ParticipantRow, RecordPage } from '../../../src/server/shapes/record.ts';
import { Marks, Party } from '../../parts/party.tsx';
import { Written } from '../../parts/written.tsx';
import { counted } from '../../text/number.ts';

/** Those that are given, by their parts. */
export function Participants({ record }: { readonly record: RecordPage }): VNode | null {
  const { participants, participantsInAll } = record;
  if (participants.length === 0) return null;
  const byRole = [...Map.groupBy(participants, ({ role }) => role)];
  return (
    <section>
      <h2>Who</h2>
      <dl class="participants">
        {byRole.map(([role, rows]) => (
          <Fragment key={role}>
            <dt>{role}</dt>
            {rows.map((row, place) => (
              <dd key={`${place} ${row.address}`}>
                <Participant row={row} />
              </dd>
            ))}
          </Fragment>
        ))}
      </dl>
      {participantsInAll > participants.length && (
        <p class="fine">{counted(participantsInAll - participants.length, 'more is', 'more are')} not shown.</p>
      )}
    </section>
  );
}

function Participant({ row }: { readonly row: ParticipantRow }): VNode {
  return (
    <>
      {row.name !== null && (
        <>
          <Written text={row.name} limit={100} />{' '}
        </>
      )}
      {row.address !== '' && row.address !== row.name && (
        <span class="address">
          <Written text={row.address} limit={120} />
        </span>
      )}
      {row.marks.length > 0 && <Marks marks={row.marks} />}
      {row.organisation !== null && (
        <span class="grade">
          {' '}
          <Written text={row.organisation} limit={80} />
        </span>
      )}
      <span class="whose">
        {row.parties.length === 0 ? (
          <span class="unsure">nobody's known</span>
        ) : (
          row.parties.map((party, at) => (
            <Fragment key={party.key}>
              {at > 0 && ' or '}
              <Party party={party} />
            </Fragment>
          ))
        )}
      </span>
    </>
  );
}
