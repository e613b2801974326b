/** Answers: at once on the page, then written down; one that could not be written down comes back. */
import { useRef, useState } from 'preact/hooks';
import type { DecisionTaken } from '../../../src/server/shapes/decisions.ts';
import type { ReviewQuestion } from '../../../src/server/shapes/review.ts';
import { type Fault, faultOf } from '../../data/failure.ts';
import { postJson } from '../../data/fetch.ts';
import type { Given } from './queue.ts';

export type Answer = 'same' | 'not-same' | 'unsure';

const WORDS: Readonly<Record<Answer, string>> = { same: 'one person', 'not-same': 'two people', unsure: 'unsure' };

export interface Answering {
  /** Answers that hold, the newest last. */
  readonly given: readonly Given[];
  readonly fault: Fault | null;
  readonly answer: (question: ReviewQuestion, answer: Answer, why: string) => void;
  /** Takes the newest answer back, as soon as it has been written down. */
  readonly takeBack: () => void;
}

/** @param who decides; not empty when an answer is given */
export function useAnswers(who: string): Answering {
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  /** Hashes of decisions by question: to be had once the server has written them down; null where it could not. */
  const hashes = useRef(new Map<string, Promise<string | null>>());
  /** Questions whose answer is being taken back: a second `z` means the answer before. */
  const leaving = useRef(new Set<string>());
  const drop = (question: string): void => setGiven((all) => all.filter((one) => one.question !== question));
  const failed = (error: unknown): null => {
    setFault(faultOf(error, '/decisions'));
    return null;
  };
  const answer = (question: ReviewQuestion, kind: Answer, why: string): void => {
    const words = `${question.a.text} and ${question.b.text}: ${WORDS[kind]}`;
    setGiven((all) => [...all, { question: question.id, words }]);
    const body = { kind, question: question.id, who, ...(why === '' ? {} : { why }) };
    const written = postJson<DecisionTaken>('/decisions', body).then(
      ({ decision }) => {
        setFault(null);
        return decision.hash;
      },
      (error: unknown) => {
        drop(question.id);
        return failed(error);
      },
    );
    hashes.current.set(question.id, written);
  };
  const takeBack = async (): Promise<void> => {
    const last = given.findLast(({ question }) => !leaving.current.has(question));
    if (last === undefined) return;
    leaving.current.add(last.question);
    try {
      const decision = await hashes.current.get(last.question);
      if (decision === null || decision === undefined) return;
      await postJson<DecisionTaken>('/decisions', { kind: 'undo', decision, who, why: 'taken back in the review' });
      setFault(null);
      drop(last.question);
    } catch (error) {
      failed(error);
    } finally {
      leaving.current.delete(last.question);
    }
  };
  return { given, fault, answer, takeBack: () => void takeBack() };
}
