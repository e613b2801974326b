/** Made-up tables of calls: plain ones with odd rows among them. */
import fc from 'fast-check';

/** A layout: its header, its template, and what each column holds. */
interface Made {
  readonly template: string;
  readonly header: readonly string[];
  readonly holds: readonly (
    | 'id'
    | 'moment'
    | 'date'
    | 'clock'
    | 'line'
    | 'length'
    | 'outcome'
    | 'direction'
    | 'text'
  )[];
}

const LAYOUTS: readonly Made[] = [
  {
    template: 'calls/generic',
    header: ['id', 'start_utc', 'caller', 'callee', 'duration_seconds', 'outcome'],
    holds: ['id', 'moment', 'line', 'line', 'length', 'outcome'],
  },
  {
    template: 'calls/generic',
    header: ['Carrier', 'Date', 'Time', 'A number', 'B number', 'Duration', 'Type', 'Status', 'Cell'],
    holds: ['text', 'date', 'clock', 'line', 'line', 'length', 'outcome', 'outcome', 'text'],
  },
  {
    template: 'calls/generic',
    header: ['From', 'Caller name', 'To', 'Start', 'End'],
    holds: ['line', 'text', 'line', 'moment', 'moment'],
  },
  {
    template: 'calls/itemised',
    header: ['Date/time', 'My number', 'Direction', 'Other party', 'Contact name', 'Length', 'Outcome'],
    holds: ['moment', 'line', 'direction', 'line', 'text', 'length', 'outcome'],
  },
  {
    template: 'calls/measured',
    header: ['source', 'destination', 'measure', 'timestamp', 'label'],
    holds: ['line', 'line', 'length', 'moment', 'text'],
  },
];

const two = (n: number): string => String(n).padStart(2, '0');

interface Instant {
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** How a program writes a date and time. */
const DATES: readonly ((t: Instant) => string)[] = [
  (t) => `2030-${two(t.month)}-${two(t.day)}`,
  (t) => `${two(t.day)}/${two(t.month)}/2030`,
  (t) => `${t.month}/${t.day}/2030`,
  (t) => `${two(t.day)}.${two(t.month)}.30`,
];
const CLOCKS: readonly ((t: Instant) => string)[] = [
  (t) => `${two(t.hour)}:${two(t.minute)}:${two(t.second)}`,
  (t) => `${two(t.hour)}:${two(t.minute)}`,
  (t) => `${t.hour}:${two(t.minute)}:${two(t.second)}.250`,
];
const JOINS = ['T', ' '] as const;
const ZONES = ['', 'Z', '+02:00', '-0530'] as const;

/** Days on which clocks are set forward and back are among them. */
const instant: fc.Arbitrary<Instant> = fc.record({
  month: fc.constantFrom(1, 3, 5, 10, 11, 12),
  day: fc.constantFrom(1, 3, 10, 11, 12, 13, 27, 28, 30, 31),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.integer({ min: 0, max: 59 }),
});

const line = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 9 }).map((n) => `+1 (415) 555-010${n}`) },
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 9 }).map((n) => `070174060${n}`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'private',
      'Withheld',
      '',
      ' 0701740600 ',
      'HARBOUR',
      'sip:5@desk.example',
      '(b)(6)',
      '*21#',
      '-',
    ),
  },
);
const length = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 4000 }).map(String) },
  { weight: 2, arbitrary: fc.constantFrom('00:05:30', '5:30', '65:10', '', '1.5', '2 min', '-', '9999999999', ' 7') },
);
const outcome = fc.constantFrom(
  'answered',
  'answered',
  'no answer',
  'busy',
  'SMS',
  'data',
  'voice',
  '',
  'odd word',
  'nil',
);
const direction = fc.constantFrom('in', 'out', 'out', 'incoming', 'missed', '', 'sideways');
const text = fc.constantFrom('Bay', 'Övre', 'Total', 'Grand total', '', 'none', 'Notes', '17', 'start', 'From');

interface Way {
  readonly made: Made;
  readonly date: (t: Instant) => string;
  readonly clock: (t: Instant) => string;
  readonly join: string;
  readonly zone: string;
  readonly epoch: boolean;
  readonly delimiter: string;
  readonly ending: string;
  readonly quotes: boolean;
}

const way: fc.Arbitrary<Way> = fc.record({
  made: fc.constantFrom(...LAYOUTS),
  date: fc.constantFrom(DATES[0]!, ...DATES),
  clock: fc.constantFrom(CLOCKS[0]!, ...CLOCKS),
  join: fc.constantFrom(...JOINS),
  zone: fc.constantFrom(...ZONES),
  epoch: fc.constantFrom(false, false, false, true),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  ending: fc.constantFrom('\n', '\n', '\r\n'),
  quotes: fc.constantFrom(false, false, true),
});

function cellOf(holds: Made['holds'][number], w: Way): fc.Arbitrary<string> {
  const written = (t: Instant): string => {
    if (w.epoch) return String(Date.UTC(2030, t.month - 1, t.day, t.hour, t.minute, t.second) / 1000);
    return `${w.date(t)}${w.join}${w.clock(t)}${w.zone}`;
  };
  const odd = fc.constantFrom(
    '',
    'soon',
    '2030-02-30',
    '3 May 2030',
    '2030-05-06',
    '10:11',
    '1893456000',
    '31/12/2030 1:05',
  );
  const often = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.oneof({ weight: 14, arbitrary }, { weight: 1, arbitrary: odd });
  switch (holds) {
    case 'id':
      return fc.integer({ min: 1, max: 999_999_999 }).map(String);
    case 'moment':
      return often(instant.map(written));
    case 'date':
      return often(instant.map(w.date));
    case 'clock':
      return often(instant.map(w.clock));
    case 'line':
      return line;
    case 'length':
      return length;
    case 'outcome':
      return outcome;
    case 'direction':
      return direction;
    case 'text':
      return text;
  }
}

/** What may stand among the rows and is none of them, or a damaged one. */
function strange(w: Way): fc.Arbitrary<string> {
  const { header } = w.made;
  const d = w.delimiter;
  return fc.constantFrom(
    '',
    '   ',
    d.repeat(header.length - 1),
    header.join(d),
    `Total${d}${d}17`,
    'Note: made by a machine',
    `a${d}b`,
    `x${d}a "word" inside${d}y`,
    `"say ""so"""${d}2`,
    `"2"${d} "3" ${d}4`,
    `nul\0byte${d}1`,
    'Größe',
    `return\rinside${d}2`,
    `${d}${d}7${d}8`,
    Array.from({ length: header.length + 3 }, (_, i) => String(i)).join(d),
  );
}

function rowOf(w: Way): fc.Arbitrary<string> {
  const quoted = (cell: string): string => (w.quotes || cell.includes(w.delimiter) ? `"${cell}"` : cell);
  const whole = fc
    .tuple(...w.made.holds.map((holds) => cellOf(holds, w)))
    .map((cells) => cells.map(quoted).join(w.delimiter));
  const shaped = fc
    .tuple(whole, fc.constantFrom('', '', '', w.delimiter, `${w.delimiter}more`))
    .map(([row, end]) => row + end);
  const short = whole.map((row) => row.split(w.delimiter).slice(0, -2).join(w.delimiter));
  return fc.oneof(
    { weight: 30, arbitrary: whole },
    { weight: 2, arbitrary: shaped },
    { weight: 1, arbitrary: short },
    { weight: 3, arbitrary: strange(w) },
  );
}

export interface MadeTable {
  readonly template: string;
  readonly bytes: Buffer;
}

/** Tables of some dozen rows; some of the rows stand there twice. */
export const madeTable: fc.Arbitrary<MadeTable> = way.chain((w) =>
  fc
    .record({
      rows: fc.array(rowOf(w), { minLength: 4, maxLength: 60 }),
      twice: fc.array(fc.nat(), { maxLength: 6 }),
      front: fc.constantFrom('', '', '\ufeff', 'Calls of the harbour\n'),
      last: fc.boolean(),
      encoding: fc.constantFrom<BufferEncoding>('utf8', 'utf8', 'latin1'),
    })
    .map(({ rows, twice, front, last, encoding }) => {
      const all = [...rows];
      for (const n of twice) all.splice(n % all.length, 0, rows[n % rows.length]!);
      const table = [w.made.header.join(w.delimiter), ...all].join(w.ending) + (last ? w.ending : '');
      const mark = encoding === 'latin1' ? '' : front;
      return { template: w.made.template, bytes: Buffer.from(mark + table, encoding) };
    }),
);
