/** The questions about rates that a case names: who is asked about against whom, in duties, statements and told counts. */
import { sideName } from '../../statements/claim.ts';
import type { CaseFiles } from '../files/index.ts';

/** Two sides, as names that `withSides` understands. */
export interface NamedSides {
  readonly between: string;
  /** null: everybody else. */
  readonly and: string | null;
}

/**
 * Sides that the case asks about, each pair once and in the order of the files: duties, then claims, then told counts and
 * their parts. They are named before anybody looked at a rate.
 */
export function namedSides(files: CaseFiles): NamedSides[] {
  const named = [
    ...files.case.duties.map((duty) => ({ who: duty.who, with: duty.with })),
    ...files.statements.statements.flatMap(({ claims }) =>
      claims.map(({ between: [who, others] }) => ({ who, with: others })),
    ),
    ...files.reports.counts
      .flatMap((count) => [count.between, ...count.parts.map((part) => part.between)])
      .map(([who, others]) => ({ who, with: others })),
  ];
  const seen = new Set<string>();
  return named.flatMap(({ who, with: others }) => {
    const sides = { between: sideName(who), and: others === null ? null : sideName(others) };
    const key = JSON.stringify([sides.between, sides.and].sort());
    if (sides.between === sides.and || seen.has(key)) return [];
    seen.add(key);
    return [sides];
  });
}
