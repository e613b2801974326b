/** What the minister's office writes to itself, to other offices, and gets from the harbour. */
import type { Topic } from './topic.ts';

export const MINISTRY: readonly Topic[] = [
  {
    subject: ['Answer to a question in parliament', 'Question {number} in parliament', 'Draft answer'],
    open: [
      'A member asks how many harbours are served by rail.',
      'The draft answer about the ice service is attached below.',
      'Question time is on {weekday}.',
    ],
    detail: [
      'The figures come from the coast statistics, table {number}.',
      'The answer should not be longer than a page.',
      'Finance has read it.',
    ],
    ask: ['Can you sign it off by {hour}?', 'Is the second sentence too firm?', 'Who answers in the chamber?'],
    reply: [
      'Signed off.',
      'Make the second sentence milder.',
      'The minister answers herself.',
      'One figure is from last year.',
    ],
  },
  {
    subject: ['Coast fund', 'Coast fund: applications', 'Call of the coast fund'],
    open: [
      'The coast fund has {number} applications so far.',
      'The rules of the coast fund are ready for the printer.',
      'Two towns ask whether ferries count.',
    ],
    detail: [
      'Each may get up to a third of the cost.',
      'The fund has {amount} thousand kronor left.',
      'The call closes in the autumn.',
    ],
    ask: ['Does the minister want the list?', 'Shall we answer both in the same way?', 'When is the press release?'],
    reply: [
      'The list, please, without names.',
      'In the same way.',
      'After the budget.',
      'I talk to finance on {weekday}.',
    ],
  },
  {
    subject: ['Diary of the minister', 'Travel on {weekday}', 'Change in the diary'],
    open: [
      'The diary for next week has changed.',
      'The train at {hour} is booked.',
      'The minister is in the chamber until {hour} on {weekday}.',
    ],
    detail: [
      'The visit to the yard moves to the week after.',
      'Lunch is with the coast guard.',
      'There are {number} minutes for each of them.',
    ],
    ask: ['Is that all right?', 'Who goes along?', 'Do you need a car?'],
    reply: ['All right.', 'I go along.', 'No car, we walk.', 'Please keep {weekday} evening free.'],
  },
  {
    subject: ['Pilotage act', 'Comments on the pilotage act', 'Hearing about pilotage'],
    open: [
      'The comments on the pilotage act are in.',
      'The pilots want to talk about chapter {number}.',
      'The hearing is on {weekday} in {room}.',
    ],
    detail: [
      'Most of them want longer transition.',
      'The shipowners are against, as expected.',
      'We have {number} letters in all.',
    ],
    ask: ['Can you sum them up?', 'Do we invite the towns?', 'How much time do we have?'],
    reply: [
      'A summary comes on {weekday}.',
      'Invite the towns.',
      'Until the end of the month.',
      'Chapter {number} should stay.',
    ],
  },
  {
    subject: ['Budget of the ports desk', 'Savings', 'Budget talks'],
    open: [
      'The ports desk is asked to save two per cent.',
      'Budget talks start on {weekday}.',
      'Here is the table for the talks.',
    ],
    detail: [
      'The ice service cannot be cut.',
      'Travel has gone down already.',
      'The rest is {amount} thousand kronor.',
    ],
    ask: ['Where would you cut?', 'Can the minister live with that?', 'Is the table right?'],
    reply: ['In the printing.', 'She can live with it.', 'Line {number} is wrong.', 'Let us wait for finance.'],
  },
  {
    subject: ['Speech at the ports day', 'Speech, draft', 'Two minutes about the coast'],
    open: [
      'The draft of the speech is below.',
      'The ports day wants the title by {weekday}.',
      'The minister would like a joke about {cargo}.',
    ],
    detail: ['It lasts {number} minutes.', 'The part about {place} is from Skarvik.', 'I have left the figures out.'],
    ask: ['Too long?', 'Do we say anything about dues?', 'Can you read it aloud once?'],
    reply: ['Take out the second page.', 'Nothing about dues.', 'Good as it is.', 'I would end with the pilots.'],
  },
];

/** Between the harbour's chief of staff and the minister's adviser. */
export const BETWEEN: readonly Topic[] = [
  {
    subject: ['Visit of the minister', 'Harbour visit, practical things', 'Programme for the visit'],
    open: [
      'The programme for the visit is nearly ready.',
      'The minister would like to see {place}.',
      'We count on {number} people from your side.',
    ],
    detail: ['The pilot boat is ready from {hour}.', 'Coffee is in {room}.', 'The newspaper will be there.'],
    ask: ['Is that too much for one afternoon?', 'Who greets her?', 'Do you need helmets?'],
    reply: [
      'It is fine.',
      'The harbour director greets her.',
      'We bring our own helmets.',
      'Please leave out {place}.',
    ],
  },
  {
    subject: ['Figures for the coast statistics', 'Ship calls of the quarter', 'Statistics'],
    open: [
      'You asked for the figures of {cargo}.',
      'The ship calls of the quarter are attached to the report.',
      'The statistics office has a question.',
    ],
    detail: [
      'It was {tonnes} tonnes, a little less than last year.',
      '{number} calls were cruise ships.',
      'Ferries are counted separately.',
    ],
    ask: ['Is that what you need?', 'May we publish it?', 'Can you check the third line?'],
    reply: [
      'Thank you, that is enough.',
      'Publish it on {weekday}.',
      'The third line is right.',
      'Finance has other figures, please compare.',
    ],
  },
  {
    subject: ['Ice service next winter', 'Rail siding', 'Application to the coast fund'],
    open: [
      'The application to the coast fund is with the registry.',
      'The rail office wants to close the siding.',
      'The ice service asks for a decision.',
    ],
    detail: [
      'It is about {amount} thousand kronor.',
      'The town supports it.',
      'We would need an answer before {weekday}.',
    ],
    ask: ['Can you find out where it lies?', 'Would a letter help?', 'Who decides?'],
    reply: ['It lies with finance.', 'A letter would help.', 'The desk officer decides.', 'I ask on {weekday}.'],
  },
];
