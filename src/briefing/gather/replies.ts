/** Replies to what a briefing says, and whether each was printed beside something. */

import type { WhereEntry } from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import type { Reply } from '../briefing.ts';

/** Replies of replies.yaml, handed out by what they answer. */
export class Replies {
  readonly #all: readonly Reply[];
  readonly #given = new Set<Reply>();

  constructor({ files }: Pick<OpenCase, 'files'>) {
    this.#all = files.replies.replies.map(({ to, by, on, text }) => ({ to, by, on, text }));
  }

  /** Those to an id, or to the beginning of it. @param id whole id of a finding or contact, or the id of a statement */
  of(id: string): readonly Reply[] {
    const found = this.#all.filter(({ to }) => to === id || (/^[cf]:[0-9a-f]+$/.test(to) && id.startsWith(to)));
    for (const reply of found) this.#given.add(reply);
    return found;
  }

  /** Those that were not handed out: nothing that somebody answered is lost. */
  rest(): readonly Reply[] {
    return this.#all.filter((reply) => !this.#given.has(reply));
  }
}

/** Where statements and told counts stand that a finding rests on, by their ids. */
export function statementWheres({ files }: Pick<OpenCase, 'files'>, ids: readonly string[]): WhereEntry[] {
  const { statements } = files.statements;
  const { reports, counts } = files.reports;
  return ids.flatMap((id) => {
    const [name] = id.split('#');
    const where =
      statements.find((statement) => statement.id === name)?.where ??
      [...counts, ...reports].find((told) => told.id === name)?.where;
    return where === undefined ? [] : [where];
  });
}
