/** Planted mails that are disclosed, or outside the run-up. */

import type { Box, Mail, Planted, Truth } from '../cast/events.ts';
import { PRIVATE, SHARED } from '../cast/people.ts';
import { answer, box, post } from '../cast/post.ts';
import { at } from '../form/clock.ts';

const CHIEF = 'harbour-chief-of-staff';
const chief = box(CHIEF);
const director = box('contractor-director');
const deputy = box('contractor-deputy');
const bids = box('contractor-bid-manager');
const lobbyist = box('contractor-lobbyist');

const sign = 'Best regards\nStaffan Kajsund\nChief of staff, Skarvik Harbour Authority';

function official(id: string, when: string, to: Box, other: string, subject: string, text: string): Planted<Mail> {
  return {
    id,
    event: post({
      at: at(when),
      from: chief,
      to: [to],
      cc: [{ name: '', mail: SHARED.registry }],
      subject,
      body: `${text}\n\n${sign}`,
    }),
    truth: { parties: [CHIEF, other], disclosed: 'yes', by: id, counts: true },
  };
}

/** Mails that the lobby register tells of, each on a day of its own. */
export function disclosedMails(): Planted<Mail>[] {
  return [
    official(
      'd02',
      '2030-05-03 10:30:14',
      director,
      'contractor-director',
      'Information day on the Quay 7 tender',
      'Dear Dirk Bolverk,\n\nthe information day for everybody who means to tender for Quay 7 is on\n21 May at ten, in the pilot house. Please tell Karin how many of you come.',
    ),
    official(
      'd04',
      '2030-06-18 14:06:52',
      deputy,
      'contractor-deputy',
      'Minutes of the information day',
      'Dear Johan Strandell,\n\nas promised to all who were there, the minutes of the information day are\nnow on the tender portal. Questions go through the portal as well.',
    ),
    official(
      'd06',
      '2030-09-12 09:48:25',
      bids,
      'contractor-bid-manager',
      'Your tender has arrived',
      'Dear Henrik Kalkholm,\n\nthis is to confirm that the tender of Vågbrytaren Marine AB for Quay 7 was\nreceived on 11 September at 15:40, sealed, in two copies.',
    ),
    official(
      'd08',
      '2030-10-29 11:55:03',
      director,
      'contractor-director',
      'Meeting of the board on 8 November',
      'Dear Dirk Bolverk,\n\nthe council votes on the tender on 8 November. Both bidders may send two\npersons to the public part. The agenda is on our pages.',
    ),
    official(
      'e02',
      '2030-12-06 13:14:39',
      director,
      'contractor-director',
      'Contract for signature',
      'Dear Dirk Bolverk,\n\nthe contract lies ready for signature from Monday. Please bring the\ninsurance certificate and the name of the person in charge on the site.',
    ),
  ];
}

function mine(other: string, more: Partial<Truth> = {}): Truth {
  return { parties: [CHIEF, other], disclosed: 'no', counts: true, ...more };
}

/** Undisclosed mails before the run-up and after the vote. */
export function outsideMails(): Planted<Mail>[] {
  const early = post({
    at: at('2030-03-20 15:20:41'),
    from: chief,
    to: [director],
    subject: 'The old drawings',
    body: 'Dirk,\n\nthe drawings of 1974 are in the town archive, box 118. Ask for Disa.\n\nStaffan',
  });
  const staffing = post({
    at: at('2030-11-13 09:12:27'),
    from: deputy,
    to: [chief],
    subject: 'Start of works',
    body: 'Staffan,\n\ncan we bring the barge in before Christmas, or do you want the contract\nsigned first?\n\nJohan',
  });
  const barge = answer(
    staffing,
    chief,
    at('2030-11-13 13:40:09'),
    'Johan,\n\nbring her in. Berth 11 is empty until Epiphany, nobody will mind.\n\nStaffan',
  );
  const lost = post({
    at: at('2030-11-19 18:03:00'),
    from: director,
    to: [chief],
    subject: 'Guarantee period',
    body: 'Staffan,\n\nfive years instead of seven, as we said on Saturday? I would need it in\nthe contract before our board meets.\n\nDirk',
    holders: [],
  });
  const found = answer(
    lost,
    chief,
    at('2030-11-20 08:27:44'),
    'Dirk,\n\nI will try. Delete the mail, please.\n\nStaffan',
  );
  const asked = post({
    at: at('2030-12-04 10:44:36'),
    from: lobbyist,
    to: [chief],
    subject: 'Next year',
    html: true,
    body: 'Dear Staffan,\n\nmy client asks whether the outer breakwater comes next year. Is there\nanything on paper yet?\n\nLovisa',
  });
  const told = answer(
    asked,
    chief,
    at('2030-12-05 16:18:20'),
    'Lovisa,\n\nnothing on paper. The finance office is doing sums.\n\nStaffan',
  );
  const former = post({
    at: at('2030-11-27 12:02:58'),
    from: chief,
    to: [{ name: 'Frida Dykdalb', mail: PRIVATE.engineerAtContractor }],
    subject: 'Your old calculations',
    body: 'Frida,\n\nOskar cannot find your sums for the crane loads. Do you remember where\nthey are? Greetings to your new colleagues.\n\nStaffan',
  });
  return [
    { id: 'b01', event: early, truth: mine('contractor-director') },
    {
      id: 'a02',
      event: post({
        at: at('2030-11-11 14:50:33'),
        from: chief,
        to: [lobbyist],
        subject: 'Thank you',
        body: 'Lovisa,\n\nthank you for the calm of the last weeks. The minutes are public on Friday.\n\nStaffan',
      }),
      truth: mine('contractor-lobbyist'),
    },
    {
      id: 'a04',
      event: staffing,
      truth: { ...mine('contractor-deputy', { note: 'answered by a05' }), parties: ['contractor-deputy', CHIEF] },
    },
    { id: 'a05', event: barge, truth: mine('contractor-deputy') },
    {
      id: 'q01',
      event: lost,
      truth: {
        parties: ['contractor-director', CHIEF],
        disclosed: 'no',
        counts: true,
        note: 'in no mailbox: only the quotation in a07 shows it',
      },
    },
    { id: 'a07', event: found, truth: mine('contractor-director') },
    {
      id: 'a10',
      event: former,
      truth: mine('harbour-engineer', { note: 'she went over to the contractor on 1 October' }),
    },
    {
      id: 'a12',
      event: asked,
      truth: { ...mine('contractor-lobbyist', { note: 'answered by a13' }), parties: ['contractor-lobbyist', CHIEF] },
    },
    { id: 'a13', event: told, truth: mine('contractor-lobbyist') },
    {
      id: 'a15',
      event: post({
        at: at('2030-12-17 11:31:12'),
        from: chief,
        to: [lobbyist],
        subject: 'Christmas',
        body: 'Lovisa,\n\na quiet Christmas to you. The breakwater is on the list for February.\n\nStaffan',
      }),
      truth: mine('contractor-lobbyist'),
    },
  ];
}
