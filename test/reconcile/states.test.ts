import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FLAG } from '../../src/model/record.ts';
import { CASE, call, DUTY, headlines, states, underAct } from './asked-states.ts';
import type { Made } from './made.ts';

test('a call is disclosed by an entry of its day, undisclosed without one, and late by one given after the deadline', async () => {
  const { all, disclosures } = await states({
    contacts: [call('2030-05-01T10:00'), call('2030-05-02T10:00'), call('2030-05-03T10:00')],
    disclosures: [
      { by: ['ada'], with: ['xi'], channels: ['call'], on: '2030-05-01', given: '2030-05-15' },
      { by: ['ada'], with: ['xi'], channels: ['call'], on: '2030-05-03', given: '2030-05-18' },
    ],
  });
  assert.deepEqual(underAct(all), ['ada disclosed', 'ada undisclosed', 'ada late']);
  assert.deepEqual(headlines(all), ['disclosed', 'undisclosed', 'late']);
  assert.deepEqual(disclosures, ['recorded', 'recorded']);
});

test('what a machine sent takes no disclosure away from what somebody sent', async () => {
  const sent = { channel: 'mail', links: [{ from: 'xi', to: 'ada' }] } as const;
  const { all } = await states({
    contacts: [
      { ...sent, at: '2030-05-01T10:00' },
      { ...sent, at: '2030-05-01T10:01', flags: FLAG.automatic },
    ],
    disclosures: [{ by: ['ada'], with: ['xi'], channels: ['mail'], on: '2030-05-01', given: '2030-05-02' }],
  });
  assert.deepEqual(
    all.filter((s) => s.duty === '').map((s) => [s.contact, s.state]),
    [[0, 'disclosed']],
  );
});

test('the deadline is the end of a day', async () => {
  const { all } = await states({
    contacts: [call('2030-05-01T10:00'), call('2030-06-01T10:00')],
    disclosures: [
      { by: ['ada'], with: ['xi'], channels: ['call'], on: '2030-05-01', given: '2030-05-15T23:59:59' },
      { by: ['ada'], with: ['xi'], channels: ['call'], on: '2030-06-01', given: '2030-06-16' },
    ],
  });
  assert.deepEqual(underAct(all), ['ada disclosed', 'ada late']);
});

test('disclosures that are given after asOf do not exist yet', async () => {
  const { all, disclosures } = await states({
    contacts: [call('2030-05-01T10:00')],
    disclosures: [{ by: ['ada'], with: ['xi'], channels: ['call'], on: '2030-05-01', given: '2031-03-02' }],
  });
  assert.deepEqual(headlines(all), ['undisclosed']);
  assert.deepEqual(disclosures, []);
});

test('what is not due yet is not required yet', async () => {
  const { all } = await states(
    { contacts: [call('2031-02-20T10:00'), call('2031-02-10T10:00')], disclosures: [] },
    CASE.replace('to: 2030-12-31', 'to: 2031-12-31') + DUTY,
  );
  assert.deepEqual(underAct(all), ['ada not-required', 'ada undisclosed']);
  assert.deepEqual(headlines(all), ['not-required', 'undisclosed']);
});

test('outside of the reach of the loaded disclosures nothing is undisclosed, but what fits still counts', async () => {
  const { all } = await states({
    contacts: [call('2031-01-10T10:00'), call('2031-01-11T10:00')],
    disclosures: [{ by: ['ada'], with: ['xi'], channels: ['call'], on: '2031-01-11', given: '2031-01-12' }],
  });
  assert.deepEqual(underAct(all), ['ada undetermined', 'ada disclosed']);
  assert.deepEqual(headlines(all), ['undetermined', 'disclosed']);
});

test('a mail is not required under a duty for calls; its headline is: public, by anybody', async () => {
  const mail = { channel: 'mail' as const, links: [{ from: 'xi', to: 'bo' }] };
  const { all } = await states({
    contacts: [
      { ...mail, at: '2030-05-01T10:00' },
      { ...mail, at: '2030-05-02T10:00' },
    ],
    disclosures: [{ by: ['xi'], with: ['bo'], channels: ['mail'], on: '2030-05-02', given: '2030-06-01' }],
  });
  assert.deepEqual(underAct(all), ['bo not-required', 'bo not-required']);
  assert.deepEqual(headlines(all), ['undisclosed', 'disclosed']);
});

test('two calls and one entry are contested; an unanswered attempt takes nothing away', async () => {
  const { all } = await states({
    contacts: [
      { channel: 'call', at: '2030-03-14T08:00', links: [{ from: 'ada', to: 'xi', as: 'attempted' }] },
      call('2030-03-14T10:00'),
      call('2030-03-14T16:00'),
    ],
    disclosures: [{ by: ['ada'], with: ['xi'], channels: ['call'], on: '2030-03-14', given: '2030-03-20' }],
  });
  assert.deepEqual(underAct(all), ['ada contested', 'ada contested', 'ada contested']);
  const parts = all.filter((s) => s.duty === 'act').map((s) => s.part);
  assert.deepEqual(parts, [0, 1, 1]);
  assert.deepEqual(
    all.filter((s) => s.duty === 'act').map((s) => s.by),
    [null, 0, null],
  );
});

test('an attempt beside one call leaves the call disclosed', async () => {
  const { all } = await states({
    contacts: [
      { channel: 'call', at: '2030-03-14T08:00', links: [{ from: 'ada', to: 'xi', as: 'attempted' }] },
      call('2030-03-14T10:00'),
    ],
    disclosures: [{ by: ['ada'], with: ['xi'], channels: ['call'], on: '2030-03-14', given: '2030-03-20' }],
  });
  assert.deepEqual(underAct(all), ['ada contested', 'ada disclosed']);
});

test('"several times in May" is consistent with all in May', async () => {
  const { all } = await states({
    contacts: [call('2030-05-02T10:00'), call('2030-05-30T10:00'), call('2030-06-01T10:00')],
    disclosures: [
      {
        by: ['ada'],
        with: ['xi'],
        channels: ['call'],
        on: ['2030-05-01', '2030-05-31'],
        precision: 'month',
        capacity: null,
      },
    ],
  });
  assert.deepEqual(headlines(all), ['consistent', 'consistent', 'undisclosed']);
});

test('each attendee owes an account, and one who is left out makes it partial', async () => {
  const meeting = (links: Made['contacts'][number]['links'], when: string): Made['contacts'][number] => ({
    channel: 'meeting',
    at: when,
    links: links.map((l) => ({ ...l, as: 'attended' })),
  });
  const both = [
    { from: 'ada', to: 'xi' },
    { from: 'bo', to: 'xi' },
  ];
  const two = [
    { from: 'ada', to: 'xi' },
    { from: 'ada', to: 'yo' },
  ];
  const { all } = await states({
    contacts: [meeting(both, '2030-04-01T10:00'), meeting(both, '2030-04-02T10:00'), meeting(two, '2030-04-03T10:00')],
    disclosures: [
      { by: ['ada', 'bo'], with: ['xi'], channels: ['meeting', 'visit'], on: '2030-04-01' },
      { by: ['ada'], with: ['xi'], channels: ['meeting', 'visit'], on: '2030-04-02' },
      { by: ['ada'], with: ['xi'], channels: ['meeting', 'visit'], on: '2030-04-03' },
    ],
  });
  assert.deepEqual(underAct(all), ['ada disclosed', 'bo disclosed', 'ada disclosed', 'bo undisclosed', 'ada partial']);
  assert.deepEqual(headlines(all), ['disclosed', 'undisclosed', 'partial']);
});

test('two entries that name one guest each leave nobody out', async () => {
  const { all } = await states({
    contacts: [
      {
        channel: 'meeting',
        at: '2030-04-03T10:00',
        links: [
          { from: 'ada', to: 'xi', as: 'attended' },
          { from: 'ada', to: 'yo', as: 'attended' },
        ],
      },
    ],
    disclosures: ['xi', 'yo'].map((guest) => ({
      by: ['ada'],
      with: [guest],
      channels: ['meeting'] as const,
      on: '2030-04-03',
    })),
  });
  assert.deepEqual(headlines(all), ['disclosed']);
});
