/** What the harbour office writes to itself. */
import type { Topic } from './topic.ts';

export const INSIDE: readonly Topic[] = [
  {
    subject: ['Berth plan for next week', 'Berth plan, changes', 'Who lies where'],
    open: [
      'The berth plan for next week is ready.',
      'Two changes to the berth plan.',
      '{ship} comes a day later than announced, so I have moved things around.',
    ],
    detail: [
      '{ship} goes to {berth} with {tonnes} tonnes of {cargo}.',
      '{berth} stays free until {weekday} because of the divers.',
      'The pilots want {berth} empty before {hour} on {weekday}.',
    ],
    ask: [
      'Please say so today if that does not work for you.',
      'Can you tell the tally men?',
      'Does the railway need to know?',
    ],
    reply: [
      'That works. I have told the gate.',
      'Fine with me, but the cranes are busy until {hour}.',
      '{weekday} would be better, there is a cruise call.',
      'Agreed. I will enter it in the system.',
    ],
  },
  {
    subject: ['Broken {gear} at {berth}', '{gear} at {berth}', 'Damage at {berth}'],
    open: [
      'A {gear} at {berth} was hit last night.',
      'The {gear} at {berth} is broken again.',
      'During the morning round we found a damaged {gear} at {berth}.',
    ],
    detail: [
      'The mate of {ship} has signed the damage report.',
      'A new one costs about {amount} kronor without fitting.',
      'It is fenced off, nobody can fall in.',
    ],
    ask: [
      'Do we claim on the ship or on our own insurance?',
      'May I order a new one?',
      'Who has the key to the store?',
    ],
    reply: [
      'Order it. Finance knows.',
      'Claim on the ship, please, with photographs.',
      'There is one left in the store at {place}.',
      'Is it the same {gear} as in the spring?',
    ],
  },
  {
    subject: ['Budget, second reading', 'Budget figures', 'Costs until now'],
    open: [
      'Attached you find the figures until the end of last month.',
      'I need your numbers for the second reading of the budget.',
      'The quay dues are {amount} kronor below the plan.',
    ],
    detail: [
      'Most of it is {cargo}, which goes through another harbour this year.',
      'Maintenance is {amount} above the plan because of the {gear}s.',
      'Energy has become cheaper, so in sum we are nearly there.',
    ],
    ask: [
      'Can I have your comments by {weekday}?',
      'Do you want this in front of the board?',
      'Shall I move the rest to next year?',
    ],
    reply: [
      'Move it to next year, please.',
      'Looks right. One question: is the dredging in there?',
      'Yes, it should go to the board.',
      'I will look at it on {weekday}.',
    ],
  },
  {
    subject: ['Minutes of the staff meeting', 'Staff meeting, agenda', 'Points for Monday'],
    open: [
      'Here are the minutes of the staff meeting.',
      'Points for the staff meeting so far: berth plan, holidays, the canteen.',
      'The staff meeting is in {room} this time.',
    ],
    detail: [
      'Open from last time: the alarm at {place} and the new work clothes.',
      'The harbour master reports on the ice service.',
      'We have {number} points, so please be short.',
    ],
    ask: ['Anything to add?', 'Who takes the minutes?', 'Please read them before {weekday}.'],
    reply: [
      'Please add the parking at {place}.',
      'I cannot come, {weekday} is full.',
      'Nothing from me.',
      'I take the minutes.',
    ],
  },
  {
    subject: ['Quay 7: papers', 'Quay 7, timetable', 'Tender for Quay 7'],
    open: [
      'The draft of the papers for Quay 7 is in the folder.',
      'Procurement has sent the description of works for Quay 7.',
      'The lawyers have read the terms for Quay 7.',
    ],
    detail: [
      'Chapter {number} on the guarantee is still missing.',
      'Both bidders got the same answers through the portal.',
      'The drawings are the ones of March, nothing has changed since.',
    ],
    ask: [
      'Can you read it before {weekday}?',
      'Is the order of the chapters right?',
      'Does the registry have the final version?',
    ],
    reply: [
      'Read it. Chapter {number} is too long.',
      'The registry has it.',
      'I would leave the order as it is.',
      'Please send it to finance as well.',
    ],
  },
  {
    subject: ['Ice service', 'Winter on the quays', 'Sand and salt'],
    open: [
      'The ice service asks how many tugs we keep in the winter.',
      'The sand for {place} has arrived.',
      'It was minus twelve at {place} this morning.',
    ],
    detail: ['{berth} was cleared by {hour}.', 'The water at the {gear} was frozen.', '{number} lorries had to wait.'],
    ask: ['Who is on duty at the weekend?', 'Do we need more salt?', 'Shall I warn the lorry drivers?'],
    reply: ['I am on duty.', 'There is salt for {number} weeks.', 'A notice is out.', 'Thank you, well done.'],
  },
  {
    subject: ['Holidays', 'Holiday list', 'Who is here in the summer'],
    open: [
      'Please put your holidays into the list.',
      'The holiday list has a hole in the last week of July.',
      'I would like to take {number} days in the autumn.',
    ],
    detail: [
      'At least two of us have to be here on every working day.',
      'The traffic desk needs one more person on {weekday}s.',
      'The switchboard is closed from {hour} in July.',
    ],
    ask: ['Can you swap with me?', 'Is that all right?', 'Please do it this week.'],
    reply: ['I can swap.', 'All right, enjoy it.', 'Done.', 'I will ask at home and tell you on {weekday}.'],
  },
  {
    subject: ['Keys and cards', 'Gate cards', 'Access to {place}'],
    open: [
      '{number} gate cards are missing since the stocktaking.',
      'The lock at {place} is being changed.',
      'The guards ask who may go to {place} after {hour}.',
    ],
    detail: [
      'Old cards stop working on {weekday}.',
      'Visitors still have to sign at the gate.',
      'The list in the system is from last year.',
    ],
    ask: ['Can you check your list?', 'Who needs one?', 'Do the pilots have their own?'],
    reply: [
      'Mine works.',
      'The pilots need {number}.',
      'I have sent the list to the guards.',
      'Please keep one for the new trainee.',
    ],
  },
  {
    subject: ['Visitors on {weekday}', 'School class at {place}', 'Delegation'],
    open: [
      'A school class wants to see {place}.',
      'A delegation of {number} comes on {weekday}.',
      'The rotary club asks for a tour.',
    ],
    detail: ['They would arrive at {hour} by bus.', 'We need helmets for everybody.', 'Coffee afterwards in {room}.'],
    ask: ['Who shows them round?', 'Is {berth} empty then?', 'Can you book the room?'],
    reply: [
      'I can do it.',
      'The room is booked.',
      'Not at {berth}, {ship} loads {cargo} there.',
      'Helmets are in the pilot house.',
    ],
  },
  {
    subject: ['Soundings', 'Depth at {berth}', 'Silt in {place}'],
    open: [
      'The surveyors have sent the soundings of {place}.',
      'At {berth} there are {metres} metres at mean water.',
      'There is more silt than last year at {berth}.',
    ],
    detail: [
      '{ship} draws {metres} metres, so it is just enough.',
      'The pilots should get the new chart this week.',
      'The county office wants a copy.',
    ],
    ask: ['Do we have to lower the permitted draught?', 'Shall I send it to the pilots?', 'When was it dredged last?'],
    reply: [
      'Send it to the pilots, please.',
      'It was dredged {number} years ago.',
      'Lower it by ten centimetres.',
      'Let us talk about it on {weekday}.',
    ],
  },
  {
    subject: ['Invoice of {amount}', 'Invoice without an order', 'Payment for the {gear}'],
    open: [
      'An invoice of {amount} kronor has arrived without an order number.',
      'The invoice for the {gear} at {berth} is double.',
      'The towage of {ship} was charged twice.',
    ],
    detail: [
      'It is dated the last day of the month.',
      'The sum is right, the text is not.',
      'It must be paid by {weekday}.',
    ],
    ask: ['Do you know what it is for?', 'May I pay it?', 'Who ordered that?'],
    reply: [
      'Pay it.',
      'That was for the work at {place}.',
      'Send it back, please.',
      'I ordered it, sorry, the number is missing.',
    ],
  },
  {
    subject: ['Letter from the residents', 'Noise at night', 'Complaint about {cargo} dust'],
    open: [
      'The residents at {place} complain about noise.',
      'A letter has come about dust from the {cargo}.',
      'The newspaper asks about the noise at {berth}.',
    ],
    detail: [
      'It was {ship}, unloading until {hour}.',
      'The limit was kept, we have measured.',
      'Last year there were {number} such letters.',
    ],
    ask: ['Who answers?', 'May I say that we measure again?', 'Is that for the board?'],
    reply: [
      'I answer, give me until {weekday}.',
      'Say that we measure again.',
      'Not for the board.',
      'Please be friendly, they have a point.',
    ],
  },
  {
    subject: ['Archive', 'Old files', 'Request for documents'],
    open: [
      'The registry has a request for documents.',
      'We found {number} boxes of old files at {place}.',
      'The town archive asks for our drawings.',
    ],
    detail: [
      'It is about the dues for {cargo}.',
      'Nothing in it is confidential as far as I see.',
      'They were written before the new numbering.',
    ],
    ask: ['Can you look whether you have anything?', 'May they go?', 'By {weekday}, please.'],
    reply: ['I have nothing.', 'Two letters, on your desk.', 'They may go.', 'Ask the lawyers about the second one.'],
  },
];
