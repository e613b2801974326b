/** Fields of a query as sets of records of the ledger. */
import {
  type PersonField,
  RECORDS_OF_SOURCE,
  RECORDS_OF_TIME,
  RECORDS_QUOTING,
  RECORDS_WITH_PHONE,
  recordsOfChannel,
} from '../../ledger/queries/text/conditions.ts';
import { CHANNELS, type Channel } from '../../model/definition.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import type { FieldCondition } from '../../text/query/ast.ts';
import type { QueryMistake } from '../../text/query/mistake.ts';
import { shownSource } from '../citations/shown-source.ts';
import { resolveDay } from '../files/index.ts';
import { CHANNEL_WORDS } from '../files/words/channel.ts';
import { nearest } from '../files/words/nearest.ts';
import type { OpenCase } from '../open.ts';
import { recordsOfPerson } from './people.ts';

type Case = Pick<OpenCase, 'ledger' | 'files'>;
type Records = { readonly record_no: Int32Array; readonly [column: string]: unknown };

/** What `has:` may ask for. Attachments stand beside the index, the others in the ledger. */
const HAS = ['attachment', 'unread', 'quoted', 'phone'] as const;

/** A set that stands beside the index: records with attachments, and those of which words were not read. */
export interface FactCondition {
  readonly fact: 'attachment' | 'unread';
}

/**
 * Which records fit one condition.
 * @returns record_no in any order, a set beside the index, or what is wrong with the value
 */
export async function fitting(
  open: Case,
  condition: FieldCondition,
): Promise<Int32Array | FactCondition | QueryMistake> {
  switch (condition.field) {
    case 'before':
    case 'after':
    case 'on':
      return ofTime(open, condition);
    case 'channel':
      return ofChannel(open, condition);
    case 'source':
      return ofSource(open, condition);
    case 'has':
      return ofHaving(open, condition);
    default:
      return recordsOfPerson(open, condition.field satisfies PersonField, condition);
  }
}

function mistake({ place }: FieldCondition, message: string, advice: string): QueryMistake {
  return { ...place, message, advice };
}

const suggested = (near: string | null, advice: string): string =>
  near === null ? advice : `did you mean ${near}? ${advice}`;

/**
 * before: earlier than the first instant of a day, month, year or event; after: later than its last one; on: within it.
 * A record whose time is not known exactly fits where it may.
 */
async function ofTime({ ledger, files }: Case, condition: FieldCondition): Promise<Int32Array | QueryMistake> {
  const { field, value } = condition;
  const days = resolveDay(files, value);
  if (days === null) {
    const events = files.case.events.map(({ id }) => id);
    const advice = 'write a day such as 2030-11-08, a month, a year, or an event of case.yaml';
    return mistake(condition, `${field}: is no day and no event`, suggested(nearest(value, events), advice));
  }
  const { zone } = files.case;
  const [first, last] = [startOfDay(zone, days.first), endOfDay(zone, days.last)];
  const from = field === 'before' ? null : field === 'after' ? last + 1 : first;
  const to = field === 'after' ? null : field === 'before' ? first - 1 : last;
  return (await ledger.columns<Records>(RECORDS_OF_TIME, { from, to })).record_no;
}

async function ofChannel({ ledger }: Case, condition: FieldCondition): Promise<Int32Array | QueryMistake> {
  const word = condition.value.toLowerCase();
  const channel = CHANNEL_WORDS.get(word) ?? CHANNELS.find((one) => one === word);
  if (channel !== undefined) return (await ledger.columns<Records>(recordsOfChannel(channel as Channel))).record_no;
  const advice = `one of: ${CHANNELS.join(', ')}`;
  return mistake(condition, 'there is no such channel', suggested(nearest(word, CHANNELS), advice));
}

async function ofSource({ ledger, files }: Case, condition: FieldCondition): Promise<Int32Array | QueryMistake> {
  const { sources } = files.case;
  const { value } = condition;
  const shown = sources.map((source) => shownSource({ ...source, entry: source.path }, sources));
  const entries = sources.flatMap(({ path, protected: hidden }, i) =>
    hidden && shown[i] === value.toLowerCase() ? [path] : [],
  );
  const found = await ledger.columns<Records>(RECORDS_OF_SOURCE, { text: value, entries: entries.join('\n') });
  if (found.record_no.length > 0) return found.record_no;
  const near = nearest(value, shown);
  return mistake(condition, 'no source with records is called so', suggested(near, 'write a part of a path or name'));
}

async function ofHaving(
  { ledger }: Case,
  condition: FieldCondition,
): Promise<Int32Array | FactCondition | QueryMistake> {
  const word = condition.value.toLowerCase().replace(/s$/, '');
  if (word === 'attachment' || word === 'unread') return { fact: word };
  if (word === 'quoted') return (await ledger.columns<Records>(RECORDS_QUOTING)).record_no;
  if (word === 'phone') return (await ledger.columns<Records>(RECORDS_WITH_PHONE)).record_no;
  return mistake(condition, 'has: does not know that', suggested(nearest(word, HAS), `one of: ${HAS.join(', ')}`));
}
