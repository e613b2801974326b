/** A question about contacts as people ask it, and as the ledger is asked it. */
import { hash64 } from '../../bytes/hash.ts';
import { CHANNELS, type Channel, type Definition } from '../../model/definition.ts';
import { idText } from '../../model/ids.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import type { Question } from '../count.ts';
import { CaseError } from '../error.ts';
import { type CaseFiles, resolveDay, resolveWindow } from '../files/index.ts';
import { CHANNEL_WORDS } from '../files/words/channel.ts';
import { nearest } from '../files/words/nearest.ts';

/** As somebody wrote it. Null: not said. */
export interface Written {
  readonly between: string | null;
  readonly and: string | null;
  /** Keys of the parties of the other side in place of `and`. */
  readonly list: readonly string[] | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly window: string | null;
  /** Channels, with commas or one by one. */
  readonly channels: readonly string[];
  readonly definition: Definition;
}

/** A question that can be asked again by its id. */
export interface AskedCount {
  /** n: and the hash of the question. */
  readonly id: string;
  readonly question: Question;
  /** Parties that stand for the other side, which is then called LIST. */
  readonly list: readonly string[] | null;
}

/** Name of the other side where it is a list of parties. */
export const LIST = '@(list)';

function dayAt(files: CaseFiles, text: string | null, edge: 'first' | 'last', option: string): number | null {
  if (text === null) return null;
  const days = resolveDay(files, text);
  if (days === null) {
    const near = nearest(
      text,
      files.case.events.map(({ id }) => id),
    );
    const advice = 'write a day such as 2030-11-08, a month, a year, or an event of case.yaml';
    throw new CaseError(
      `--${option} is no day and no event: ${JSON.stringify(text)}`,
      near === null ? advice : `did you mean ${near}? ${advice}`,
    );
  }
  return edge === 'first' ? startOfDay(files.case.zone, days.first) : endOfDay(files.case.zone, days.last);
}

function windowOf(files: CaseFiles, written: Written): { from: number | null; to: number | null } {
  if (written.window === null) {
    const from = dayAt(files, written.from, 'first', 'from');
    const to = dayAt(files, written.to, 'last', 'to');
    if (from !== null && to !== null && from > to)
      throw new CaseError(`--from ${written.from} is after --to ${written.to}`, 'exchange them');
    return { from, to };
  }
  if (written.from !== null || written.to !== null)
    throw new CaseError('--window says when it begins and ends', 'leave --from and --to out');
  const days = resolveWindow(files, written.window);
  if (days === null) {
    const names = files.case.windows.map(({ id }) => id).join(', ');
    throw new CaseError(
      `there is no window ${JSON.stringify(written.window)}`,
      names === '' ? 'case.yaml names none' : `one of: ${names}`,
    );
  }
  return {
    from: days.from === null ? null : startOfDay(files.case.zone, days.from),
    to: days.to === null ? null : endOfDay(files.case.zone, days.to),
  };
}

function channelsOf(words: readonly string[]): readonly Channel[] | null {
  const wanted = words.flatMap((word) => word.split(',')).filter((word) => word.trim() !== '');
  if (wanted.length === 0 || wanted.includes('any')) return null;
  const known = new Map<string, Channel>([...CHANNEL_WORDS, ...CHANNELS.map((c): [string, Channel] => [c, c])]);
  const meant = wanted.map((word) => {
    const channel = known.get(word.trim().toLowerCase());
    if (channel !== undefined) return channel;
    throw new CaseError(
      `--channel cannot be ${JSON.stringify(word)}`,
      `some of: ${CHANNELS.join(', ')}, with commas between them`,
    );
  });
  return CHANNELS.filter((channel) => meant.includes(channel));
}

/** Keys in one order, so that one question has one id. */
function ordered(question: Question, list: readonly string[] | null): string {
  const { between, and, from, to, channels, definition } = question;
  const parts = Object.entries(definition).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(['count', between, and, list, from, to, channels, parts]);
}

/** The id of a question. */
export function askedCount(question: Question, list: readonly string[] | null): AskedCount {
  return { id: idText('count', hash64(ordered(question, list))), question, list };
}

/**
 * What somebody asks, in the terms of the ledger.
 * @throws CaseError for a day, window or channel that is none, and for a second side without a first
 */
export function questionOf(files: CaseFiles, written: Written): AskedCount {
  const { between, definition } = written;
  const list = written.list === null ? null : [...new Set(written.list)].sort();
  if (list !== null && written.and !== null)
    throw new CaseError('--list stands for the other side, and so does --and', 'leave one of them out');
  const and = list === null ? written.and : LIST;
  if (between === null && and !== null)
    throw new CaseError('the second side of a question needs a first', 'write --between and a party or group');
  const channels = channelsOf(written.channels);
  return askedCount({ between, and, ...windowOf(files, written), channels, definition }, list);
}
