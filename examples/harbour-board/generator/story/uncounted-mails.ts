/** Planted mails that the default definition does not count, and traps beside them. */

import type { Mail, Planted } from '../cast/events.ts';
import { organisation } from '../cast/organisations.ts';
import { PRIVATE, SHARED } from '../cast/people.ts';
import { box, post } from '../cast/post.ts';
import { at } from '../form/clock.ts';

const CHIEF = 'harbour-chief-of-staff';
const chief = box(CHIEF);
const director = box('contractor-director');
const bids = box('contractor-bid-manager');
const lobbyist = box('contractor-lobbyist');

const NO = { disclosed: 'no' as const, counts: false };

function unanswered(): Planted<Mail>[] {
  const wrong = post({
    at: at('2030-05-27 07:58:19'),
    from: box('contractor-site-manager'),
    to: [chief],
    subject: 'Fence at Berth 11',
    body: 'Hello,\n\nthe fence at Berth 11 has fallen over again. I have tied it up for now.\n\nKerstin Spontberg (sent from the site tablet)',
    wrongDate: 'Tue, 1 Jan 1980 00:04:11 +0000',
  });
  const why = 'begun by the contractor and never answered';
  return [
    {
      id: 'n10',
      event: post({
        at: at('2030-05-15 13:36:05'),
        from: bids,
        to: [chief],
        subject: 'Parking at the information day',
        body: 'Hello,\n\nis there room for a small bus at the pilot house on the 21st?\n\nHenrik Kalkholm',
      }),
      truth: { ...NO, parties: ['contractor-bid-manager', CHIEF], why },
    },
    {
      id: 'n11',
      event: post({
        at: at('2030-08-06 16:22:50'),
        from: bids,
        to: [chief],
        subject: 'Holiday address',
        body: 'Hello,\n\nuntil the 19th please send anything about the tender to Johan.\n\nHenrik Kalkholm',
      }),
      truth: { ...NO, parties: ['contractor-bid-manager', CHIEF], why },
    },
    {
      id: 'n12',
      event: post({
        at: at('2030-09-23 11:40:00'),
        from: lobbyist,
        to: [chief],
        subject: 'Invitation: autumn lunch',
        html: true,
        body: 'Dear Staffan,\n\nwe would be glad to see you at our autumn lunch on 9 October.\n\nLovisa Talman',
      }),
      truth: { ...NO, parties: ['contractor-lobbyist', CHIEF], why },
    },
    {
      id: 'n13',
      event: wrong,
      truth: {
        ...NO,
        parties: ['contractor-site-manager', CHIEF],
        why,
        note: 'the sender’s clock stood at 1 January 1980',
      },
    },
  ];
}

/** Notices of the traffic desk to everybody at work in the harbour: too many for a contact. */
function broadcasts(): Planted<Mail>[] {
  const all = [
    'pilot-master',
    'towage-manager',
    'ferry-operations',
    'ferry-terminal',
    'crane-engineer',
    'fuel-manager',
    'surveyor',
    'guard-manager',
    'environment-inspector',
    'other-bidder-director',
    'contractor-site-manager',
    'contractor-bid-manager',
  ];
  const to = all.map(box);
  const from = { name: 'Trafikledningen Skarvik', mail: SHARED.traffic };
  const notices: readonly [string, string, string][] = [
    [
      '2030-04-26 06:30:00',
      'Traffic notice 14: inner basin closed',
      'the inner basin is closed on 2 May from 06:00 to 14:00 for divers.',
    ],
    [
      '2030-06-20 06:30:00',
      'Traffic notice 22: crane on Quay 5',
      'a crane works on Quay 5 from 24 June. Keep 30 metres off.',
    ],
    [
      '2030-08-30 06:30:00',
      'Traffic notice 31: speed in the fairway',
      'five knots inside the breakwater until further notice.',
    ],
    [
      '2030-10-25 06:30:00',
      'Traffic notice 40: winter lights',
      'the leading lights change to winter times on 27 October.',
    ],
  ];
  return notices.map(([when, subject, text], i) => ({
    id: `n${14 + i}`,
    event: post({
      at: at(when),
      from,
      to,
      cc: [chief],
      subject,
      body: `To everybody at work in the harbour:\n\n${text}\n\nTraffic desk, channel 12`,
    }),
    truth: {
      ...NO,
      parties: ['harbour-authority', 'contractor-site-manager', 'contractor-bid-manager'],
      why: 'an audience of more than ten',
    },
  }));
}

function letters(): Planted<Mail>[] {
  const list = { name: 'Vågbrytaren Nytt', id: 'nytt.vagbrytaren.example' };
  const months = ['2030-01-15', '2030-03-15', '2030-05-15', '2030-07-15', '2030-09-16', '2030-11-15'];
  const issues = months.map(
    (on, i): Planted<Mail> => ({
      id: `n${20 + i}`,
      event: post({
        at: at(`${on} 05:00:00`),
        from: { name: 'Vågbrytaren Nytt', mail: SHARED.contractorNews },
        to: [{ name: '', mail: 'nytt@nytt.vagbrytaren.example' }],
        subject: `Vågbrytaren Nytt ${i + 1}/2030`,
        list: { ...list, name: 'Vagbrytaren Nytt' },
        body: `News from ${organisation('contractor').name}, issue ${i + 1}: a finished slipway, two new\nbarges, and a portrait of our divers.`,
        holders: ['chief'],
      }),
      truth: { ...NO, parties: ['contractor', CHIEF], why: 'a list' },
    }),
  );
  const away = post({
    at: at('2030-10-29 11:55:40'),
    from: director,
    to: [chief],
    subject: 'Automatic reply: Meeting of the board on 8 November',
    body: 'I am travelling until Thursday. In urgent matters call Johan Strandell.',
    automatic: 'auto-replied',
  });
  return [
    ...issues,
    { id: 'n26', event: away, truth: { ...NO, parties: ['contractor-director', CHIEF], why: 'an automatic reply' } },
  ];
}

/** Mails between the office and the contractor's people that the default definition leaves out, and traps beside them. */
export function uncountedMails(): Planted<Mail>[] {
  const between = post({
    at: at('2030-09-19 20:48:15'),
    from: chief,
    to: [{ name: 'Frida Dykdalb', mail: PRIVATE.engineer }],
    subject: 'Your desk',
    body: 'Frida,\n\nyour boots and the brass lamp are still here. Come by when you like.\n\nStaffan',
  });
  const blind = post({
    at: at('2030-11-25 17:06:31'),
    from: chief,
    to: [box('council-chair')],
    bcc: [lobbyist],
    subject: 'Questions of the council',
    body: 'Dear Ulla,\n\nthe answers to the three questions of the council are attached to the\nminutes. The guarantee period is still being talked over.\n\nStaffan',
  });
  const copied = post({
    at: at('2030-06-07 10:15:28'),
    from: chief,
    to: [box('lawyer')],
    cc: [bids],
    subject: 'Form of the bank guarantee',
    body: 'Dear Jenny,\n\nplease send the form of the bank guarantee to both bidders. Mr Kalkholm\nasked for it first, he is in copy.\n\nStaffan',
  });
  return [
    ...unanswered(),
    ...broadcasts(),
    ...letters(),
    {
      id: 'n27',
      event: between,
      truth: {
        parties: [CHIEF, 'harbour-engineer'],
        disclosed: 'not-covered',
        counts: false,
        why: 'she held no post on either side that day',
      },
    },
    {
      id: 'n28',
      event: blind,
      truth: { ...NO, parties: [CHIEF, 'contractor-lobbyist'], why: 'a blind copy, not direct' },
    },
    {
      id: 'n29',
      event: copied,
      truth: { ...NO, parties: [CHIEF, 'contractor-bid-manager'], why: 'a copy, not direct' },
    },
  ];
}
