/** Which addresses and numbers fall silent while another one takes over their circle? */
import { SWITCH_LIMITS } from '../identity/switches/limits.ts';
import type { Finding } from '../model/finding.ts';
import { idText } from '../model/ids.ts';
import { ADDRESS_KINDS, type AddressKind } from '../model/record.ts';
import { dayOf } from '../reconcile/days.ts';
import type { AsOf, Detector, DetectorParameters, DetectorRow } from './detector.ts';
import { plainName } from './wording.ts';

const WORDS: { readonly [kind in AddressKind]?: string } = { phone: 'number', mail: 'address', handle: 'account' };

function addressText(norm: string, name: unknown): string {
  return name === null || name === undefined ? plainName(norm) : `${plainName(norm)} (${plainName(String(name))})`;
}

/** Millionths as a number that people read: 0.3, 0.02; less than a hundredth is said so. */
function averageText(millionths: number): string {
  if (millionths < 10_000) return 'less than 0.01';
  return String(Math.round(millionths / 10_000) / 100);
}

/** Thousandths, rounded up. */
const chanceText = (thousandths: number): string => (thousandths < 10 ? '0.01' : (thousandths / 1000).toFixed(2));

function chanceOf(row: DetectorRow): string {
  return [
    `an identifier has ${averageText(Number(row.expected))} of them on average`,
    `as much likeness is expected by chance ${chanceText(Number(row.by_chance))} times among the ${Number(row.compared)} pairs whose dates fit, judged by ${Number(row.otherwise)} pairs whose dates do not`,
  ].join('; ');
}

function textOf(row: DetectorRow, asOf: AsOf): string {
  const [old, next] = [
    addressText(String(row.old_norm), row.old_name),
    addressText(String(row.new_norm), row.new_name),
  ];
  const word = WORDS[ADDRESS_KINDS[Number(row.kind)]!] ?? 'address';
  const [last, first] = [dayOf(asOf.zone, Number(row.last_time)), dayOf(asOf.zone, Number(row.first_time))];
  const apart = Number(row.circles);
  const circles = apart === 1 ? 'one circle' : `${apart} circles that are not in contact with each other`;
  return (
    `the ${word} ${old} falls silent on ${last}; ${next} begins on ${first} and has ${Number(row.frequent_shared)} of its ` +
    `${Number(row.frequent)} most frequent counterparts, ${Number(row.shared)} in all, of ${circles}; may continue as ` +
    `(${chanceOf(row)})`
  );
}

function findingOf(row: DetectorRow, asOf: AsOf): Finding {
  const kind = ADDRESS_KINDS[Number(row.kind)]!;
  const contacts = JSON.parse(String(row.contacts ?? '[]')) as readonly string[];
  return {
    detector: 'may-continue-as',
    text: textOf(row, asOf),
    bounds: { min: 0, max: 1 },
    grade: 'possible',
    subject: `${kind} ${row.old_norm} | ${kind} ${row.new_norm}`,
    contacts: contacts.map((id) => idText('contact', BigInt(id))),
    records: [],
    disclosures: [],
    statements: [],
    weight: Number(row.shared),
  };
}

/** Too few pairs to compare with: not even the best likeness could stand out. */
function untestedText(row: DetectorRow, parameters: DetectorParameters): string[] {
  const [compared, otherwise] = [Number(row.compared), Number(row.otherwise)];
  if (compared === 0 || compared / (1 + otherwise) <= Number(parameters.levelPerMille) / 1000) return [];
  const pairs = compared === 1 ? 'one pair' : `${compared} pairs`;
  return [
    `${pairs} of an identifier that falls silent and one that begins soon after: too few others (${otherwise} pairs) to tell a switch from chance`,
  ];
}

export const mayContinueAs: Detector = {
  name: 'may-continue-as',
  question: 'Which addresses and numbers fall silent while another one takes over their circle?',
  doc: [
    'For each mail address, number or account with leastContacts contacts that show it in use (it wrote, called, or took a',
    'call): does it fall silent, so that at its own rate leastMissed contacts are missing in the loaded material that shows it,',
    'over quietDays? An identifier whose material ends has not fallen silent. Of those of its kind that begin in the same way',
    'within mostGapDays after its last contact, never before, which has its circle? Compared are the last windowDays of the one',
    'and the first of the other: counterparts that both have, by rarity (bits) and by how alike both met and called them, the',
    'order in which both prefer them, the hours kept, and how much each was used. Counterparts of more than mostNeighbours identifiers are hubs and say nothing; counterparts in',
    'contact with each other count as one circle, since whoever takes a place in an office gets all of it. Null model: the same',
    'comparison with identifiers that begin at another time (with all, where fewer than leastOtherwise pairs are left); proposed',
    'are pairs of which each is the best of the other, as long as chance explains at most levelPerMille of 1000 of them. After',
    'communities of interest (Cortes, Pregibon and Volinsky 2001). It proposes, always as possible, and merges nothing; the',
    'lower bound is 0. It cannot see a switch to another kind of address, one whose times overlap, one that keeps a single',
    'circle at work, or a number that passes from one person to another. Days and hours are compared in UTC. The query below',
    'shows what the stage before it found; its queries stand in src/ledger/queries/identity/switches/.',
  ].join(' '),
  parameters: { ...SWITCH_LIMITS, mostListed: 200 },
  findings: (rows: readonly DetectorRow[], _parameters, asOf: AsOf): Finding[] =>
    rows.filter((row) => row.standing === 'found').map((row) => findingOf(row, asOf)),
  untested: (rows: readonly DetectorRow[], parameters: DetectorParameters): string[] =>
    rows.filter((row) => row.standing === 'asked').flatMap((row) => untestedText(row, parameters)),
};
