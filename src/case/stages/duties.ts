/** What a case asks, as tables of the ledger: duties, who falls under them, and what the loaded disclosures reach. */
import type { Ledger } from '../../ledger/ledger.ts';
import { DUTY_ROW, DUTY_SIDE, DUTY_TABLE, REACH } from '../../ledger/queries/reconcile/duty.ts';
import { CHANNELS } from '../../model/definition.ts';
import { DEFAULT_AUDIENCE } from '../../reconcile/account.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import { joinReach, type Reach } from '../../reconcile/reach.ts';
import type { References } from '../../reconcile/references.ts';
import { wayBits } from '../../reconcile/ways.ts';
import { type CaseFiles, type Channels, type CoversEntry, resolveDay } from '../files/index.ts';

/** A duty as the ledger is asked about it. Number 0 stands for the headline where the case has no duties. */
export interface AskedDuty {
  readonly number: number;
  readonly id: string;
  readonly audience: string;
  readonly kinds: Channels;
  readonly from: number | null;
  readonly to: number | null;
  readonly within: number | null;
  readonly who: readonly string[];
  /** null: anybody who is not among `who`. */
  readonly with: readonly string[] | null;
}

/** Anything, always, to the public: what is asked where there is no duty. */
const HEADLINE: Omit<AskedDuty, 'who'> = {
  number: 0,
  id: '',
  audience: DEFAULT_AUDIENCE,
  kinds: 'any',
  from: null,
  to: null,
  within: null,
  with: null,
};

/** A declared reach with its audience. */
interface Covered {
  readonly covers: CoversEntry;
  readonly audience: string;
}

function coveredOf(files: CaseFiles): Covered[] {
  const ofSources = files.case.sources.flatMap((source): Covered[] =>
    source.covers === undefined
      ? []
      : [{ covers: source.covers, audience: source.covers.audience ?? source.audience ?? DEFAULT_AUDIENCE }],
  );
  const ofCase = files.case.coverage.disclosures.map((covers) => ({
    covers,
    audience: covers.audience ?? DEFAULT_AUDIENCE,
  }));
  return [...ofSources, ...ofCase];
}

function dayAt(files: CaseFiles, end: string | undefined, edge: 'first' | 'last'): number | null {
  const day = end === undefined ? null : resolveDay(files, end);
  if (day === null) return null;
  return edge === 'first' ? startOfDay(files.case.zone, day.first) : endOfDay(files.case.zone, day.last);
}

/** Names for duties that have none: their place in case.yaml, with a mark where a duty has that name already. */
function idsOf(files: CaseFiles): string[] {
  const taken = new Set(files.case.duties.map((duty) => duty.id));
  return files.case.duties.map((duty, i) => {
    let id = duty.id ?? `duty-${i + 1}`;
    while (duty.id === undefined && taken.has(id)) id += '-unnamed';
    return id;
  });
}

/** The duties of a case; without any, the headline alone: whether anybody whose disclosures are loaded told the public. */
export function askedDuties(files: CaseFiles): AskedDuty[] {
  const ids = idsOf(files);
  const duties = files.case.duties.map(
    (duty, i): AskedDuty => ({
      number: i + 1,
      id: ids[i]!,
      audience: duty.audience,
      kinds: duty.kinds,
      from: dayAt(files, duty.from, 'first'),
      to: dayAt(files, duty.to, 'last'),
      within: duty.withinDays ?? null,
      who: duty.who,
      with: duty.with,
    }),
  );
  if (duties.length > 0) return duties;
  const who = [...new Set(coveredOf(files).flatMap(({ covers }) => covers.disclosers))];
  return [{ ...HEADLINE, who }];
}

/** Audiences by number; the public is 0. */
function audiencesOf(duties: readonly AskedDuty[]): string[] {
  return [...new Set([DEFAULT_AUDIENCE, ...duties.map((duty) => duty.audience)])];
}

function sideLines(duties: readonly AskedDuty[], references: References): string[] {
  const side = (duty: AskedDuty, number: 0 | 1, list: readonly string[]): string[] =>
    list
      .flatMap((reference) => references.members(reference))
      .map((m) => `${duty.number} ${number} ${m.party} ${m.from} ${m.to}`);
  return duties.flatMap((duty) => [...side(duty, 0, duty.who), ...side(duty, 1, duty.with ?? [])]);
}

/** A declared reach with the name of its audience. */
export interface DeclaredReach extends Reach {
  readonly audienceName: string;
}

/** All that the loaded disclosures are declared to reach: disjoint spans of instants per party, audience and channel. */
export function declaredReach(files: CaseFiles, references: References): DeclaredReach[] {
  const covered = coveredOf(files);
  const audiences = [...new Set(covered.map(({ audience }) => audience))].sort();
  return reachOf(files, references, audiences).map((reach) => ({ ...reach, audienceName: audiences[reach.audience]! }));
}

function reachOf(files: CaseFiles, references: References, audiences: readonly string[]): Reach[] {
  const declared = coveredOf(files).flatMap(({ covers, audience: name }): Reach[] => {
    const audience = audiences.indexOf(name);
    const from = dayAt(files, covers.from, 'first');
    const to = dayAt(files, covers.to, 'last');
    if (audience === -1 || from === null || to === null) return [];
    const channels = [...CHANNELS.keys()].filter((channel) => (wayBits(covers.kinds) >> channel) & 1);
    return covers.disclosers
      .flatMap((reference) => references.members(reference))
      .flatMap((m) =>
        channels.map((channel) => ({
          party: m.party,
          audience,
          channel,
          from: Math.max(from, m.from),
          to: Math.min(to, m.to),
        })),
      );
  });
  return joinReach(declared);
}

async function writeDuty(ledger: Ledger, duty: AskedDuty, audience: number): Promise<void> {
  await ledger.run(DUTY_ROW, {
    duty_no: duty.number,
    id: duty.id,
    audience: duty.audience,
    audience_no: audience,
    kinds: wayBits(duty.kinds),
    from_time: duty.from,
    to_time: duty.to,
    within_days: duty.within,
    anybody: duty.with === null,
  });
}

/** Writes the temporary tables duty, side and reach. */
export async function writeDuties(
  ledger: Ledger,
  files: CaseFiles,
  references: References,
  duties: readonly AskedDuty[],
): Promise<void> {
  const audiences = audiencesOf(duties);
  await ledger.run(DUTY_TABLE);
  for (const duty of duties) await writeDuty(ledger, duty, audiences.indexOf(duty.audience));
  await ledger.run(DUTY_SIDE, { lines: sideLines(duties, references).join('\n') });
  const reach = reachOf(files, references, audiences);
  const lines = reach.map((r) => `${r.party} ${r.audience} ${r.channel} ${r.from} ${r.to}`);
  await ledger.run(REACH, { lines: lines.join('\n') });
}
