/** Planted meetings of the harbour office, with the contractor's people and with a man who has the name of one of them. */
import type { Meeting, Planted, Truth, Visit } from '../cast/events.ts';
import { at } from '../form/clock.ts';

const CHIEF = 'harbour-chief-of-staff';
const HEAD = 'harbour-procurement-head';
const DIRECTOR = 'contractor-director';
const DEPUTY = 'contractor-deputy';
const BIDS = 'contractor-bid-manager';
const SITE = 'contractor-site-manager';
const LOBBY = 'contractor-lobbyist';

interface Plan {
  readonly id: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly hosts: readonly string[];
  readonly guests: Meeting['guests'];
  readonly place?: string;
  readonly meeting?: Partial<Meeting>;
  readonly truth: Omit<Truth, 'parties'>;
}

const going = (...ids: string[]): Meeting['guests'] => ids.map((id) => ({ id, status: 'ACCEPTED' }));

const PLANS: readonly Plan[] = [
  {
    id: 'k01',
    day: '2030-02-12',
    from: '10:00',
    to: '11:30',
    title: 'Quay 7: questions before the tender',
    hosts: [HEAD, CHIEF],
    guests: going(BIDS, DEPUTY),
    truth: { disclosed: 'yes', by: 'k01', counts: true },
  },
  {
    id: 'k02',
    day: '2030-04-16',
    from: '13:00',
    to: '14:30',
    title: 'Quay 7: order of works',
    hosts: [CHIEF, HEAD],
    guests: going(DEPUTY, BIDS),
    truth: {
      disclosed: 'yes',
      by: 'k02',
      counts: true,
      note: 'three witnesses: a calendar entry and two rows of the visitor log',
    },
  },
  {
    id: 'k03',
    day: '2030-05-29',
    from: '09:00',
    to: '10:00',
    title: 'Quay 7: closing times',
    hosts: [CHIEF],
    guests: going(DEPUTY, DIRECTOR),
    truth: { disclosed: 'partial', by: 'k03', counts: true, note: 'the register names the deputy alone' },
  },
  {
    id: 'k04',
    day: '2030-06-20',
    from: '15:00',
    to: '16:00',
    title: 'Courtesy visit of Vågbrytaren Marine',
    hosts: ['harbour-director', CHIEF],
    guests: going(DIRECTOR),
    meeting: { utc: true },
    truth: { disclosed: 'yes', by: 'k04', counts: true },
  },
  {
    id: 'k05',
    day: '2030-09-10',
    from: '08:30',
    to: '09:15',
    title: 'Site office at Berth 11',
    hosts: ['harbour-master'],
    guests: going(SITE),
    place: 'Berth 11',
    truth: { disclosed: 'coarse', by: 'september', counts: true },
  },
  {
    id: 'k06',
    day: '2030-09-24',
    from: '08:30',
    to: '09:10',
    title: 'Site office at Berth 11',
    hosts: ['harbour-master'],
    guests: going(SITE),
    place: 'Berth 11',
    truth: { disclosed: 'coarse', by: 'september', counts: true },
  },
  {
    id: 'k07',
    day: '2030-10-15',
    from: '16:05',
    to: '17:10',
    title: 'Private appointment',
    hosts: [CHIEF],
    guests: going(LOBBY),
    meeting: { inCalendar: false },
    truth: { disclosed: 'no', counts: true, note: 'only the visitor log shows it' },
  },
  {
    id: 'k08',
    day: '2030-10-31',
    from: '11:00',
    to: '12:00',
    title: 'Bolverk',
    hosts: [CHIEF],
    guests: going(DIRECTOR),
    place: 'Fyrhuset',
    meeting: { inLog: false },
    truth: { disclosed: 'no', counts: false, why: 'scheduled only: no record shows that it took place' },
  },
  {
    id: 'k09',
    day: '2030-09-03',
    from: '14:00',
    to: '15:00',
    title: 'Quay 7: guarantees',
    hosts: [HEAD],
    guests: [{ id: DIRECTOR, status: 'DECLINED' }],
    meeting: { inLog: false },
    truth: { disclosed: 'no', counts: false, why: 'declined' },
  },
  {
    id: 'k10',
    day: '2030-08-27',
    from: '10:00',
    to: '10:45',
    title: 'Talman & Berg',
    hosts: [CHIEF],
    guests: going(LOBBY),
    meeting: { inLog: false, cancelled: true },
    truth: { disclosed: 'no', counts: false, why: 'cancelled' },
  },
  {
    id: 'k11',
    day: '2030-11-26',
    from: '13:00',
    to: '15:00',
    title: 'Contract talks, first round',
    hosts: [HEAD, CHIEF],
    guests: going(DIRECTOR, DEPUTY),
    truth: { disclosed: 'yes', by: 'k11', counts: true },
  },
  {
    id: 'k12',
    day: '2030-12-16',
    from: '17:00',
    to: '18:00',
    title: 'Guarantee period',
    hosts: [CHIEF],
    guests: going(DIRECTOR, BIDS),
    meeting: { redacted: [BIDS] },
    truth: { disclosed: 'no', counts: true, note: 'the log withholds one of the two names' },
  },
  {
    id: 's01',
    day: '2030-02-14',
    from: '10:00',
    to: '11:30',
    title: 'Quay 7: questions before the tender',
    hosts: [HEAD, CHIEF],
    guests: going('other-bidder-director'),
    truth: { disclosed: 'yes', by: 's01', counts: false, why: 'with the other bidder' },
  },
  {
    id: 's02',
    day: '2030-04-18',
    from: '13:00',
    to: '14:15',
    title: 'Quay 7: order of works',
    hosts: [CHIEF, HEAD],
    guests: going('other-bidder-director'),
    truth: { disclosed: 'yes', by: 's02', counts: false, why: 'with the other bidder' },
  },
  {
    id: 's03',
    day: '2030-10-01',
    from: '09:00',
    to: '09:40',
    title: 'Sjögrund Entreprenad',
    hosts: ['harbour-director'],
    guests: going('other-bidder-director'),
    truth: { disclosed: 'yes', by: 's03', counts: false, why: 'with the other bidder' },
  },
  {
    id: 'v01',
    day: '2030-06-11',
    from: '10:00',
    to: '10:50',
    title: 'Ferry berth in July',
    hosts: ['harbour-master'],
    guests: going('ferry-operations'),
    truth: { disclosed: 'yes', by: 'v01', counts: false, why: 'another person of the deputy’s name' },
  },
  {
    id: 'v02',
    day: '2030-09-18',
    from: '14:00',
    to: '14:40',
    title: 'Night departures',
    hosts: [CHIEF],
    guests: going('ferry-operations'),
    meeting: { bare: ['ferry-operations'] },
    truth: {
      disclosed: 'yes',
      by: 'v02',
      counts: false,
      why: 'another person of the deputy’s name',
      note: 'the log gives the name alone',
    },
  },
];

/** Every planted meeting. */
export function meetings(): Planted<Meeting>[] {
  return PLANS.map((p) => ({
    id: p.id,
    event: {
      start: at(`${p.day} ${p.from}`),
      end: at(`${p.day} ${p.to}`),
      title: p.title,
      place: p.place ?? 'Harbour office, map room',
      hosts: p.hosts,
      guests: p.guests,
      inCalendar: true,
      inLog: true,
      ...p.meeting,
    },
    truth: { parties: [...p.hosts, ...p.guests.map((g) => g.id)], ...p.truth },
  }));
}

/** Visits that nobody disclosed and nobody had to. */
export function visits(): Visit[] {
  return [
    {
      start: at('2030-07-08 11:10'),
      end: at('2030-07-08 11:35'),
      visitor: 'Yngve Segelholm',
      organisation: 'Skarvik Sailing Club',
      host: 'harbour-master',
      purpose: 'Regatta',
    },
  ];
}
