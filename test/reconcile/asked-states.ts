/** Runs the reconcile stage on small made-up ledgers and reads the states back. */
import { reconcileStage } from '../../src/case/stages/reconcile.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { CONTACT_STATES, DISCLOSURE_STATES } from '../../src/model/state.ts';
import { at, type Made, madeFiles, madeLedger, partiesOf, people } from './made.ts';

const AS_OF = at('2031-03-01T23:59');
export const OFFICE: readonly string[] = ['ada', 'bo'];
const FIRM = ['xi', 'yo'];
const GROUPS = { office: OFFICE, firm: FIRM };

export const CASE = `title: Made up
asOf: 2031-03-01
zone: UTC
groups: { office: [ada, bo], firm: [xi, yo] }
coverage: { disclosures: [ { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 } ] }
`;
export const DUTY = `duties: [ { id: act, who: "@office", what: meetings and calls with "@firm", within: 14 days } ]
`;

export interface Told {
  readonly contact: number;
  readonly duty: string;
  readonly holder: string | null;
  readonly state: string;
  readonly by: number | null;
  readonly part: number | null;
}

async function told(ledger: Ledger, made: Made): Promise<Told[]> {
  const names = partiesOf(made);
  const rows = await ledger.rows<{ [column: string]: number | string | null }>({
    name: 'test',
    sql: 'select * from state order by contact_no, duty, holder nulls first',
  });
  return rows.map((r) => ({
    contact: r.contact_no as number,
    duty: r.duty as string,
    holder: r.holder === null ? null : names[r.holder as number]!,
    state: CONTACT_STATES[r.state as number]!,
    by: r.disclosure_no as number | null,
    part: r.component as number | null,
  }));
}

/** Runs the stage on a made ledger. */
export async function states(
  made: Omit<Made, 'groups'>,
  caseFile: string = CASE + DUTY,
): Promise<{ all: Told[]; disclosures: string[] }> {
  const whole: Made = { groups: GROUPS, ...made };
  const ledger = await madeLedger(whole);
  const files = madeFiles({ 'case.yaml': caseFile, 'people.yaml': people([...OFFICE, ...FIRM]) });
  await reconcileStage(ledger, files, AS_OF);
  const all = await told(ledger, whole);
  const rows = await ledger.rows<{ state: number }>({
    name: 'test',
    sql: 'select state from disclosure_state order by disclosure_no',
  });
  await ledger.close();
  return { all, disclosures: rows.map((r) => DISCLOSURE_STATES[r.state]!) };
}

/** A call, by default of ada with xi. */
export function call(when: string, from = 'ada', to = 'xi'): Made['contacts'][number] {
  return { channel: 'call', at: when, links: [{ from, to }] };
}

/** States by contact, as headlines. */
export function headlines(all: readonly Told[]): string[] {
  return all.filter((s) => s.duty === '').map((s) => s.state);
}

/** Holder and state of each account under the duty "act". */
export function underAct(all: readonly Told[]): string[] {
  return all.filter((s) => s.duty === 'act').map((s) => `${s.holder} ${s.state}`);
}
