/** What other companies and offices write to the harbour, and get from it. */
import type { Topic } from './topic.ts';

/** Topics by organisation id. */
export const OUTSIDE: Readonly<{ [organisation: string]: readonly Topic[] }> = {
  pilots: [
    {
      subject: ['Pilot for {ship}', '{ship}, order of arrival', 'Fairway on {weekday}'],
      open: [
        '{ship} has ordered a pilot for {hour}.',
        'We have {number} arrivals on {weekday}.',
        'One of the leading lights at {place} is dark.',
      ],
      detail: [
        'With this wind we would rather wait for daylight.',
        'She needs two tugs at {berth}.',
        'The draught is given as {metres} metres.',
      ],
      ask: ['Is {berth} ready?', 'Can the tugs be there earlier?', 'Who repairs the light?'],
      reply: [
        '{berth} is ready from {hour}.',
        'The tugs know.',
        'The electrician goes out tomorrow.',
        'Then let us wait for daylight.',
      ],
    },
  ],
  tugs: [
    {
      subject: ['Tug times', 'Towage of {ship}', 'Tug in the yard'],
      open: [
        'One of our tugs is in the yard until {weekday}.',
        'The towage of {ship} took longer than planned.',
        'We can offer {number} more hours a week.',
      ],
      detail: [
        'The second tug does the ferry berth as usual.',
        'Waiting time was forty minutes.',
        'The price is the one of the frame contract.',
      ],
      ask: ['Is that enough for you?', 'Please sign the slip.', 'Shall we take part in the safety meeting?'],
      reply: [
        'Enough, thank you.',
        'Signed.',
        'Yes, {weekday} at {hour} in {room}.',
        'Please talk to the traffic desk.',
      ],
    },
  ],
  'ferry-line': [
    {
      subject: ['Summer timetable', 'Ferry berth on {weekday}', 'Queue at the terminal'],
      open: [
        'Our summer timetable is attached to the contract as usual.',
        'On {weekday} the ferry turns in the inner basin.',
        'The queue reached {place} on Sunday.',
      ],
      detail: [
        'We expect {number} hundred cars.',
        'The ramp needs grease before the season.',
        'The night departure is at {hour} at the latest.',
      ],
      ask: ['Can the barrier open earlier?', 'Is there room for the coaches?', 'Who looks after the toilets?'],
      reply: [
        'The barrier opens at {hour}.',
        'The coaches stand at {place}.',
        'We grease the ramp on {weekday}.',
        'That is in the contract, paragraph {number}.',
      ],
    },
  ],
  'crane-service': [
    {
      subject: ['Yearly service of crane {number}', 'Crane {number}: rope', 'Crane inspection'],
      open: [
        'The yearly service of crane {number} is due.',
        'The rope of crane {number} shows broken wires.',
        'The inspector comes on {weekday}.',
      ],
      detail: [
        'We need the crane for two days without a ship.',
        'The part comes from Gdańsk and takes a week.',
        'The price is {amount} kronor.',
      ],
      ask: ['Which days suit you?', 'May we order?', 'Can somebody open {place}?'],
      reply: [
        '{weekday} and the day after.',
        'Order it, please.',
        'The guards open for you at {hour}.',
        'Only after {ship} has left.',
      ],
    },
  ],
  fuel: [
    {
      subject: ['Bunkering of {ship}', 'Depot at the oil jetty', 'Fuel for the pilot boat'],
      open: [
        '{ship} bunkers at the oil jetty on {weekday}.',
        'The depot is closed for stocktaking.',
        'The price list for the quarter is out.',
      ],
      detail: [
        'The boom will be laid before {hour}.',
        'About {tonnes} tonnes.',
        'Our lorry uses the gate in Lotsgatan.',
      ],
      ask: ['Is the jetty free?', 'Does the fire brigade know?', 'Shall the invoice go to you?'],
      reply: ['The jetty is free.', 'The fire brigade knows.', 'To finance, please.', 'Not before {hour}.'],
    },
  ],
  survey: [
    {
      subject: ['Soundings of {place}', 'Survey boat', 'Chart corrections'],
      open: [
        'The soundings of {place} are done.',
        'We would measure {berth} on {weekday}.',
        'There are {number} corrections for the harbour chart.',
      ],
      detail: [
        'The shallowest point is {metres} metres.',
        'The boat needs calm water.',
        'Data comes in the usual format.',
      ],
      ask: ['May we lie at {berth} overnight?', 'Who gets the data?', 'Is there a ship in the way?'],
      reply: [
        'You may.',
        'The harbour master, please, and a copy to me.',
        '{ship} leaves at {hour}.',
        'Thank you, quick as always.',
      ],
    },
  ],
  town: [
    {
      subject: ['Plan for {place}', 'Council agenda', 'Cycle path along the quay'],
      open: [
        'The council deals with the plan for {place} this month.',
        'The cycle path crosses the rail siding.',
        'We have {number} objections to the plan.',
      ],
      detail: [
        'The harbour is asked for its opinion.',
        'The fence would move by {metres} metres.',
        'The hearing is on {weekday} at {hour}.',
      ],
      ask: ['Will somebody come?', 'Can we have your letter by {weekday}?', 'Is the siding still used?'],
      reply: [
        'The harbour master comes.',
        'The letter goes out on {weekday}.',
        'The siding is used twice a week.',
        'We have nothing against it.',
      ],
    },
  ],
  newspaper: [
    {
      subject: ['Question about {cargo}', 'Interview', 'Figures for the year'],
      open: [
        'I am writing about the {cargo} trade.',
        'Readers ask about the noise at {place}.',
        'Could I have the ship calls of the quarter?',
      ],
      detail: [
        'It should be in the paper on {weekday}.',
        'Two sentences would do.',
        'I have spoken with the residents already.',
      ],
      ask: ['Who can I call?', 'May I bring a photographer?', 'Until {hour}, if possible?'],
      reply: [
        'Please ask our press officer.',
        'The figures are on our pages.',
        'A photographer is welcome, with a helmet.',
        'I call you at {hour}.',
      ],
    },
  ],
  'law-firm': [
    {
      subject: ['Lease of the timber yard', 'Terms for Quay 7', 'Claim against {ship}'],
      open: [
        'The lease of the timber yard runs out in the spring.',
        'We have gone through the terms for Quay 7.',
        'The owners of {ship} deny the claim.',
      ],
      detail: [
        'Paragraph {number} should be clearer about delay.',
        'The sum is {amount} kronor with interest.',
        'Nothing has to be done before {weekday}.',
      ],
      ask: ['Shall we answer?', 'Do you want a draft?', 'May we talk at {hour}?'],
      reply: ['A draft, please.', 'Answer in our name.', '{hour} is fine.', 'Let us settle at two thirds.'],
    },
  ],
  'environment-office': [
    {
      subject: ['Inspection on {weekday}', 'Dredged material', 'Samples from {place}'],
      open: [
        'The yearly inspection is on {weekday}.',
        'The samples from {place} are clean.',
        'For the dredged material we need the form again.',
      ],
      detail: [
        'We look at the oil jetty first.',
        'Copper was just under the limit.',
        'Licensed sites are on our list.',
      ],
      ask: ['Who comes with us?', 'How many cubic metres will it be?', 'When do you start?'],
      reply: [
        'The harbour engineer comes.',
        'About 40,000.',
        'Not before the board has decided.',
        'The form is on its way.',
      ],
    },
  ],
  guards: [
    {
      subject: ['Report of the night', 'Gate in Lotsgatan', 'Fence at {place}'],
      open: [
        'A quiet night, one fence open at {place}.',
        'The barrier at the gate stuck at {hour}.',
        'Somebody fished from {berth} again.',
      ],
      detail: ['Nothing was taken.', 'The camera shows a fox.', 'We have closed it with wire.'],
      ask: ['Can the fence be mended?', 'Shall we report it?', 'Who has the spare key?'],
      reply: ['It is mended today.', 'No need to report a fox.', 'The spare key is at the traffic desk.', 'Thank you.'],
    },
  ],
};

/** How each of these signs. */
export function signature(name: string, role: string, organisation: string): string {
  return `${name}\n${role}, ${organisation}`;
}
