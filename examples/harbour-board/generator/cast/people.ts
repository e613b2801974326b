/** The people of the case, all made up. */
import { GOTHENBURG, KIRUNA, MALMO, MOBILE, ORGANISATIONS, STOCKHOLM } from './organisations.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly mail: string;
  readonly desk?: string;
  readonly mobile?: string;
  /** First and last day of a post that did not last the whole year. */
  readonly from?: string;
  readonly to?: string;
}

/** `"Åsa Ö" → asa.o`: the local part that offices make from a name. */
function local(name: string): string {
  const from = 'åäöéłóńźż';
  const to = 'aaoelonzz';
  return [...name.toLowerCase()].map((c) => (from.includes(c) ? to[from.indexOf(c)]! : c === ' ' ? '.' : c)).join('');
}

type More = Partial<Person>;
const person = (id: string, name: string, organisation: string, role: string, more: More = {}): Person => {
  const domain = ORGANISATIONS.find((o) => o.id === organisation)!.domain;
  return { id, name, organisation, role, mail: `${local(name)}@${domain}`, ...more };
};

export const PEOPLE: readonly Person[] = [
  person('harbour-director', 'Agneta Hamneskär', 'harbour-authority', 'Harbour Director', {
    desk: `${STOCKHOLM}401`,
    mobile: `${MOBILE}05`,
  }),
  person('harbour-chief-of-staff', 'Staffan Kajsund', 'harbour-authority', 'Chief of staff', {
    desk: `${STOCKHOLM}402`,
    mobile: `${MOBILE}06`,
  }),
  person('harbour-procurement-head', 'Märta Anbudsten', 'harbour-authority', 'Head of procurement', {
    desk: `${STOCKHOLM}403`,
    mobile: `${MOBILE}07`,
  }),
  person('harbour-engineer', 'Frida Dykdalb', 'harbour-authority', 'Harbour engineer', {
    desk: `${STOCKHOLM}404`,
    mobile: `${MOBILE}08`,
    to: '2030-08-31',
  }),
  person('harbour-engineer-successor', 'Oskar Pollarsson', 'harbour-authority', 'Harbour engineer', {
    desk: `${STOCKHOLM}404`,
    mobile: `${MOBILE}08`,
    from: '2030-09-16',
  }),
  person('harbour-master', 'Göran Lotsberg', 'harbour-authority', 'Harbour master', {
    desk: `${STOCKHOLM}405`,
    mobile: `${MOBILE}09`,
  }),
  person('harbour-press-officer', 'Petra Talesund', 'harbour-authority', 'Press officer', {
    desk: `${STOCKHOLM}406`,
    mobile: `${MOBILE}10`,
  }),
  person('harbour-finance-head', 'Ulrik Kassaholm', 'harbour-authority', 'Head of finance', {
    desk: `${STOCKHOLM}407`,
    mobile: `${MOBILE}11`,
  }),
  person('harbour-registrar', 'Disa Arkivander', 'harbour-authority', 'Registrar', { desk: `${STOCKHOLM}408` }),
  person('harbour-secretary', 'Karin Skrivmark', 'harbour-authority', 'Secretary', { desk: `${STOCKHOLM}409` }),
  person('contractor-director', 'Dirk Bolverk', 'contractor', 'Managing director', {
    desk: `${GOTHENBURG}601`,
    mobile: `${MOBILE}21`,
  }),
  person('contractor-deputy', 'Johan Strandell', 'contractor', 'Deputy director', {
    desk: `${GOTHENBURG}602`,
    mobile: `${MOBILE}22`,
  }),
  person('contractor-bid-manager', 'Henrik Kalkholm', 'contractor', 'Bid manager', {
    desk: `${GOTHENBURG}603`,
    mobile: `${MOBILE}23`,
  }),
  person('contractor-site-manager', 'Kerstin Spontberg', 'contractor', 'Site manager', { mobile: `${MOBILE}24` }),
  person('contractor-lobbyist', 'Lovisa Talman', 'lobby-firm', 'Partner', {
    desk: `${STOCKHOLM}461`,
    mobile: `${MOBILE}30`,
  }),
  person('minister', 'Signe Farledsen', 'ministry', 'Minister of Coasts and Shipping', { desk: `${STOCKHOLM}471` }),
  person('minister-adviser', 'Anton Rådlund', 'ministry', 'Political adviser', {
    desk: `${STOCKHOLM}472`,
    mobile: `${MOBILE}41`,
  }),
  person('minister-diary-secretary', 'Britta Dagbring', 'ministry', 'Diary secretary', { desk: `${STOCKHOLM}473` }),
  person('ministry-desk-officer', 'Nils Aktberg', 'ministry', 'Desk officer, ports', {
    desk: `${STOCKHOLM}474`,
    mobile: `${MOBILE}42`,
  }),
  person('ministry-budget-officer', 'Hedda Sjöfeldt', 'ministry', 'Budget officer', { desk: `${STOCKHOLM}475` }),
  person('other-bidder-director', 'Lars Muddersten', 'other-bidder', 'Managing director', {
    desk: `${GOTHENBURG}641`,
    mobile: `${MOBILE}50`,
  }),
  person('pilot-master', 'Gunnar Styrbjer', 'pilots', 'Pilot master', { desk: `${KIRUNA}211`, mobile: `${MOBILE}51` }),
  person('towage-manager', 'Ritva Bogström', 'tugs', 'Operations manager', {
    desk: `${KIRUNA}221`,
    mobile: `${MOBILE}52`,
  }),
  person('ferry-operations', 'Johan Strandell', 'ferry-line', 'Operations manager', {
    desk: `${MALMO}411`,
    mobile: `${MOBILE}53`,
  }),
  person('ferry-terminal', 'Gun Rampeby', 'ferry-line', 'Terminal manager', {
    desk: `${MALMO}412`,
    mobile: `${MOBILE}54`,
  }),
  person('crane-engineer', 'Paweł Dźwigalski', 'crane-service', 'Service engineer', {
    desk: `${MALMO}421`,
    mobile: `${MOBILE}55`,
  }),
  person('fuel-manager', 'Tove Oljelund', 'fuel', 'Depot manager', { desk: `${MALMO}431`, mobile: `${MOBILE}56` }),
  person('surveyor', 'Ines Djupvik', 'survey', 'Hydrographic surveyor', {
    desk: `${KIRUNA}231`,
    mobile: `${MOBILE}57`,
  }),
  person('council-chair', 'Ulla Ordander', 'town', 'Chair of the council', {
    desk: `${STOCKHOLM}481`,
    mobile: `${MOBILE}58`,
  }),
  person('town-planner', 'Mats Planhed', 'town', 'Town planner', { desk: `${STOCKHOLM}482` }),
  person('reporter', 'Nora Spaltman', 'newspaper', 'Reporter', { desk: `${MALMO}441`, mobile: `${MOBILE}59` }),
  person('lawyer', 'Jenny Fyrdal', 'law-firm', 'Counsel', { desk: `${STOCKHOLM}491`, mobile: `${MOBILE}60` }),
  person('environment-inspector', 'Olof Vattenby', 'environment-office', 'Inspector', {
    desk: `${KIRUNA}241`,
    mobile: `${MOBILE}61`,
  }),
  person('guard-manager', 'Sara Grinde', 'guards', 'Site manager', { desk: `${MALMO}451`, mobile: `${MOBILE}62` }),
  person('sailing-club-secretary', 'Yngve Segelholm', 'sailing-club', 'Secretary', {
    mobile: `${MOBILE}30`,
    from: '2030-08-01',
  }),
];

/** Addresses and numbers that belong to a person besides those of the post. */
export const PRIVATE: Readonly<{
  [use in
    | 'chief'
    | 'director'
    | 'engineer'
    | 'engineerAtContractor'
    | 'engineerMobile'
    | 'lobbyistOldMobile'
    | 'lobbyistMobile']: string;
}> = {
  chief: 's.kajsund@brevlada.example',
  director: 'bolverk.d@brevlada.example',
  engineer: 'frida.dykdalb@brevlada.example',
  engineerAtContractor: 'frida.dykdalb@vagbrytaren.example',
  engineerMobile: `${MOBILE}29`,
  lobbyistOldMobile: `${MOBILE}30`,
  lobbyistMobile: `${MOBILE}31`,
};

/** Shared addresses of organisations. */
export const SHARED = {
  press: 'press@skarvik-harbour.example',
  traffic: 'trafik@skarvik-harbour.example',
  registry: 'registrator@skarvik-harbour.example',
  helpdesk: 'helpdesk@skarvik-harbour.example',
  contractorNews: 'nytt@vagbrytaren.example',
} as const;

/** @throws RangeError when nobody has the id */
export function who(id: string): Person {
  const found = PEOPLE.find((p) => p.id === id);
  if (found === undefined) throw new RangeError(`nobody is ${id}`);
  return found;
}
