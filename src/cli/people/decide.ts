/** The decisions that `people` writes: what each says, and what it takes hold of in the last build. */
import { CaseError } from '../../case/error.ts';
import type { AddressAnchor, AssignDecision, Decision, MergeDecision, SplitDecision } from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import type { Grade } from '../../model/finding.ts';
import { ADDRESS_KINDS } from '../../model/record.ts';
import { counted } from '../frame/cell.ts';
import { safeJson } from '../frame/visible.ts';
import { type Address, aliasesOf, anchorOf, partyAnchor, partyOf, wantedAddress } from './who.ts';

/** By whom, when and why. */
export type Settled = Pick<Decision, 'who' | 'when' | 'why'>;

/** A decision before it is written, and lines that say what it will take hold of. */
export interface Draft {
  readonly decision: Decision;
  readonly effect: readonly string[];
}

/** What was typed besides the names. */
export interface Circumstances extends Settled {
  readonly region: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly grade: Grade | null;
}

function settled({ who, when, why }: Settled): Settled {
  return { who, when, why };
}

function addressLine(address: Address): string {
  const holders = [...new Set(address.aliases.map(({ key }) => key))].join(', ');
  const where =
    address.records === 0 ? 'stands in no record so far' : `stands in ${counted(address.records, 'record')}`;
  return `${address.norm} ${where}${holders === '' ? '' : `; until now: ${holders}`}`;
}

/** The address was the party's, from – to. */
export async function assign(open: OpenCase, names: readonly string[], said: Circumstances): Promise<Draft> {
  const [addressText, partyText] = names as [string, string];
  const address = await wantedAddress(open, addressText, said.region);
  const party = await partyOf(open, partyText, said.region);
  const decision: AssignDecision = {
    kind: 'assign',
    ...settled(said),
    address: anchorOf(address),
    holder: await partyAnchor(open, party),
    ...(said.from === null ? {} : { from: said.from }),
    ...(said.to === null ? {} : { to: said.to }),
    ...(said.grade === null ? {} : { grade: said.grade }),
  };
  const days = [said.from === null ? '' : ` from ${said.from}`, said.to === null ? '' : ` to ${said.to}`].join('');
  return { decision, effect: [addressLine(address), `now: ${party.key}${days}, ${said.grade ?? 'certain'}`] };
}

/** All of them are one party. */
export async function merge(open: OpenCase, names: readonly string[], said: Circumstances): Promise<Draft> {
  const parties = [];
  for (const name of names) parties.push(await partyOf(open, name, said.region));
  if (new Set(parties.map(({ key }) => key)).size < 2)
    throw new CaseError(`these are one party already: ${parties[0]!.key}`, 'nothing is to be decided');
  const addresses: AddressAnchor[] = [];
  const effect: string[] = [];
  for (const party of parties) {
    addresses.push(await partyAnchor(open, party));
    effect.push(`${party.key}: ${counted((await aliasesOf(open, party.key)).length, 'address', 'addresses')}`);
  }
  const first = parties.find(({ named }) => named) ?? [...parties].sort((a, b) => (a.key < b.key ? -1 : 1))[0]!;
  const decision: MergeDecision = { kind: 'merge', ...settled(said), addresses };
  return { decision, effect: [...effect, `now one party: ${first.key}`] };
}

/** Some addresses of a party are another's than those that stay. */
export async function split(open: OpenCase, names: readonly string[], said: Circumstances): Promise<Draft> {
  const [partyText, ...addressTexts] = names as [string, ...string[]];
  const party = await partyOf(open, partyText, said.region);
  const all = await aliasesOf(open, party.key);
  const taken: Address[] = [];
  for (const text of addressTexts) {
    const address = await wantedAddress(open, text, said.region);
    if (!address.aliases.some(({ key }) => key === party.key))
      throw new CaseError(
        `${safeJson(text)} is no address of ${party.key}`,
        `backchannel people ${party.key} lists them`,
      );
    taken.push(address);
  }
  const gone = new Set(taken.map(({ kind, norm }) => `${kind} ${norm}`));
  const left = all.filter(({ kind, norm, basis }) => basis !== 'name' && !gone.has(`${ADDRESS_KINDS[kind]} ${norm}`));
  if (left.length === 0)
    throw new CaseError(`no address of ${party.key} would stay`, 'name only those that are somebody else’s');
  const stay = new Map(
    left.map(({ kind, norm }) => [`${kind} ${norm}`, anchorOf({ kind: ADDRESS_KINDS[kind]!, norm })]),
  );
  const decision: SplitDecision = {
    kind: 'split',
    ...settled(said),
    addresses: taken.map(anchorOf),
    stay: [...stay.values()],
  };
  return {
    decision,
    effect: [...taken.map(addressLine), `${party.key} keeps ${counted(stay.size, 'address', 'addresses')}`],
  };
}
