/** Both sides of a finding beside each other, with where each thing stands. */
import type { VNode } from 'preact';
import type { ContactWithWitnesses, FindingPage } from '../../../src/server/shapes/finding.ts';
import { Channel } from '../../parts/channel.tsx';
import { Citations } from '../../parts/citation.tsx';
import { ContactTime, Who } from '../../parts/contacts.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { State } from '../../parts/state.tsx';
import { Written } from '../../parts/written.tsx';
import { grouped } from '../../text/number.ts';
import { sideBySide } from './side-by-side.ts';

function Contact({ contact }: { readonly contact: ContactWithWitnesses }): VNode {
  const { channel, duration, subject, state, grade, certain, citations, flags } = contact;
  return (
    <div class={grade === 'certain' && certain !== false ? 'entry' : 'entry unsure'}>
      <p>
        <ContactTime contact={contact} /> <Channel channel={channel} duration={duration} />
      </p>
      <p>
        <Who contact={contact} />
        {grade !== 'certain' && <span class="grade"> {grade}</span>}
      </p>
      {subject !== null && (
        <p class="fine">
          <Written text={subject} limit={160} />
        </p>
      )}
      <p class="fine">
        <State state={state} />
        {flags.length > 0 && `, ${flags.join(', ')}`}
      </p>
      <Citations list={citations} />
    </div>
  );
}

/** A row for each contact; where the matching gave it a disclosure, that stands beside it. */
export function Sides({ finding }: { readonly finding: FindingPage }): VNode | null {
  const rows = sideBySide(finding.contacts, finding.disclosures, finding.matching);
  if (rows.length === 0) return null;
  // Said once where it holds for all: a column of the same words tells nothing.
  const isOneSided = rows.every(({ disclosures }) => disclosures.length === 0);
  const cut = finding.contactsInAll > finding.contacts.length || finding.disclosuresInAll > finding.disclosures.length;
  return (
    <section>
      <h2 id="sides">Both sides</h2>
      <table class="sides">
        <caption class="heard">Contacts and the disclosures that they were matched with</caption>
        <thead>
          <tr>
            <th scope="col">What the records show</th>
            <th scope="col">What was disclosed</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ contact, disclosures }, place) => (
            <tr key={contact?.id ?? disclosures[0]?.id}>
              <td>
                {contact === null ? (
                  <p class="unsure">no contact of this finding matched with it</p>
                ) : (
                  <Contact contact={contact} />
                )}
              </td>
              {(!isOneSided || place === 0) && (
                <td rowSpan={isOneSided ? rows.length : 1}>
                  {disclosures.length === 0 && (
                    <p class="unsure">
                      {isOneSided
                        ? 'No disclosure among those loaded was matched with any of these.'
                        : 'no disclosure matched with it'}
                    </p>
                  )}
                  {disclosures.map((disclosure) => (
                    <Disclosure key={disclosure.id} disclosure={disclosure} />
                  ))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {cut && (
        <p class="fine">
          {grouped(finding.contacts.length)} of {grouped(finding.contactsInAll)} contacts and{' '}
          {grouped(finding.disclosures.length)} of {grouped(finding.disclosuresInAll)} disclosures are shown.
        </p>
      )}
    </section>
  );
}
