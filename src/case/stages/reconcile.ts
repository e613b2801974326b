/** The stage that holds contacts against disclosures: states of both. */
import type { Ledger } from '../../ledger/ledger.ts';
import {
  CANDIDATES,
  CLAIMS,
  DISCLOSURES_BY_TIME,
  FITTING,
  LEFT_OUT,
  PUBLIC_CANDIDATES,
  PUBLIC_LEFT_OUT,
} from '../../ledger/queries/reconcile/claims.ts';
import { DUE, DUE_DAYS, DUE_LINK, DUE_LONE } from '../../ledger/queries/reconcile/due.ts';
import { DEADLINE } from '../../ledger/queries/reconcile/duty.ts';
import { FIT, FIT_LINK, LONE, PAIR } from '../../ledger/queries/reconcile/fit.ts';
import { CLEAR, HEADLINE_REST, STATE_REST } from '../../ledger/queries/reconcile/rest.ts';
import { DEFAULT_AUDIENCE } from '../../reconcile/account.ts';
import { deadlineDay } from '../../reconcile/days.ts';
import {
  type CandidateRow,
  type DueRow,
  type DutyCandidateRow,
  type GivenRow,
  judge,
  type LeftOutRow,
  type StateRow,
} from '../../reconcile/judge.ts';
import type { CaseFiles } from '../files/index.ts';
import { writeDisclosureStates } from './disclosure-states.ts';
import { readReferences } from './disclosures.ts';
import { type AskedDuty, askedDuties, writeDuties } from './duties.ts';

async function writeDeadlines(ledger: Ledger, zone: string): Promise<void> {
  const days = await ledger.rows<{ within_days: number; utc_day: number }>(DUE_DAYS);
  const lines = days.map(({ within_days: within, utc_day: utcDay }) => {
    const d = deadlineDay(zone, utcDay, within);
    return `${within} ${utcDay} ${d.cut} ${d.before} ${d.after}`;
  });
  await ledger.run(DEADLINE, { lines: lines.join('\n') });
}

async function judged(ledger: Ledger, duties: readonly AskedDuty[], asOf: number): Promise<StateRow[]> {
  const publicLeftOut = await ledger.rows<{ contact_no: number }>(PUBLIC_LEFT_OUT);
  return judge({
    due: await ledger.rows<DueRow>(CLAIMS),
    given: await ledger.rows<GivenRow>(DISCLOSURES_BY_TIME, { as_of: asOf }),
    candidates: await ledger.rows<DutyCandidateRow>(CANDIDATES),
    publicCandidates: await ledger.rows<CandidateRow>(PUBLIC_CANDIDATES),
    leftOut: await ledger.rows<LeftOutRow>(LEFT_OUT),
    publicLeftOut: new Set(publicLeftOut.map((row) => row.contact_no)),
    publicDuties: new Set(duties.filter((d) => d.number > 0 && d.audience === DEFAULT_AUDIENCE).map((d) => d.number)),
    asOf,
  });
}

async function writeStates(ledger: Ledger, states: readonly StateRow[], duties: readonly AskedDuty[]): Promise<void> {
  const dutyOf = new Map(duties.map((duty) => [duty.number, duty]));
  await ledger.append('state', states.length, {
    contact_no: states.map((s) => s.contact),
    duty: states.map((s) => dutyOf.get(s.duty)?.id ?? ''),
    holder: states.map((s) => s.holder),
    audience: states.map((s) => dutyOf.get(s.duty)?.audience ?? DEFAULT_AUDIENCE),
    state: states.map((s) => s.state),
    disclosure_no: states.map((s) => s.disclosure),
    candidates: states.map((s) => s.candidates),
    component: states.map((s) => s.component),
    deadline: states.map((s) => s.deadline),
  });
}

/** The first contact that the matching gave each disclosure. */
function contactsGiven(states: readonly StateRow[]): Map<number, number> {
  const given = new Map<number, number>();
  for (const { disclosure, contact } of states)
    if (disclosure !== null && contact < (given.get(disclosure) ?? Number.POSITIVE_INFINITY))
      given.set(disclosure, contact);
  return given;
}

/**
 * Fills state and disclosure_state. Only contacts that some disclosure fits leave the engine; the states of all others are
 * one statement.
 * @param asOf the case's "now", epoch seconds UTC: disclosures given later do not exist yet
 */
export async function reconcileStage(ledger: Ledger, files: CaseFiles, asOf: number): Promise<void> {
  const references = await readReferences(ledger);
  const duties = askedDuties(files);
  await writeDuties(ledger, files, references, duties);
  await ledger.run(DUE_LINK);
  await writeDeadlines(ledger, files.case.zone);
  await ledger.run(DUE);
  await ledger.run(PAIR, { as_of: asOf });
  for (const query of [LONE, DUE_LONE, FIT_LINK, FIT, FITTING]) await ledger.run(query);
  const states = await judged(ledger, duties, asOf);
  await writeStates(ledger, states, duties);
  await ledger.run(STATE_REST, { as_of: asOf });
  await ledger.run(HEADLINE_REST, { as_of: asOf });
  await writeDisclosureStates(ledger, files, asOf, contactsGiven(states));
  await ledger.run(CLEAR);
}
