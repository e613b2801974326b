/** Puts a briefing together from the views of a case. Everything that is written for people is made of what this gives. */
import type { OpenCase } from '../../case/open.ts';
import type { BriefedInformant, BriefedParty, Briefing } from '../briefing.ts';
import type { Stated } from '../manifest.ts';
import { statedOf } from '../stated.ts';
import { answerOf } from './answer.ts';
import { coverageLines } from './coverage.ts';
import { evidenceOf } from './evidence.ts';
import { findingsOf } from './findings.ts';
import { askedOf, headlineOf } from './headline.ts';
import { limitsOf } from './limits.ts';
import { manifestOf } from './manifest.ts';
import { matrixOf } from './matrix.ts';
import { Notebook } from './notebook.ts';
import { Replies } from './replies.ts';
import { statementsOf } from './statements.ts';
import { storyOf } from './story.ts';
import { timelineOf } from './timeline.ts';
import { toldOf } from './told.ts';

/** Whether something is to be in a briefing. */
export type Wanted = (kind: Stated['kind'], id: string) => boolean;

/** How a briefing is put together. */
export interface Gathering {
  /** Where members of archives that are too large for memory go; null: in memory, and not the largest. */
  readonly spoolDir: string | null;
  /** Which findings, statements and told counts are to be in it; all when left out. */
  readonly wanted?: Wanted;
}

function informantsOf({ files }: OpenCase): BriefedInformant[] {
  return files.reports.informants.map(({ id, kind, persons, reliesOn }) => ({
    id,
    kind,
    persons: persons ?? null,
    reliesOn,
  }));
}

/** Names of the parties that a briefing speaks of, and of nobody else in people.yaml. */
function partiesOf({ files: { people } }: OpenCase, spoken: string): BriefedParty[] {
  return [...people.parties, ...people.organisations].flatMap(({ id, name }) =>
    name !== id && (spoken.includes(id) || spoken.includes(name)) ? [{ key: id, name }] : [],
  );
}

/**
 * Gathers a briefing.
 * @throws CaseError when a source is gone or was changed since it was taken in
 */
export async function gatherBriefing(open: OpenCase, { spoolDir, wanted = () => true }: Gathering): Promise<Briefing> {
  const { files } = open;
  const [notebook, replies] = [new Notebook(), new Replies(open)];
  const headline = headlineOf(files);
  const asked = headline === null ? null : askedOf(files, headline);
  const coverage = asked === null ? [] : await coverageLines(open, asked);
  const answered = asked === null ? null : await answerOf(open, asked, coverage, notebook);
  const findings = await findingsOf(open, notebook, replies, ({ id }) => wanted('finding', id));
  const statements = await statementsOf(open, notebook, replies, (id) => wanted('statement', id));
  const told = await toldOf(open, notebook, (id) => wanted('told count', id));
  const story = await storyOf(open, notebook);
  const limits = await limitsOf(open, answered, {
    coverage,
    untested: statements
      .filter(({ verdict }) => verdict === 'untested')
      .map(
        ({ claim, text }) =>
          `${claim}: ${text.map((piece) => (typeof piece === 'string' ? piece : piece.words)).join('')}`,
      ),
    caveats: [
      ...new Set([
        ...files.reports.counts.flatMap(({ caveats }) => caveats),
        ...files.reports.reports.flatMap(({ caveats }) => caveats),
      ]),
    ],
  });
  const saying = { findings: findings.standing, dismissed: findings.dismissed, statements, told };
  const evidence = await evidenceOf(open, notebook.notes(), spoolDir);
  const briefing: Briefing = {
    format: 'backchannel briefing',
    version: 1,
    title: files.case.title,
    question: files.case.question ?? null,
    asOf: files.case.asOf,
    zone: files.case.zone,
    answer: answered?.answer ?? null,
    since: null,
    ...saying,
    findingsLeftOut: findings.leftOut,
    story,
    timeline: asked === null ? null : await timelineOf(open, asked),
    matrix: asked === null ? null : await matrixOf(open, asked),
    limits,
    parties: [],
    informants: informantsOf(open),
    otherReplies: replies.rest(),
    notes: evidence.notes,
    contacts: evidence.contacts,
    disclosures: evidence.disclosures,
    passages: evidence.passages.map(({ shown }) => shown),
    redaction: null,
    manifest: await manifestOf(
      open,
      evidence.sources,
      evidence.passages.map(({ listed }) => listed),
      statedOf({ ...saying, answer: answered?.answer ?? null }),
    ),
  };
  return { ...briefing, parties: partiesOf(open, JSON.stringify(briefing)) };
}
