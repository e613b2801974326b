/** Disclosures as rows. */
import { type DisclosurePartyView, type DisclosureView, disclosurePlace } from '../../case/views/disclosures.ts';
import type { DisclosedParty, DisclosureRow } from '../shapes/disclosure.ts';
import type { PartyName } from '../shapes/party.ts';
import { citedOf } from './cited.ts';
import { cutOrNull, LONG } from './texts.ts';

type Naming = (party: { readonly key: string; readonly name: string }) => PartyName;

/** A disclosure as pages have it. */
export function disclosureRow(view: DisclosureView, naming: Naming): DisclosureRow {
  const party = ({ party: key, name, grade, viaOrganisation }: DisclosurePartyView): DisclosedParty => ({
    ...naming({ key, name }),
    grade,
    viaOrganisation,
  });
  return {
    id: view.id,
    disclosers: view.disclosers.map(party),
    counterparts: view.counterparts.map(party),
    time: { text: view.time, own: null, earliest: null, latest: null },
    channels: view.channels,
    given: view.given,
    audience: view.audience,
    capacity: view.capacity,
    nil: view.nil,
    text: cutOrNull(view.text, LONG),
    state: view.state,
    contact: view.contact?.id ?? null,
    place: disclosurePlace(view),
    citation: view.citation === null ? null : citedOf(view.citation),
  };
}
