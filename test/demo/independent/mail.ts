/** Messages of the two mailboxes, as far as counting needs them. */
import { bytesOf } from './folder.ts';

export interface Message {
  readonly source: string;
  /** Bytes from the start of the file to its From_ line, and on to the next. */
  readonly offset: number;
  readonly length: number;
  readonly id: string;
  readonly answers: string | null;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly list: boolean;
  readonly automatic: boolean;
  /** Instant of the Date field, epoch seconds; null when there is none. */
  readonly at: number | null;
  /** Day on Skarvik's clock. */
  readonly day: string;
  /** Quoted messages: who wrote them, and the minute on Skarvik's clock. */
  readonly quoted: readonly { readonly from: string; readonly minute: string }[];
}

const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Local time of Skarvik as `YYYY-MM-DD HH:MM`. */
export function skarvikMinute(epoch: number): string {
  return LOCAL.format(new Date(epoch * 1000)).replace(',', '');
}

function addresses(value: string | undefined): string[] {
  return [...(value ?? '').matchAll(/[\w.+-]+@[\w.-]+/g)].map((m) => m[0].toLowerCase());
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function quotedIn(body: string): Message['quoted'] {
  const decoded = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const lines = decoded.matchAll(
    /^On \w{3}, (\d+) (\w{3}) (\d{4}) at (\d\d:\d\d), .*?<?([\w.+-]+@[\w.-]+)>? wrote:$/gm,
  );
  return [...lines].map((m) => ({
    from: m[5]!,
    minute: `${m[3]}-${String(MONTHS.indexOf(m[2]!) + 1).padStart(2, '0')}-${m[1]!.padStart(2, '0')} ${m[4]}`,
  }));
}

function messageOf(source: string, text: string, offset: number): Message {
  const cut = text.indexOf('\n\n');
  const head = text.slice(text.indexOf('\n') + 1, cut < 0 ? undefined : cut).replace(/\n[ \t]+/g, ' ');
  const fields = new Map([...head.matchAll(/^([\w-]+): (.*)$/gm)].map((m) => [m[1]!.toLowerCase(), m[2]!]));
  const instant = Date.parse(fields.get('date') ?? '');
  const at = Number.isNaN(instant) ? null : instant / 1000;
  return {
    source,
    offset,
    length: text.length,
    id: /<(.*)>/.exec(fields.get('message-id') ?? '')?.[1] ?? '',
    answers: /<(.*)>/.exec(fields.get('in-reply-to') ?? '')?.[1] ?? null,
    from: addresses(fields.get('from'))[0] ?? '',
    to: addresses(fields.get('to')),
    cc: addresses(fields.get('cc')),
    list: fields.has('list-id'),
    automatic: fields.has('auto-submitted'),
    at,
    day: at === null ? '' : skarvikMinute(at).slice(0, 10),
    quoted: cut < 0 ? [] : quotedIn(text.slice(cut)),
  };
}

/** By the blank line and what a From_ line of this file looks like. */
export function chiefsMessages(): Message[] {
  const source = 'sources/chief-of-staff.mbox';
  const text = bytesOf(source).toString('latin1');
  const starts = [...text.matchAll(/(?:^|\n\n)(?=From \S+ \w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d 2030\n)/g)].map(
    (m) => m.index + m[0].length,
  );
  return starts.map((start, i) => messageOf(source, text.slice(start, starts[i + 1]), start));
}

/** By Content-Length. */
export function advisersMessages(): Message[] {
  const source = 'sources/minister-adviser.mbox';
  const text = bytesOf(source).toString('latin1');
  const found: Message[] = [];
  for (let start = 0; start < text.length; ) {
    const body = text.indexOf('\n\n', start) + 2;
    const length = Number(/\nContent-Length: (\d+)\n/.exec(text.slice(start, body))?.[1]);
    const end = body + length + 1;
    found.push(messageOf(source, text.slice(start, end), start));
    start = end;
  }
  return found;
}
