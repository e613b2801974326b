/** What a briefing says, in short, and how two of them differ. */
import { boundsText } from '../model/bounds.ts';
import type { Answer, BriefedFinding, BriefedStatement, BriefedTold } from './briefing.ts';
import type { Change, Changes } from './changes.ts';
import type { Stated } from './manifest.ts';

/** Parts of a briefing that say something. */
export interface Saying {
  readonly answer: Answer | null;
  readonly findings: readonly BriefedFinding[];
  readonly dismissed: readonly BriefedFinding[];
  readonly statements: readonly BriefedStatement[];
  readonly told: readonly BriefedTold[];
}

function answerValue({ contacts, undisclosed }: Answer): string {
  const none = undisclosed === null ? '' : `, ${boundsText(undisclosed)} with no matching disclosure`;
  return `${boundsText(contacts)} contacts${none}`;
}

/** All that a briefing says: answer, findings, statements and told counts, each with its value. */
export function statedOf({ answer, findings, dismissed, statements, told }: Saying): Stated[] {
  return [
    ...(answer === null
      ? []
      : [{ kind: 'answer' as const, id: 'answer', text: answer.asked, value: answerValue(answer), evidence: null }]),
    ...[...findings, ...dismissed].flatMap(({ id, text, bounds, status, evidence }) =>
      id === null ? [] : [{ kind: 'finding' as const, id, text, value: `${boundsText(bounds)}, ${status}`, evidence }],
    ),
    ...statements.map(({ id, claim, verdict }) => ({
      kind: 'statement' as const,
      id,
      text: claim,
      value: verdict,
      evidence: null,
    })),
    ...told.flatMap(({ id, teller, told: count, verdict }) =>
      id === null
        ? []
        : [{ kind: 'told count' as const, id, text: `${teller}: ${count}`, value: verdict, evidence: null }],
    ),
  ];
}

const keyOf = ({ kind, id }: Pick<Stated, 'kind' | 'id'>): string => `${kind} ${id}`;

/** An earlier briefing as far as a later one needs it. */
export interface Earlier {
  readonly asOf: string;
  readonly programVersion: string;
  readonly stated: readonly Stated[];
}

/** What is new, changed or gone, in the order of the later briefing; what is gone stands last. */
export function changesSince(earlier: Earlier, now: readonly Stated[]): Changes {
  const before = new Map(earlier.stated.map((stated) => [keyOf(stated), stated]));
  const after = new Set(now.map(keyOf));
  const changes: Change[] = now.flatMap(({ kind, id, text, value, evidence }): Change[] => {
    const was = before.get(keyOf({ kind, id }));
    if (was === undefined) return [{ kind, text, id, before: null, after: value }];
    if (was.value !== value) return [{ kind, text, id, before: was.value, after: value }];
    if (was.evidence !== evidence)
      return [{ kind, text, id, before: was.value, after: `${value}; what it rests on changed` }];
    return [];
  });
  const gone = earlier.stated
    .filter((stated) => !after.has(keyOf(stated)))
    .map(({ kind, id, text, value }): Change => ({ kind, text, id, before: value, after: null }));
  return {
    asOf: earlier.asOf,
    programVersion: earlier.programVersion,
    changes: [...changes, ...gone],
    unchanged: now.length - changes.length,
  };
}

/**
 * Reads an earlier briefing: its JSON form or its manifest.
 * @param text of the file
 * @returns null when it is neither, or a redacted one, which names nothing that can be compared
 */
export function readEarlier(text: string): Earlier | null {
  try {
    const whole = JSON.parse(text) as { readonly manifest?: unknown };
    const manifest = (whole.manifest ?? whole) as Partial<Earlier & { readonly format: string }>;
    if (manifest.format !== 'backchannel manifest' || !Array.isArray(manifest.stated)) return null;
    const stated = (manifest.stated as unknown[]).filter(isStated);
    if (stated.length === 0) return null;
    return { asOf: String(manifest.asOf), programVersion: String(manifest.programVersion), stated };
  } catch {
    return null; // no JSON
  }
}

function isStated(value: unknown): value is Stated {
  if (typeof value !== 'object' || value === null) return false;
  const of = value as Readonly<{ [key: string]: unknown }>;
  return ['kind', 'id', 'text', 'value'].every((key) => typeof of[key] === 'string');
}
