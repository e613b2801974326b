/** How parties are named. */
import { Fragment, type VNode } from 'preact';
import type { Grade } from '../../src/model/finding.ts';
import type { End, PartyName } from '../../src/server/shapes/party.ts';
import { Written } from './written.tsx';

interface PartyProps {
  readonly party: PartyName;
  readonly grade?: Grade;
  /** False where the name stands inside a link or a button. */
  readonly link?: boolean;
}

/** A party's name: grey and with a word where it is not certain, with a mark where it is written like something else. */
export function Party({ party, grade = 'certain', link = true }: PartyProps): VNode {
  const name = <Written text={party.name} limit={80} />;
  return (
    <span class={grade === 'certain' ? 'party' : 'party unsure'}>
      {link ? <a href={`/people/${encodeURIComponent(party.key)}`}>{name}</a> : name}
      {grade !== 'certain' && <span class="grade"> {grade}</span>}
      {party.marks.length > 0 && <Marks marks={party.marks} />}
    </span>
  );
}

/** That a name or address is written to be taken for something else, and how. */
export function Marks({ marks }: { readonly marks: readonly string[] }): VNode {
  return (
    <span class="marks" title={marks.join('; ')}>
      <span aria-hidden="true">≉</span>
      <span class="heard">written to be taken for something else: {marks.join('; ')}</span>
    </span>
  );
}

interface EndsProps {
  readonly ends: readonly End[];
  /** Ends that the row does not give. */
  readonly more?: number;
  readonly link?: boolean;
}

/** The ends of a contact on one side, apart by commas; alternatives of one end by "or". */
export function Ends({ ends, more = 0, link = true }: EndsProps): VNode {
  return (
    <span class="ends">
      {ends.map((end, at) => (
        <Fragment key={at}>
          {at > 0 && ', '}
          {end.parties.map((party, place) => (
            <Fragment key={party.key}>
              {place > 0 && ' or '}
              <Party party={party} grade={end.grade} link={link} />
            </Fragment>
          ))}
          {end.directness !== 'direct' && end.directness !== 'attended' && <span class="grade"> {end.directness}</span>}
        </Fragment>
      ))}
      {more > 0 && <span class="grade">{ends.length > 0 ? ` and ${more} more` : `${more} more`}</span>}
    </span>
  );
}
