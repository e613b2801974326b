/** What every answer says about its case, and which build it is of. */
import type { CaseLine } from '../../src/server/shapes/answer.ts';
import { type Store, store, useStore } from './store.ts';

/** Of the newest answer; null before the first. */
export const newestLine: Store<CaseLine | null> = store<CaseLine | null>(null);

/** Rises whenever everything has to be asked again: after a decision, and when a new build is taken up. */
export const epoch: Store<number> = store(0);

/** Build that the pages show: it stays behind the newest one until the user takes that up, so that no number changes under the eye. */
export const shownBuild: Store<string | null> = store<string | null>(null);

/** Takes note of what an answer says of its case. */
export function heard(line: CaseLine): void {
  const before = newestLine.get();
  if (before === null || before.build !== line.build || before.waiting !== line.waiting) newestLine.set(line);
  if (shownBuild.get() === null) shownBuild.set(line.build);
}

/** The case's name, day, zone and build; null before the first answer. */
export function useCaseLine(): CaseLine | null {
  return useStore(newestLine);
}

/** The zone in which times are shown; UTC until the first answer says. */
export function useZone(): string {
  return useStore(newestLine)?.zone ?? 'UTC';
}
