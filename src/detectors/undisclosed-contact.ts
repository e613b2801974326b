/** Which contacts did nobody disclose who had to? */
import { boundsText } from '../model/bounds.ts';
import type { Finding } from '../model/finding.ts';
import { idText } from '../model/ids.ts';
import { dayOf } from '../reconcile/days.ts';
import type { Undisclosed } from '../reconcile/undisclosed.ts';
import type { AsOf, Detector, DetectorRow } from './detector.ts';
import { type Pair, pairsOf, undisclosedOfPair } from './pairs.ts';
import { byChannelText, plainName } from './wording.ts';

function contested(found: Undisclosed): string[] {
  return found.contests.map(({ contacts, uncovered }) => {
    const are = uncovered === 1 ? 'is' : 'are';
    return `${uncovered} of these ${contacts.length} that share fewer disclosures ${are} not covered; which is not determined`;
  });
}

function textOf(pair: Pair, found: Undisclosed, asOf: AsOf): string {
  const { min, max } = found.bounds;
  const many = max === 1 ? 'contact' : 'contacts';
  const whom = pair.audience === 'public' ? '' : ` to ${plainName(pair.audience)}`;
  const count = min === 0 ? `at most ${max}` : boundsText(found.bounds);
  const head = `${plainName(pair.holder.name)} and ${plainName(pair.other.name)}: ${count} ${many} with no matching disclosure${whom} among those loaded, as of ${dayOf(asOf.zone, asOf.instant)}`;
  const listed = byChannelText(found.undisclosed.map((place) => pair.contacts[place]!.channel));
  const more = [
    ...(listed === '' ? [] : [listed]),
    ...contested(found),
    ...(pair.partial === 0 ? [] : [`${pair.partial} more disclosed without everybody who took part`]),
    ...(pair.undetermined === 0 ? [] : [`${pair.undetermined} more outside of what the loaded disclosures reach`]),
  ];
  return more.length === 0 ? head : `${head} (${more.join('; ')})`;
}

function findingOf(pair: Pair, found: Undisclosed, asOf: AsOf): Finding {
  const places = [...found.undisclosed, ...found.contests.flatMap((c) => c.contacts)].sort((a, b) => a - b);
  const contacts = places.length > 0 ? places.map((place) => pair.contacts[place]!) : pair.contacts;
  const { min, max } = found.bounds;
  return {
    detector: 'undisclosed-contact',
    text: textOf(pair, found, asOf),
    bounds: found.bounds,
    grade: min > 0 ? 'certain' : 'possible',
    subject: [pair.audience, pair.holder.key, pair.other.key].join(' | '),
    contacts: contacts.map((c) => idText('contact', c.id)),
    records: [],
    disclosures: pair.disclosures(contacts).map((id) => idText('disclosure', id)),
    statements: [],
    weight: Math.min(min * 1000 + max, 2 ** 31 - 1),
  };
}

/** Where there are more pairs than anybody reads, the rest in one finding. */
function unlisted(rows: readonly DetectorRow[]): Finding[] {
  return rows
    .filter((row) => row.standing === 'more')
    .map((row) => {
      const [[pairs, contacts]] = JSON.parse(String(row.contacts)) as [[string, string]];
      return {
        detector: 'undisclosed-contact',
        text: `${pairs} more pairs, with at most ${contacts} such contacts, are not listed one by one`,
        bounds: { min: 0, max: Math.min(Number(contacts), 2 ** 31 - 1) },
        grade: 'possible',
        subject: 'pairs that are not listed',
        contacts: [],
        records: [],
        disclosures: [],
        statements: [],
        weight: 0,
      };
    });
}

export const undisclosedContact: Detector = {
  name: 'undisclosed-contact',
  question: 'Which contacts did nobody disclose who had to?',
  doc: [
    'For each duty-holder and each party on the other side: contacts of which no loaded disclosure of the holder tells.',
    'The lower bound is a list of contacts that are distinct and certain and whose day the loaded disclosures reach; possible',
    'identities in a disclosure count for the discloser. The upper bound leaves out those that must have been told.',
    'Without duties the question is whether anybody told the public. It knows nothing of disclosures that are not loaded.',
    'Of many pairs those with most such contacts are listed one by one.',
  ].join(' '),
  parameters: { mostPairs: 10_000, mostContacts: 500_000 },
  findings: (rows: readonly DetectorRow[], _parameters, asOf: AsOf): Finding[] => {
    const pairs = pairsOf(rows).flatMap((pair) => {
      const found = undisclosedOfPair(pair);
      return found.bounds.max > 0 ? [findingOf(pair, found, asOf)] : [];
    });
    return [...pairs, ...unlisted(rows)];
  },
};
