import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASE, call, DUTY, headlines, OFFICE, states, underAct } from './asked-states.ts';
import type { Made } from './made.ts';

test('who was only copied in owes nothing where somebody was addressed', async () => {
  const { all } = await states({
    contacts: [
      {
        channel: 'call',
        at: '2030-04-03T10:00',
        links: [
          { from: 'xi', to: 'ada' },
          { from: 'xi', to: 'bo', as: 'copied' },
        ],
      },
      { channel: 'call', at: '2030-04-04T10:00', links: [{ from: 'xi', to: 'bo', as: 'copied' }] },
    ],
    disclosures: [],
  });
  assert.deepEqual(underAct(all), ['ada undisclosed', 'bo undisclosed']);
});

test('a possible identity on the side of the disclosure is admitted, as a coarse fit', async () => {
  const { all } = await states({
    contacts: [call('2030-05-01T10:00')],
    disclosures: [{ by: ['ada'], with: ['xi'], channels: ['call'], on: '2030-05-01', grade: 'possible' }],
  });
  assert.deepEqual(headlines(all), ['consistent']);
});

test('what fits a contact that may be the same event fits both', async () => {
  const { all } = await states({
    contacts: [call('2030-05-01T10:00'), call('2030-05-03T10:00')],
    disclosures: [{ by: ['ada'], with: ['xi'], channels: ['call'], on: '2030-05-01' }],
    same: [[0, 1]],
  });
  assert.deepEqual(headlines(all), ['contested', 'contested']);
});

test('a confidential form is not public, and a duty to a committee is not met by the public register', async () => {
  const { all } = await states(
    {
      contacts: [call('2030-05-01T10:00'), call('2030-05-02T10:00')],
      disclosures: [
        { by: ['ada'], with: ['xi'], channels: ['call'], on: '2030-05-01', audience: 'committee' },
        { by: ['ada'], with: ['xi'], channels: ['call'], on: '2030-05-02' },
      ],
    },
    `${CASE.replace(' } ]', ' }, { disclosers: "@office", audience: committee, from: 2030-01-01, to: 2030-12-31 } ]')}duties:
  - { id: act, who: "@office", what: calls with "@firm" }
  - { id: form, who: "@office", what: calls with "@firm", audience: committee }
`,
  );
  const form = all.filter((s) => s.duty === 'form').map((s) => s.state);
  assert.deepEqual(underAct(all), ['ada undisclosed', 'ada disclosed']);
  assert.deepEqual(form, ['disclosed', 'undisclosed']);
  assert.deepEqual(headlines(all), ['undisclosed', 'disclosed']);
});

test('without duties the question is: public, by anybody, where the loaded disclosures reach', async () => {
  const { all } = await states(
    {
      contacts: [
        call('2030-05-01T10:00'),
        call('2030-05-02T10:00', 'zoe', 'bo'),
        call('2030-05-03T10:00', 'zoe', 'xi'),
        call('2030-05-04T10:00', 'ada', 'bo'),
        call('2031-05-04T10:00'),
      ],
      disclosures: [{ by: ['xi'], with: ['ada'], channels: ['call'], on: '2030-05-01' }],
    },
    CASE,
  );
  assert.deepEqual(
    all.map((s) => [s.contact, s.duty, s.state]),
    [
      [0, '', 'disclosed'],
      [1, '', 'undisclosed'],
      [4, '', 'undetermined'],
    ],
  );
});

test('a contact whose time is not known is undetermined, and fits any time', async () => {
  const unknown = { channel: 'call' as const, links: [{ from: 'ada', to: 'xi' }] };
  const { all } = await states({ contacts: [unknown], disclosures: [] });
  assert.deepEqual(headlines(all), ['undetermined']);
  const fitting = await states({
    contacts: [unknown],
    disclosures: [{ by: ['ada'], with: ['xi'], channels: ['call'], on: '2030-05-01' }],
  });
  assert.deepEqual(headlines(fitting.all), ['consistent']);
});

test('a nil return covers nothing', async () => {
  const { all, disclosures } = await states({
    contacts: [call('2030-05-01T10:00')],
    disclosures: [{ by: ['ada'], with: ['xi'], channels: ['call'], on: ['2030-01-01', '2030-12-31'], nil: true }],
  });
  assert.deepEqual(headlines(all), ['undisclosed']);
  assert.deepEqual(disclosures, ['untestable']);
});

test('what goes through the matching and what is settled by one statement follow the same rules', async () => {
  const when = ['2029-12-31T10:00', '2030-05-01T10:00', '2031-01-10T10:00', '2031-02-25T10:00'];
  const spread = ['2029-12-20', '2030-01-20'] as const;
  const contacts: Made['contacts'] = [
    ...when.map((day) => call(day)),
    ...when.map((day) => ({ channel: 'mail' as const, at: day, links: [{ from: 'ada', to: 'xi' }] })),
    { channel: 'call', at: spread, links: [{ from: 'ada', to: 'xi' }] },
    { channel: 'meeting', at: when[1]!, links: OFFICE.map((from) => ({ from, to: 'xi', as: 'attended' as const })) },
    { channel: 'call', links: [{ from: 'ada', to: 'xi' }] },
    { channel: 'report', at: when[1]!, links: [{ from: 'ada', to: 'xi' }] },
  ];
  // Disclosures to somebody else fit everything and cover nothing: all contacts go through the matching.
  const decoys: Made['disclosures'] = OFFICE.map((by) => ({
    by: [by],
    with: ['xi'],
    channels: ['call', 'mail', 'meeting', 'visit'],
    on: ['2029-01-01', '2031-12-31'],
    precision: 'range',
    capacity: null,
    audience: 'elsewhere',
  }));
  const text = CASE + DUTY.replace(' }', ', from: 2030-01-01 }');
  const [alone, matched] = [
    await states({ contacts, disclosures: [] }, text),
    await states({ contacts, disclosures: decoys }, text),
  ];
  assert.deepEqual(matched.all, alone.all);
  assert.deepEqual([...new Set(alone.all.map((s) => s.state))].sort(), ['not-required', 'undetermined', 'undisclosed']);
});

// The disclosures of ada herself reach all of the year.
const ALWAYS = CASE.replace('disclosers: "@office"', 'disclosers: ada');

test('a contact that may have been before somebody came to the office is undetermined', async () => {
  const spread = { at: ['2030-04-20', '2030-05-10'] as const, links: [{ from: 'ada', to: 'xi' }] };
  const made = {
    contacts: [
      { ...spread, channel: 'call' as const },
      call('2030-06-01T10:00'),
      { ...spread, channel: 'mail' as const },
    ],
    disclosures: [],
    belongs: { ada: ['2030-05-01', '2030-12-31'] as const },
  };
  const { all } = await states(made, ALWAYS + DUTY);
  assert.deepEqual(underAct(all), ['ada undetermined', 'ada undisclosed', 'ada not-required']);
  assert.deepEqual(headlines(all), ['undetermined', 'undisclosed', 'undetermined']);
});

test('what is not required takes no disclosure away', async () => {
  const { all } = await states(
    {
      contacts: [call('2030-05-20T10:00'), call('2030-06-10T10:00')],
      disclosures: [
        {
          by: ['ada'],
          with: ['xi'],
          channels: ['call'],
          on: ['2030-05-01', '2030-06-30'],
          precision: 'range',
          capacity: 1,
        },
      ],
    },
    CASE + DUTY.replace(' }', ', from: 2030-06-01 }'),
  );
  assert.deepEqual(underAct(all), ['ada not-required', 'ada consistent']);
});

const twoGuests = (when: string): Made['contacts'][number] => ({
  channel: 'meeting',
  at: when,
  links: ['xi', 'yo'].map((to) => ({ from: 'ada', to, as: 'attended' })),
});

test('what a guest told does not complete what the holder told', async () => {
  const { all } = await states({
    contacts: [twoGuests('2030-04-03T10:00')],
    disclosures: [
      { by: ['ada'], with: ['xi'], channels: ['meeting'], on: '2030-04-03' },
      { by: ['yo'], with: ['ada'], channels: ['meeting'], on: '2030-04-03' },
    ],
  });
  assert.deepEqual(underAct(all), ['ada partial']);
});

test('a headline names what weighs most: what is left out before what cannot be told', async () => {
  const meeting = twoGuests('2030-04-03T10:00');
  const { all } = await states(
    {
      contacts: [{ ...meeting, links: [...meeting.links, { from: 'bo', to: 'xi', as: 'attended' }] }],
      disclosures: [{ by: ['ada'], with: ['xi'], channels: ['meeting'], on: '2030-04-03' }],
    },
    ALWAYS + DUTY,
  );
  assert.deepEqual(underAct(all), ['ada partial', 'bo undetermined']);
  assert.deepEqual(headlines(all), ['partial']);
});
