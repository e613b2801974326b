/** story.yaml: a published account, its sentences coded, so that each can be held against the records. */
import * as z from 'zod';
import { anyDay } from '../words/day.ts';
import { addFaults, expecting, type FaultAt, list, map, notA, text, whole } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { informant, statementId, toldCountId } from '../words/reference.ts';
import { type ByteRanges, byteRanges } from '../words/where.ts';
import {
  count,
  offChannel,
  rate,
  type StoryCount,
  type StoryOffChannel,
  type StoryRate,
  type StorySourcing,
  type StoryTopic,
  sourcing,
  topic,
} from './sentence.ts';
import { type ClaimEntry, claim } from './statements.ts';

/** What a sentence is coded as. */
export type SentenceCoding =
  | { readonly kind: 'told-count'; readonly id: string; readonly part: number | null }
  | { readonly kind: 'count'; readonly count: StoryCount }
  | { readonly kind: 'statement'; readonly id: string }
  | { readonly kind: 'claim'; readonly claim: ClaimEntry }
  | { readonly kind: 'rate'; readonly rate: StoryRate }
  | { readonly kind: 'topic'; readonly topic: StoryTopic }
  | { readonly kind: 'off-channel'; readonly offChannel: StoryOffChannel }
  | { readonly kind: 'sourcing'; readonly sourcing: StorySourcing }
  | { readonly kind: 'not-for-records'; readonly why: string };

export interface StorySentence {
  /** The words, where they are given; white space does not matter. */
  readonly quote?: string;
  /** Where they stand in the story's file; empty: where the quote is found. */
  readonly ranges: ByteRanges;
  readonly coding: SentenceCoding;
  readonly note?: string;
}

export interface StoryFile {
  /** Path of the story from the case folder: text, Markdown or HTML. Null: there is no story. */
  readonly path: string | null;
  readonly title?: string;
  /** Day on which it was published. */
  readonly published?: string;
  /** The informant that it is, where reports.yaml names it. */
  readonly toldBy?: string;
  /** SHA-256 of the file as it was coded, hex. */
  readonly sha256?: string;
  /** In the order in which they are shown. */
  readonly sentences: readonly StorySentence[];
}

/** None: stands in for a story.yaml that is not there. */
export const NO_STORY: StoryFile = { path: null, sentences: [] };

const CODINGS = ['count', 'statement', 'claim', 'rate', 'topic', 'off-channel', 'sourcing', 'not-for-records'] as const;

function codingFaults(written: { readonly [C in (typeof CODINGS)[number]]?: unknown }): FaultAt[] {
  const coded = CODINGS.filter((coding) => written[coding] !== undefined);
  if (coded.length === 1) return [];
  const all = CODINGS.join(', ');
  return coded.length === 0
    ? [{ at: '', message: 'is coded as nothing', advice: `write one of: ${all}` }]
    : [{ at: '', message: `is coded as several things: ${coded.join(', ')}`, advice: 'make a sentence of each' }];
}

interface Coded {
  readonly count?: string | StoryCount;
  readonly part?: number;
  readonly statement?: string;
  readonly claim?: ClaimEntry;
  readonly rate?: StoryRate;
  readonly topic?: StoryTopic;
  readonly 'off-channel'?: StoryOffChannel;
  readonly sourcing?: StorySourcing;
  readonly 'not-for-records'?: string;
}

/** The one coding that is there: codingFaults saw to it. */
function codingOf(written: Coded): SentenceCoding {
  if (typeof written.count === 'string') return { kind: 'told-count', id: written.count, part: written.part ?? null };
  if (written.count !== undefined) return { kind: 'count', count: written.count };
  if (written.statement !== undefined) return { kind: 'statement', id: written.statement };
  if (written.claim !== undefined) return { kind: 'claim', claim: written.claim };
  if (written.rate !== undefined) return { kind: 'rate', rate: written.rate };
  if (written.topic !== undefined) return { kind: 'topic', topic: written.topic };
  if (written['off-channel'] !== undefined) return { kind: 'off-channel', offChannel: written['off-channel'] };
  if (written.sourcing !== undefined) return { kind: 'sourcing', sourcing: written.sourcing };
  return { kind: 'not-for-records', why: written['not-for-records'] ?? '' };
}

function sentence(names: Names): z.ZodType<StorySentence> {
  const told = {
    is: 'a told count',
    advice: 'write the id of a count in reports.yaml, or { between: […, …], at-least: 18 }',
  };
  const shape = {
    quote: z.exactOptional(
      text({ is: 'text', advice: 'write the words as the story has them' }).describe('The words of the story.'),
    ),
    'quote-at': z.exactOptional(byteRanges().describe('[offset, length] in bytes of the story, or several.')),
    count: z.exactOptional(
      z
        .union([toldCountId(names), count(names)], { error: expecting(told) })
        .describe('It tells of how many: the id of a count in reports.yaml, or the count itself.'),
    ),
    part: z.exactOptional(whole(1, 'the part').describe('Which part of the count with that id, from 1.')),
    statement: z.exactOptional(statementId(names).describe('It tells what somebody said: id in statements.yaml.')),
    claim: z.exactOptional(claim(names).describe('It claims something that can be checked.')),
    rate: z.exactOptional(rate(names).describe('Contact became more or less frequent.')),
    topic: z.exactOptional(topic(names).describe('Something was spoken of.')),
    'off-channel': z.exactOptional(offChannel(names).describe('Contact went around the official channel.')),
    sourcing: z.exactOptional(sourcing(names).describe('It says who tells it.')),
    'not-for-records': z.exactOptional(
      text({ is: 'text', advice: 'write why records cannot answer it' }).describe('Why records cannot answer it.'),
    ),
    note: z.exactOptional(text({ is: 'text', advice: 'write a note as text' })),
  };
  return map('a sentence', shape, {
    text: 'write quote',
    where: 'write quote-at: [offset, length]',
    opinion: 'write not-for-records, and why',
    judgement: 'write not-for-records, and why',
    counts: 'write count',
  })
    .superRefine((written, context) => addFaults(context, [...codingFaults(written), ...placeFaults(written)]))
    .transform(
      (written): StorySentence => ({
        ...(written.quote === undefined ? {} : { quote: written.quote }),
        ranges: written['quote-at'] ?? [],
        coding: codingOf(written),
        ...(written.note === undefined ? {} : { note: written.note }),
      }),
    );
}

function placeFaults(written: {
  readonly quote?: string;
  readonly 'quote-at'?: unknown;
  readonly count?: unknown;
  readonly part?: number;
}): FaultAt[] {
  const faults: FaultAt[] = [];
  if (written.quote === undefined && written['quote-at'] === undefined)
    faults.push({ at: '', message: 'does not say where it stands', advice: 'write quote, quote-at, or both' });
  if (written.part !== undefined && typeof written.count !== 'string')
    faults.push({
      at: 'part',
      message: 'stands without the id of a count',
      advice: 'write count: and an id, or remove it',
    });
  return faults;
}

const HEX = /^[0-9a-f]{64}$/;

/** The schema of story.yaml. */
export function storySchema(names: Names): z.ZodType<StoryFile> {
  const hash = { is: 'a SHA-256', advice: 'write the 64 hex digits of the SHA-256 of the story' };
  return map(
    'a story',
    {
      story: text({ is: 'a path', advice: 'write the path of the story, such as story.md' }).describe(
        'Path of the story from the case folder: text, Markdown or HTML.',
      ),
      title: z.exactOptional(text({ is: 'text', advice: 'write the title as text' })),
      published: z.exactOptional(anyDay().describe('Day on which it was published.')),
      'told-by': z.exactOptional(informant(names).describe('The informant that the story is.')),
      sha256: z.exactOptional(
        text(hash, (written) => (HEX.test(written) ? null : notA(hash.is, written, hash.advice))).describe(
          'SHA-256 of the story as it was coded.',
        ),
      ),
      sentences: list(sentence(names), 'the sentences').describe('Its sentences, in the order of the story.'),
    },
    { path: 'write story', file: 'write story', source: 'write story', date: 'write published' },
  ).transform(
    ({ story, 'told-by': toldBy, ...rest }): StoryFile => ({
      path: story,
      ...(toldBy === undefined ? {} : { toldBy }),
      ...rest,
    }),
  );
}
