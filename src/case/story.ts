/** A story held against the records, sentence by sentence. */
import type { SentenceCoding } from './files/schema/story.ts';
import type { OpenCase } from './open.ts';
import { type Answer, answer } from './story/answer.ts';
import { claimAnswer, statementAnswer } from './story/claims.ts';
import { countAnswer, toldCountAnswer } from './story/counts.ts';
import { offChannelAnswer } from './story/off-channel.ts';
import { rateAnswer } from './story/rate.ts';
import { sourcingAnswer } from './story/sourcing.ts';
import { storyText } from './story/text.ts';
import { topicAnswer } from './story/topic.ts';

/** A sentence of a story, and what the records say to it. */
export interface SentenceView extends Answer {
  /** From 1, in the order of the story. */
  readonly no: number;
  /** The words as the story has them, white space as one space. */
  readonly quote: string;
  /** Where they stand in the story's file: [offset, length] in bytes. */
  readonly ranges: readonly (readonly [offset: number, length: number])[];
  readonly kind: SentenceCoding['kind'];
  readonly note: string | null;
}

/** A story, and how much of it is coded. */
export interface StoryView {
  readonly path: string;
  readonly title: string | null;
  /** Day. */
  readonly published: string | null;
  /** Pseudonym of the informant that it is. */
  readonly toldBy: string | null;
  /** SHA-256 of the file, lower-case hex. */
  readonly sha256: string;
  readonly sentences: readonly SentenceView[];
  /** Words of the story, and those of them that stand in a coded sentence. */
  readonly wordsInAll: number;
  readonly wordsCoded: number;
}

function answerTo(open: OpenCase, coding: SentenceCoding, published: string | null): Answer | Promise<Answer> {
  switch (coding.kind) {
    case 'told-count':
      return toldCountAnswer(open, coding.id, coding.part);
    case 'count':
      return countAnswer(open, coding.count);
    case 'statement':
      return statementAnswer(open, coding.id);
    case 'claim':
      return claimAnswer(open, coding.claim, published);
    case 'rate':
      return rateAnswer(open, coding.rate);
    case 'topic':
      return topicAnswer(open, coding.topic);
    case 'off-channel':
      return offChannelAnswer(open, coding.offChannel);
    case 'sourcing':
      return sourcingAnswer(open, coding.sourcing);
    case 'not-for-records':
      return answer({ verdict: 'not for records to say', words: coding.why });
  }
}

/**
 * Holds the story of a case against the records.
 * @returns null where the case has no story
 * @throws CaseError when the story is not there, was changed, or lacks a sentence that story.yaml quotes
 */
export async function storyView(open: OpenCase): Promise<StoryView | null> {
  const { story } = open.files;
  if (story.path === null) return null;
  const text = storyText(open, { ...story, path: story.path });
  const sentences: SentenceView[] = [];
  for (const [i, { sentence, quote, ranges }] of text.sentences.entries()) {
    const answered = await answerTo(open, sentence.coding, story.published ?? null);
    sentences.push({ no: i + 1, quote, ranges, kind: sentence.coding.kind, ...answered, note: sentence.note ?? null });
  }
  return {
    path: text.name,
    title: story.title ?? null,
    published: story.published ?? null,
    toldBy: story.toldBy ?? null,
    sha256: text.sha256,
    sentences,
    wordsInAll: text.wordsInAll,
    wordsCoded: text.wordsCoded,
  };
}
