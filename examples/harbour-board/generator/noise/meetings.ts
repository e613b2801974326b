/** Ordinary meetings and visits. */

import type { Meeting, Visit } from '../cast/events.ts';
import { organisation } from '../cast/organisations.ts';
import { who } from '../cast/people.ts';
import { at, day, two } from '../form/clock.ts';
import { stream } from '../form/random.ts';
import { workingDay } from './times.ts';

const HOSTS = [
  'harbour-director',
  'harbour-chief-of-staff',
  'harbour-procurement-head',
  'harbour-master',
  'harbour-finance-head',
  'harbour-press-officer',
];
/** Not the bidders, not the namesake, not the ministry. */
const GUESTS = [
  'pilot-master',
  'towage-manager',
  'ferry-terminal',
  'crane-engineer',
  'fuel-manager',
  'surveyor',
  'town-planner',
  'council-chair',
  'lawyer',
  'environment-inspector',
  'guard-manager',
  'reporter',
];
const TITLES: Readonly<{ [organisation: string]: readonly string[] }> = {
  pilots: ['Fairway and lights', 'Pilot times in winter'],
  tugs: ['Frame contract for towage', 'Tugs in the ice'],
  'ferry-line': ['Summer timetable', 'Queue at the terminal'],
  'crane-service': ['Service of the cranes', 'Rope of crane four'],
  fuel: ['Oil jetty, safety', 'Price list for bunkers'],
  survey: ['Results of the soundings', 'Chart corrections'],
  town: ['Cycle path along the quay', 'Plan for the customs house'],
  'law-firm': ['Lease of the timber yard', 'Claim after a damage'],
  'environment-office': ['Yearly inspection', 'Samples of the inner basin'],
  guards: ['Gate and fences', 'Cards and keys'],
  newspaper: ['Interview about the year', 'Background talk on noise'],
};
const INTERNAL = [
  'Work clothes',
  'Talk about the year',
  'Stocktaking',
  'New numbering of files',
  'Fire drill, looking back',
  'Interview with a trainee',
  'Canteen',
  'Insurance',
  'Furniture',
  'Safety round',
];

/** The weekly and other meetings of the office take this room at these times: these are free of them. */
const SLOTS = ['10:30', '11:15', '13:00', '14:00', '15:15'];

/** Meetings with visitors, each in the calendar, in the log and in the register; no two on one day. */
export function hosted(busy: ReadonlySet<string>): Meeting[] {
  const random = stream('meetings/hosted');
  const taken = new Set(busy);
  return Array.from({ length: 26 }, () => {
    let on = workingDay(random);
    while (taken.has(on)) on = workingDay(random);
    taken.add(on);
    const guest = who(random.pick(GUESTS));
    const start = at(`${on} ${random.pick(SLOTS)}`);
    return {
      start,
      end: start + random.int(2, 5) * 900,
      title: random.pick(TITLES[guest.organisation]!),
      place: `Harbour office, ${random.pick(['blue room', 'map room', 'room 2'])}`,
      hosts: [random.pick(HOSTS)],
      guests: [{ id: guest.id, status: 'ACCEPTED' as const }],
      inCalendar: true,
      inLog: true,
    };
  });
}

/** Appointments of the office with itself. */
export function internal(): Meeting[] {
  const random = stream('meetings/internal');
  return Array.from({ length: 44 }, () => {
    const start = at(`${workingDay(random)} ${random.pick(SLOTS)}`);
    const host = random.pick(HOSTS);
    const other = random.pick(HOSTS.filter((h) => h !== host));
    const status = random.pick(['ACCEPTED', 'ACCEPTED', 'TENTATIVE', 'NEEDS-ACTION', 'DECLINED'] as const);
    return {
      start,
      end: start + 1800,
      title: random.pick(INTERNAL),
      place: 'Harbour office, room 2',
      hosts: [host],
      guests: [{ id: other, status }],
      inCalendar: true,
      inLog: false,
    };
  });
}

const FIRMS = [
  'Rörmontage i Skarvik',
  'Hisservice Öst',
  'Takbolaget',
  'Kaffeautomat & Co',
  'Elfirman Ledning',
  'Glas & Ram',
  'Skarvik Taxi',
  'Brandskydd Nord',
  'Städhjälpen',
  'Lifthyra',
];
const ERRANDS = ['Repair', 'Delivery', 'Measuring', 'Service', 'Offer', 'Inspection', 'Collection of keys'];
const FIRST_NAMES = [
  'Alva',
  'Börje',
  'Cilla',
  'Dag',
  'Ebba',
  'Folke',
  'Greta',
  'Hjalmar',
  'Iris',
  'Jöns',
  'Kajsa',
  'Love',
  'Majken',
  'Nore',
  'Olle',
  'Pia',
  'Rut',
  'Sixten',
  'Tyra',
  'Ville',
];
const LAST_NAMES = [
  'Kedjesten',
  'Tampvik',
  'Ankarrud',
  'Lanternholm',
  'Spygattell',
  'Fallrepsdal',
  'Kölberg',
  'Aktergård',
  'Durkvall',
  'Mesanholt',
  'Rorkultsby',
  'Skotvinsch',
];

/** Errands of tradesmen; a few names are withheld. */
export function errands(): Visit[] {
  const random = stream('meetings/errands');
  return Array.from({ length: 140 }, () => {
    const start = at(`${workingDay(random)} ${two(random.int(7, 15))}:${two(random.int(0, 59))}`);
    const hidden = random.chance(5);
    return {
      start,
      end: start + random.int(5, 140) * 60,
      visitor: hidden ? '' : `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
      organisation: random.chance(85) ? random.pick(FIRMS) : '',
      host: random.pick(HOSTS),
      purpose: random.pick(ERRANDS),
    };
  });
}

/** Visits of people whom the office knows, without an appointment; never of those whose contacts are registered. */
export function dropIns(): Visit[] {
  const random = stream('meetings/drop-ins');
  return Array.from({ length: 18 }, () => {
    const guest = who(random.pick(['crane-engineer', 'guard-manager', 'surveyor', 'pilot-master']));
    const start = at(`${workingDay(random)} ${two(random.int(8, 9))}:${two(random.int(0, 59))}`);
    return {
      start,
      end: start + random.int(5, 20) * 60,
      visitor: guest.name,
      organisation: organisation(guest.organisation).name,
      host: 'harbour-master',
      purpose: 'Papers',
    };
  });
}

/** Days on which planted meetings are. */
export function daysOf(meetings: readonly Meeting[]): Set<string> {
  return new Set(meetings.map((m) => day(m.start)));
}
