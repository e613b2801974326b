/** Mails between the harbour office and the contractor's people, 1 April to 8 November, that no disclosure covers. */
import type { Mail, Planted, Truth } from '../cast/events.ts';
import { answer, box, CHIEF_PRIVATE, DIRECTOR_PRIVATE, post } from '../cast/post.ts';
import { at } from '../form/clock.ts';

const CHIEF = 'harbour-chief-of-staff';
const undisclosed = (other: string, begins: 'office' | 'contractor' = 'office'): Truth => ({
  parties: begins === 'office' ? [CHIEF, other] : [other, CHIEF],
  disclosed: 'no',
  counts: true,
});

const chief = box(CHIEF);
const director = box('contractor-director');
const deputy = box('contractor-deputy');
const bids = box('contractor-bid-manager');
const lobbyist = box('contractor-lobbyist');
const adviser = box('minister-adviser');

function withDirector(): Planted<Mail>[] {
  const first = post({
    at: at('2030-04-03 16:12:05'),
    from: chief,
    to: [director, adviser],
    subject: 'Quay 7: a word before the summer',
    body: `Dear Dirk, dear Anton,

before the papers for Quay 7 are finished I would like the three of us to
go through the order of works once. The harbour can close the inner basin
for eleven weeks at most, and I would rather hear now than in the autumn
whether that is enough to drive the sheet piles.

No minutes needed for this. I am at my desk until six.

Staffan`,
    regated: true,
  });
  const asked = post({
    at: at('2030-05-08 08:31:40'),
    from: director,
    to: [chief],
    subject: 'Closing times of the inner basin',
    body: `Good morning Staffan,

you said eleven weeks. If the ferries can move to Quay 3 in the first two
of them we would manage with nine, and that changes the price noticeably.
Can you tell me whether Quay 3 is free in March?

Dirk`,
  });
  const told = answer(
    asked,
    chief,
    at('2030-05-08 09:47:12'),
    `Dirk,

Quay 3 is free from the 4th of March. The grain ships go to Quay 5 that
month, I have checked with the harbour master. Nine weeks would help us
with the pilots as well.

Staffan`,
  );
  const three = [CHIEF, 'contractor-director', 'minister-adviser'];
  return [
    {
      id: 'u01',
      event: first,
      truth: {
        ...undisclosed('contractor-director'),
        parties: three,
        note: 'copies in both mailboxes, with differing Message-IDs',
      },
    },
    {
      id: 'u03',
      event: asked,
      truth: { ...undisclosed('contractor-director', 'contractor'), note: 'answered by u04' },
    },
    { id: 'u04', event: told, truth: undisclosed('contractor-director') },
  ];
}

function withLobbyist(): Planted<Mail>[] {
  const asked = post({
    at: at('2030-04-24 10:02:33'),
    from: lobbyist,
    to: [chief],
    subject: 'Timetable for the board papers',
    html: true,
    body: `Dear Staffan,

thank you for your time last week. Could you let me know when the draft
papers on Quay 7 go to the members of the board, and who presents them?
My client would like to be ready with answers when the questions come.

Kind regards
Lovisa Talman
Talman & Berg Public Affairs`,
  });
  const told = answer(
    asked,
    CHIEF_PRIVATE,
    at('2030-04-24 20:20:51'),
    `Lovisa,

the draft goes out on 14 October, Märta presents it. Please write to this
address from now on, what comes to the office is entered by the registry
the same day.

S.`,
    { cc: [chief] },
  );
  const dredging = post({
    at: at('2030-06-12 21:07:19'),
    from: CHIEF_PRIVATE,
    to: [lobbyist],
    cc: [chief],
    subject: 'What the board will ask',
    body: `Lovisa,

three of the members worry about the dredged material. If your client can
show a licensed place for all 40,000 cubic metres, half of the discussion
falls away. The county office has the list of licensed sites.

S.`,
  });
  const summer = post({
    at: at('2030-08-29 19:44:02'),
    from: CHIEF_PRIVATE,
    to: [lobbyist],
    cc: [chief],
    subject: 'After the summer',
    body: `Lovisa,

back at work. The weights of the criteria are settled now: price sixty,
time thirty, environment ten. It will stand in the papers, but you asked.

S.`,
  });
  const council = post({
    at: at('2030-10-03 11:16:27'),
    from: chief,
    to: [lobbyist],
    cc: [adviser],
    subject: 'Visit of the minister to Quay 7',
    body: `Dear Lovisa,

the minister comes on the 24th of October in the afternoon. If your client
wants to have people in helmets on the quay that day, now is the time to
say so. Anton has the timetable.

Best regards
Staffan Kajsund
Chief of staff, Skarvik Harbour Authority`,
  });
  const mine = undisclosed('contractor-lobbyist');
  return [
    {
      id: 'u07',
      event: asked,
      truth: { ...undisclosed('contractor-lobbyist', 'contractor'), note: 'answered by u08' },
    },
    { id: 'u08', event: told, truth: { ...mine, note: 'private account; speaks of a private channel' } },
    { id: 'u09', event: dredging, truth: { ...mine, note: 'private account' } },
    { id: 'u10', event: summer, truth: { ...mine, note: 'private account' } },
    { id: 'u11', event: council, truth: { ...mine, note: 'copies in both mailboxes, with one Message-ID' } },
  ];
}

function withOthers(): Planted<Mail>[] {
  const piles = post({
    at: at('2030-06-26 13:28:44'),
    from: chief,
    to: [deputy],
    bcc: [CHIEF_PRIVATE],
    subject: 'Soundings at Quay 7',
    body: `Johan,

attached are the spring soundings along Quay 7, ahead of the annex to the
papers. From the north end on the rock lies higher than the old drawings say,
which will matter for the length of the piles.

From next week on I am away, so call before Friday if anything is unclear.

Staffan`,
    attachments: [
      {
        name: 'soundings-quay-7.csv',
        type: 'text/csv',
        text: 'station;metres north;depth\nS1;0;-9.4\nS2;20;-9.1\nS3;40;-8.7\nS4;60;-7.9\nS5;80;-7.2\n',
      },
    ],
  });
  const weeks = post({
    at: at('2030-09-05 22:13:08'),
    from: CHIEF_PRIVATE,
    to: [deputy],
    cc: [chief],
    subject: 'Nine weeks',
    body: `Johan,

the other bidder asks for thirteen weeks. That is all I can say.

S.`,
  });
  const question = post({
    at: at('2030-07-03 09:05:56'),
    from: bids,
    to: [chief],
    subject: 'Crane loads on the old quay',
    body: `Dear Staffan Kajsund,

may we put a 120-tonne crawler crane on the old part of the quay? The
drawings from 1974 give five tonnes per square metre, and nothing is said
about it in the description of works.

Henrik Kalkholm
Vågbrytaren Marine AB`,
  });
  const reply = answer(
    question,
    chief,
    at('2030-07-04 15:52:30'),
    `Dear Henrik,

with load-spreading mats, yes. The harbour engineer has done the sum and
I will have it added to the description before anybody else asks.

Staffan Kajsund`,
  );
  return [
    { id: 'u14', event: piles, truth: { ...undisclosed('contractor-deputy'), note: 'a blind copy to himself' } },
    { id: 'u15', event: weeks, truth: { ...undisclosed('contractor-deputy'), note: 'private account' } },
    {
      id: 'u17',
      event: question,
      truth: { ...undisclosed('contractor-bid-manager', 'contractor'), note: 'answered by u18' },
    },
    { id: 'u18', event: reply, truth: undisclosed('contractor-bid-manager') },
  ];
}

function perhapsDirector(): Planted<Mail>[] {
  const lunch = post({
    at: at('2030-08-14 12:40:18'),
    from: chief,
    to: [DIRECTOR_PRIVATE],
    subject: 'Saturday',
    body: `Hello,

Saturday suits me well. I will bring the chart of the outer fairway, then
you can show me where the barge would lie.

S.`,
  });
  const weather = post({
    at: at('2030-10-10 18:25:36'),
    from: chief,
    to: [DIRECTOR_PRIVATE],
    subject: 'Saturday again',
    body: `Hello,

same place, ten o'clock? There are two things about the guarantee period
that are better said than written.

S.`,
  });
  const truth: Truth = {
    ...undisclosed('contractor-director'),
    identity: 'probable',
    note: 'hangs on whether the private account is his; it is',
  };
  return [
    { id: 'p01', event: lunch, truth },
    { id: 'p02', event: weather, truth },
  ];
}

/** 12 certain mails and two that hang on an account. */
export function runUpMails(): Planted<Mail>[] {
  return [...withDirector(), ...withLobbyist(), ...withOthers(), ...perhapsDirector()];
}
