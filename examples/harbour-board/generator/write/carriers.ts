/** The files of two carriers: other columns, other spellings of numbers, other clocks. */

import type { Call } from '../cast/events.ts';
import { ORGANISATIONS } from '../cast/organisations.ts';
import { PEOPLE, PRIVATE } from '../cast/people.ts';
import { clock, day, isoUtc, two } from '../form/clock.ts';
import { hash32, stream } from '../form/random.ts';

export const CARRIER_A = 'sources/carrier-a.csv';
export const CARRIER_B = 'sources/carrier-b.csv';

/** A call and the row of a file where it stands; the row of column names is row 1. */
export interface Row {
  readonly call: Call;
  readonly row: number;
}

export interface CallFile {
  readonly bytes: Uint8Array;
  readonly rows: readonly Row[];
}

function numbersOf(organisations: readonly string[]): Set<string> {
  const people = PEOPLE.filter((p) => organisations.includes(p.organisation)).flatMap((p) => [p.desk, p.mobile]);
  const boards = ORGANISATIONS.filter((o) => organisations.includes(o.id)).map((o) => o.phone);
  return new Set([...people, ...boards].filter((n) => n !== undefined));
}

/** Lines of the harbour office. */
export const OFFICE_LINES: ReadonlySet<string> = numbersOf(['harbour-authority']);
/** Lines of the contractor, its lobbyist and the ministry. */
export const OTHER_LINES: ReadonlySet<string> = new Set([
  ...numbersOf(['contractor', 'lobby-firm', 'ministry']),
  PRIVATE.lobbyistMobile,
]);

/** From August on the lobbyist's old number is another customer's. */
function onB(call: Call): boolean {
  return [call.from, call.to].some(
    (n) => OTHER_LINES.has(n) && (n !== PRIVATE.lobbyistOldMobile || day(call.at) < '2030-08-01'),
  );
}

/** As Swedes print a number: 08-465 004 02, 070-174 06 05. */
function national(number: string): string {
  const digits = `0${number.slice(3)}`;
  const area = ['0980', '070', '031', '040', '08'].find((a) => digits.startsWith(a))!;
  const rest = digits.slice(area.length);
  const groups = rest.length === 6 ? [3, 3] : area === '08' ? [3, 3, 2] : [3, 2, 2];
  const parts = groups.map((n, i) => {
    const from = groups.slice(0, i).reduce((sum, m) => sum + m, 0);
    return rest.slice(from, from + n);
  });
  return `${area}-${parts.join(' ')}`;
}

function inOrder(calls: readonly Call[]): Call[] {
  return [...calls].sort((a, b) => a.at - b.at || (a.from + a.to < b.from + b.to ? -1 : 1));
}

function fileOf(header: string, lines: readonly { call: Call; line: string }[]): CallFile {
  const text = [header, ...lines.map((l) => l.line)].join('\r\n');
  return { bytes: new TextEncoder().encode(`${text}\r\n`), rows: lines.map((l, i) => ({ call: l.call, row: i + 2 })) };
}

function spanText(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Carrier A: the office's lines, local time, national numbers, semicolons. */
export function carrierA(calls: readonly Call[]): CallFile {
  const rows = inOrder(calls.filter((c) => OFFICE_LINES.has(c.from) || OFFICE_LINES.has(c.to)));
  const lines = rows.flatMap((call, i) => {
    const service = call.kind === 'text' ? 'SMS' : 'Voice';
    const outcome = call.kind === 'text' ? 'Delivered' : call.answered ? 'Answered' : 'No answer';
    const fields = [
      `A${String(100_001 + i)}`,
      day(call.at),
      clock(call.at),
      national(call.from),
      national(call.to),
      spanText(call.seconds),
      service,
      outcome,
    ];
    const line = { call, line: fields.join(';') };
    return call.repeated === true ? [line, line] : [line];
  });
  return fileOf('Call id;Date;Start time;Calling number;Called number;Duration;Service;Outcome', lines);
}

/** Carrier B: the others' lines, UTC on a clock a few seconds off, numbers with 00, seconds. */
export function carrierB(calls: readonly Call[]): CallFile {
  const lines = inOrder(calls.filter(onB)).map((call) => {
    const random = stream(`carrier-b/${call.at}/${hash32(call.from + call.to)}`);
    const at = call.at + random.int(-3, 9);
    const seconds = call.seconds === 0 ? 0 : call.seconds + random.int(0, 2);
    const number = (n: string): string => (n === '' ? 'withheld' : `00${n.slice(1)}`);
    const cause = call.kind === 'text' ? 'delivered' : call.answered ? 'normal' : 'no-answer';
    return {
      call,
      at,
      line: [
        isoUtc(at),
        number(call.from),
        number(call.to),
        seconds,
        call.kind === 'text' ? 'sms' : 'voice',
        cause,
      ].join(','),
    };
  });
  lines.sort((a, b) => a.at - b.at || (a.line < b.line ? -1 : 1));
  return fileOf('start_utc,caller,callee,seconds,service,release_cause', lines);
}
