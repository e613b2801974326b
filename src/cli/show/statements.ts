/** The claims of statements.yaml as a table. */
import type { OpenCase } from '../../case/open.ts';
import { keepCount } from '../../case/views/kept-counts.ts';
import type { StatementView } from '../../case/views/statements.ts';
import { thresholdText } from '../../statements/wording.ts';
import { counted } from '../frame/cell.ts';
import { type Line, span } from '../frame/line.ts';
import type { Column } from '../frame/output.ts';

/** Id of a claim for people: of several in one statement with its place. */
export function claimName({ statement, part }: Pick<StatementView, 'statement' | 'part'>): string {
  return part === null ? statement : `${statement}, ${part}`;
}

/** Colour is only for what is certain in every reading. */
function verdictLine({ verdict, every, verdictText }: StatementView): Line {
  return [span(verdict === 'untested' || !every ? 'probable' : 'certain', verdictText)];
}

/** How many of the certain contacts there were when it was said: 24 of 24. */
function beforeText({ timing, contacts }: StatementView): string {
  return contacts.length === 0 ? '' : `${timing.before} of ${contacts.length}`;
}

const percent = (perMille: number | null): string => (perMille === null ? '' : `${Math.floor(perMille / 10)} %`);

/** One row a claim; each count is kept, so that explain opens it. */
export function statementColumns(open: OpenCase): readonly Column<StatementView>[] {
  return [
    { key: 'statement', value: ({ statement }) => statement, text: claimName },
    { key: 'part', title: null, value: ({ part }) => part },
    { key: 'speaker', title: null, value: ({ speaker }) => speaker },
    { key: 'said', fit: 'keep', value: ({ said }) => said },
    // Who said it and when stands beside it.
    { key: 'quote', title: null, value: ({ quote }) => quote },
    {
      key: 'claim',
      title: 'coded as',
      value: ({ claim }) => claim,
      text: ({ claim }) => claim.replace(/, said .*$/, ''),
    },
    { key: 'verdict', value: ({ verdict }) => verdict, text: verdictLine },
    { key: 'every_reading', title: null, value: ({ every }) => every },
    { key: 'verdict_text', title: null, value: ({ verdictText }) => verdictText },
    { key: 'contacts', fit: 'keep', value: ({ bounds }) => bounds },
    { key: 'favourable', title: null, value: ({ favourable }) => favourable },
    { key: 'unfavourable', title: null, value: ({ unfavourable }) => unfavourable },
    {
      key: 'before',
      title: 'before it was said',
      fit: 'keep',
      align: 'right',
      value: ({ timing }) => timing.before,
      text: beforeText,
    },
    { key: 'same_day', title: null, value: ({ timing }) => timing.sameDay },
    { key: 'after', title: null, value: ({ timing }) => timing.after },
    {
      key: 'covered',
      fit: 'keep',
      align: 'right',
      value: ({ covered }) => covered,
      text: ({ covered }) => percent(covered),
    },
    { key: 'declared', title: null, value: ({ declared }) => declared },
    { key: 'coverage', title: null, value: ({ coverage }) => coverage },
    { key: 'threshold', title: null, value: ({ threshold }) => threshold },
    { key: 'why', title: null, value: ({ why }) => why },
    { key: 'missing', title: null, value: ({ missing }) => missing },
    {
      key: 'count',
      title: 'opened by',
      fit: 'keep',
      value: (view) => keepCount(open, view.counted) ?? view.counted.id,
    },
    { key: 'where', title: null, value: ({ where }) => where?.place ?? null },
  ];
}

/** What stands under the table. @param threshold per mille */
export function statementNotes(views: readonly StatementView[], threshold: number): readonly Line[] {
  if (views.length === 0) return [];
  const sums = [...Map.groupBy(views, ({ verdict }) => verdict)].map(
    ([verdict, of]) => `${of.length} ${verdict.replace('-', ' ')}`,
  );
  return [
    '',
    `  ${counted(views.length, 'claim')}: ${sums.join(', ')}. Consistent only where ${thresholdText(threshold)} of the scope is covered, of the whole and of each channel: --coverage changes it.`,
    '  Covered is a share of the accounts known to this case; what nobody knows of is in no share.',
    `  One whole, with its contacts: backchannel check ${views[0]!.statement}`,
  ];
}
