/** Planted mails beside the story: those of the minister's adviser, and a damaged one. */

import type { Mail, Planted, Truth } from '../cast/events.ts';
import { PEOPLE } from '../cast/people.ts';
import { answer, box, post } from '../cast/post.ts';
import { at } from '../form/clock.ts';

const CHIEF = 'harbour-chief-of-staff';
const chief = box(CHIEF);
const director = box('contractor-director');
const lobbyist = box('contractor-lobbyist');

/** Mails of the minister's adviser with the contractor's side. No disclosures of the ministry are loaded. */
export function adviserMails(): Planted<Mail>[] {
  const adviser = box('minister-adviser');
  const outside = (a: string, b: string, note?: string): Truth => ({
    parties: [a, b],
    disclosed: 'not-covered',
    counts: false,
    why: 'not with the harbour office',
    ...(note === undefined ? {} : { note }),
  });
  const ask = post({
    at: at('2030-04-04 08:20:16'),
    from: lobbyist,
    to: [adviser],
    subject: 'Quay 7 and the coast fund',
    html: true,
    body: 'Dear Anton,\n\nis the coast fund open for a quay that serves the ferries as well? My\nclient would need to know before pricing the second stage.\n\nLovisa Talman',
  });
  const say = answer(
    ask,
    adviser,
    at('2030-04-04 11:05:47'),
    'Dear Lovisa,\n\nin principle yes, up to a third. The call opens in the autumn.\n\nAnton Rådlund',
  );
  const phone = post({
    at: at('2030-06-27 15:31:08'),
    from: lobbyist,
    to: [adviser],
    subject: 'New number',
    body: 'Dear Anton,\n\nfrom July I have a new number, 070-174 06 31. Staffan prefers his own\naddress now instead of the office, in case you need to reach him quietly.\n\nLovisa',
  });
  const thanks = answer(phone, adviser, at('2030-06-28 09:10:30'), 'Noted, thank you.\n\nAnton');
  const visit = post({
    at: at('2030-10-21 14:12:55'),
    from: adviser,
    to: [director],
    subject: 'The minister on Quay 7',
    body: 'Dear Dirk Bolverk,\n\nthe minister arrives on the 24th at 14:30. Two of your people may stand on\nthe quay, helmets on.\n\nAnton Rådlund',
  });
  const unproduced = post({
    at: at('2030-10-22 08:50:12'),
    from: adviser,
    to: [director],
    subject: 'Where the minister will stand',
    body: 'Dear Dirk Bolverk,\n\ncould the crane be moved out of the picture?\n\nAnton Rådlund',
    holders: [],
  });
  const reply = answer(
    unproduced,
    director,
    at('2030-10-22 11:37:40'),
    'Dear Anton Rådlund,\n\nit will be, and the flags are ordered.\n\nDirk Bolverk',
    { quotes: false },
  );
  const oneSided = post({
    at: at('2030-10-31 17:22:05'),
    from: chief,
    to: [adviser],
    subject: 'For the minister, before the vote',
    body: 'Anton,\n\ntwo pages on Quay 7 for the minister, as agreed yesterday.\n\nStaffan',
    holders: ['chief'],
  });
  return [
    { id: 'm01', event: ask, truth: outside('contractor-lobbyist', 'minister-adviser') },
    { id: 'm02', event: say, truth: outside('minister-adviser', 'contractor-lobbyist') },
    {
      id: 'm03',
      event: phone,
      truth: outside('contractor-lobbyist', 'minister-adviser', 'speaks of a private channel'),
    },
    { id: 'm04', event: thanks, truth: outside('minister-adviser', 'contractor-lobbyist') },
    { id: 'm05', event: visit, truth: outside('minister-adviser', 'contractor-director') },
    {
      id: 'm06',
      event: reply,
      truth: outside('contractor-director', 'minister-adviser', 'answers a mail that is in no mailbox and not quoted'),
    },
    {
      id: 'm07',
      event: oneSided,
      truth: {
        parties: [CHIEF, 'minister-adviser'],
        disclosed: 'not-covered',
        counts: false,
        why: 'not with the contractor',
        note: 'the adviser’s mailbox does not have it',
      },
    },
  ];
}

/** One message of which the archive lost all but the beginning. Its parties are not in the truth: nothing is left of them. */
export function damagedMail(): Mail {
  const from = PEOPLE.find((p) => p.id === 'harbour-master')!;
  return post({
    at: at('2030-06-13 09:33:21'),
    from: box(from.id),
    to: [chief],
    subject: 'Ice class of the tugs',
    body: 'lost',
    damaged: true,
  });
}
