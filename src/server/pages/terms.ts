/** /terms: what words mean. */
import { STATE_MEANING } from '../../case/views/state-words.ts';
import type { Directness } from '../../model/definition.ts';
import type { Grade } from '../../model/finding.ts';
import type { SentenceVerdict } from '../../statements/sentence.ts';
import type { Verdict } from '../../statements/verdict.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import type { Route } from '../http/exchange.ts';
import type { TermsPage } from '../shapes/terms.ts';

const GRADES: Readonly<{ [grade in Grade]: string }> = {
  certain: 'the records or people.yaml leave no other reading',
  probable: 'taken for true until somebody decides; it is in no lower bound',
  possible: 'cannot be ruled out; it counts at most',
};

const DIRECTNESS: Readonly<{ [directness in Directness]: string }> = {
  direct: 'addressed by name or number',
  copied: 'in copy',
  blind: 'in blind copy',
  audience: 'one of many who were reached at once',
  attended: 'was there',
  scheduled: 'was invited, or it was planned; that it took place is not shown',
  attempted: 'was tried: nobody answered, or it was declined',
};

const VERDICTS: Readonly<{ [verdict in Verdict | SentenceVerdict]: string }> = {
  contradicted: 'the records show what the claim rules out, in the narrowest reading of contact too',
  'at-odds': 'the records show what the claim rules out, but it was hedged',
  consistent: 'the records that cover its scope show nothing against it',
  untested: 'the loaded records do not reach its scope',
  supported: 'the records show it',
  exceeded: 'the records show more than it tells',
  'not for records to say': 'an opinion, an act or a motive: no record could show it',
};

const WORDS = {
  bounds:
    'A count as at least and at most. At least 18 is a list of 18 contacts that count, are certain, and cannot be each other; at most takes in whatever may count.',
  certain: 'Who, when and that it counts are beyond doubt: only such contacts stand in a lower bound.',
  confirmed: 'A person looked at the finding and accepts it. It stays so until its evidence changes.',
  contact: 'One event in which parties communicated: a mail sent, a call, a meeting, a visit, a text message.',
  coverage:
    'For which accounts, channels and days the loaded records could have shown a contact. Without it, none found says nothing.',
  definition: 'What counts as a contact. Every count prints the one that it was made with.',
  disclosure:
    'An account that somebody gave of a contact: a row of a register, an entry of an official calendar, an answer.',
  finding:
    'What a question that is asked of the whole case found, with bounds and citations. It never says why it is so.',
  reopened: 'Somebody judged it, and what it rests on changed since.',
  undisclosed:
    'No matching disclosure among those that are loaded, as of the day of the case. It does not say that none exists.',
  witness: 'A record that shows a contact. One contact can have many: the sender’s copy, the recipient’s, a backup.',
} as const;

/** The address of words and what they mean. */
export function termsRoutes(desk: Desk): Route[] {
  const terms: TermsPage = {
    states: STATE_MEANING,
    grades: GRADES,
    directness: DIRECTNESS,
    verdicts: VERDICTS,
    words: WORDS,
  };
  return [dataRoute(desk, '/terms', async () => terms)];
}
