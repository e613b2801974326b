/** A claim whole: what was said, the verdict and why, how far the records reach, and the contacts behind it. */
import type { CheckedClaim } from '../../case/claims/checked.ts';
import type { OpenCase } from '../../case/open.ts';
import { caveatsOf } from '../../case/views/caveats.ts';
import { type ContactView, contactList } from '../../case/views/contacts.ts';
import { definitionText } from '../../case/views/definition.ts';
import { keepCount } from '../../case/views/kept-counts.ts';
import type { StatementView } from '../../case/views/statements.ts';
import { parametersOf } from '../../ledger/queries/contacts/asked.ts';
import { CANDIDATE_EDGE, candidate, countCertain } from '../../ledger/queries/contacts/count.ts';
import { SIDE_GROUP, SIDE_GROUP_TABLE, SIDE_MEMBERSHIP } from '../../ledger/queries/statements/sides.ts';
import { boundsText } from '../../model/bounds.ts';
import { type Quantity, sideReferences } from '../../statements/claim.ts';
import { narrowest, widest } from '../../statements/definitions.ts';
import { thresholdText } from '../../statements/wording.ts';
import { type Line, span } from '../frame/line.ts';
import type { Json, Output } from '../frame/output.ts';
import { contactLine } from './contact.ts';
import { contactJson } from './json.ts';
import { sqlLines } from './sql.ts';
import { claimName } from './statements.ts';
import { wrapLines } from './wrap.ts';

/** Contacts that are listed for people; machines get all, and explain opens them. */
const LISTED = 20;

/** What a checked claim and a claim of statements.yaml have in common. */
type Shown = Pick<
  CheckedClaim,
  | 'verdict'
  | 'every'
  | 'ifComplete'
  | 'verdictText'
  | 'why'
  | 'bounds'
  | 'favourable'
  | 'unfavourable'
  | 'contacts'
  | 'timing'
  | 'hangsOn'
  | 'missing'
  | 'counted'
  | 'threshold'
> & { readonly text: string; readonly coverage: string; readonly quantity: Quantity['kind'] };

function whenText({ timing, contacts }: Shown): Line[] {
  if (timing === null || contacts.length === 0) return [];
  const { before, sameDay, after } = timing;
  const all = contacts.length;
  if (before === all)
    return [all === 1 ? '  It was before this was said.' : `  All ${all} that are certain were before this was said.`];
  const rest = [
    ...(sameDay === 0 ? [] : [`${sameDay} on that day`]),
    ...(after === 0 ? [] : [`${after} after it`]),
  ].join(', ');
  return [`  Of the ${all} that are certain, ${before} before this was said, ${rest}.`];
}

function verdictLine({ verdict, every, verdictText }: Shown): Line {
  return ['  ', span(verdict === 'untested' || !every ? 'probable' : 'certain', verdictText)];
}

/** Which readings were asked: see readingsOf. */
function readingLines({ counted, favourable, unfavourable, quantity }: Shown): Line[] {
  const { definition, between } = counted.question;
  const narrow = quantity === 'at-least' ? unfavourable : favourable;
  const wide = quantity === 'at-least' ? favourable : unfavourable;
  return [
    `  Counted: ${definitionText(definition, between)}.`,
    ...(narrow === null
      ? []
      : [`  Narrowest reading, ${boundsText(narrow)}: ${definitionText(narrowest(definition), between)}.`]),
    ...(wide === null
      ? []
      : [`  Widest reading, ${boundsText(wide)}: ${definitionText(widest(definition), between)}.`]),
  ];
}

/** Everything about a claim but its SQL. */
function claimLines(
  open: OpenCase,
  claim: Shown,
  contacts: readonly ContactView[],
  caveats: readonly string[],
  title: Line = `  ${claim.text}`,
): Line[] {
  const id = keepCount(open, claim.counted);
  const more = claim.contacts.length - contacts.length;
  const opened = id === null ? [] : [`  Opened by: backchannel explain ${id}`];
  return [
    title,
    verdictLine(claim),
    `  ${claim.why}.`,
    ...whenText(claim),
    `  ${claim.coverage} Asked: ${thresholdText(claim.threshold)} of the whole and of each channel.`,
    ...(contacts.length === 0 ? [] : ['  The contacts that certainly count, the strongest first:']),
    ...contacts.map((contact, i) => contactLine(contact, i + 1)),
    ...(more === 0 ? [] : [`  … and ${more} more`]),
    ...caveats.map((caveat) => `  Caveat: ${caveat}`),
    ...readingLines(claim),
    ...opened,
  ];
}

/** The statements that gave the lower bound; a side of several names is made a group first. */
function claimSql({ counted: { question } }: Shown): {
  readonly sql: readonly string[];
  readonly parameters: readonly string[];
} {
  const sides = [question.between, question.and].filter((name) => name !== null && sideReferences(name).length > 1);
  const joined = sides.length === 0 ? [] : [SIDE_GROUP_TABLE.sql, SIDE_GROUP.sql, SIDE_MEMBERSHIP.sql];
  return {
    sql: [...joined, candidate(question).sql, CANDIDATE_EDGE.sql, countCertain(question.definition, true).sql],
    parameters: [
      ...Object.entries(parametersOf(question)).map(([name, value]) => `$${name} = ${String(value)}`),
      ...sides.map((name) => `$name = ${name}`),
    ],
  };
}

function claimJson(
  claim: Shown,
  contacts: readonly ContactView[],
  caveats: readonly string[],
): { readonly [key: string]: Json } {
  const { timing } = claim;
  return {
    claim: claim.text,
    verdict: claim.verdict,
    every_reading: claim.every,
    if_complete: claim.ifComplete,
    verdict_text: claim.verdictText,
    why: claim.why,
    contacts: claim.bounds,
    favourable: claim.favourable,
    unfavourable: claim.unfavourable,
    hangs_on: claim.hangsOn,
    timing: timing === null ? null : { before: timing.before, same_day: timing.sameDay, after: timing.after },
    coverage: claim.coverage,
    threshold: claim.threshold,
    missing: claim.missing,
    caveats,
    count: claim.counted.id,
    listed: contacts.map(contactJson),
    ...claimSql(claim),
  };
}

interface Opened {
  readonly claim: Shown;
  readonly contacts: readonly ContactView[];
  readonly caveats: readonly string[];
}

async function opened(open: OpenCase, output: Output, claim: Shown): Promise<Opened> {
  const shown = output.format === 'table' ? claim.contacts.slice(0, LISTED) : claim.contacts;
  const caveats = await caveatsOf(open, claim.contacts);
  return { claim, contacts: await contactList(open, shown), caveats };
}

/** What a claim of statements.yaml is called: what the speaker said stands above it in the speaker's own words. */
const codedText = (view: StatementView): Line => `  Coded as: ${view.claim}`;

const shownOf = (view: StatementView): Shown => ({ ...view, text: view.claim });

/** A claim that was given on the spot. */
export async function showClaim(open: OpenCase, output: Output, checked: CheckedClaim): Promise<void> {
  const shown = await opened(open, output, {
    ...checked,
    coverage: checked.coverageText,
    quantity: checked.claim.quantity.kind,
  });
  keepCount(open, checked.counted);
  const { claim, contacts, caveats } = shown;
  await output.document(claimJson(claim, contacts, caveats), () => {
    const { sql, parameters } = claimSql(claim);
    return [...wrapLines(claimLines(open, claim, contacts, caveats), output.width), ...sqlLines(sql, parameters)];
  });
}

function saidLines(open: OpenCase, { speaker, said, quote, where, note }: StatementView): Line[] {
  const { parties, organisations } = open.files.people;
  const name = [...parties, ...organisations].find(({ id }) => id === speaker)?.name;
  const place = where === null ? 'statements.yaml' : where.place;
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const words = quote === null ? '' : plain(quote);
  // What stands at the cited place may be more than the words, or another's account of them.
  const cited = where !== null && where.ranges.length > 0 ? plain(where.text) : '';
  return [
    `  ${name === undefined ? speaker : `${name} (${speaker})`}, ${said}; ${place}`,
    ...(words === '' ? ['  The words are not given.'] : [`  “${words}”`]),
    ...(cited === '' || cited === words ? [] : [`  There it says: ${cited}`]),
    ...(where?.problems ?? []).map(({ message }) => `  Problem: ${message}`),
    ...(note === null ? [] : [`  Note: ${note}`]),
  ];
}

/** A statement of statements.yaml with all of its claims. */
export async function showStatement(open: OpenCase, output: Output, views: readonly StatementView[]): Promise<void> {
  const first = views[0]!;
  const claims: Opened[] = [];
  for (const view of views) {
    keepCount(open, view.counted);
    claims.push(await opened(open, output, shownOf(view)));
  }
  const { statement, speaker, said, quote, where } = first;
  const value = {
    statement,
    speaker,
    said,
    quote,
    where:
      where === null ? null : { place: where.place, text: where.text, problems: where.problems.map((p) => p.message) },
    claims: claims.map(({ claim, contacts, caveats }) => claimJson(claim, contacts, caveats)),
  };
  await output.document(value, () => [
    ...wrapLines([[span('heading', `  ${statement}`)], ...saidLines(open, first)], output.width),
    ...claims.flatMap(({ claim, contacts, caveats }, i) => {
      const { sql, parameters } = claimSql(claim);
      const title = views.length === 1 ? [''] : ['', `  ${claimName(views[i]!)}`];
      return [
        ...wrapLines([...title, ...claimLines(open, claim, contacts, caveats, codedText(views[i]!))], output.width),
        ...sqlLines(sql, parameters),
      ];
    }),
  ]);
}
