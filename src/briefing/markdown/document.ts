/** A briefing as Markdown: the same content in the same order as the HTML form, with tables in place of pictures. */
import { shownWhen } from '../../case/views/time.ts';
import { boundsText } from '../../model/bounds.ts';
import type { BriefedFinding, Briefing } from '../briefing.ts';
import { METHOD, SOURCING_WORDS } from '../method.ts';
import { namingOf } from '../names.ts';
import { notesPart, passagesPart } from './evidence.ts';
import { list, plain, sentence, table } from './text.ts';

function section(title: string, ...parts: readonly string[]): string {
  const there = parts.filter((part) => part !== '');
  return there.length === 0 ? '' : [`## ${title}`, ...there].join('\n\n');
}

function under(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `### ${title}\n\n${list(items.map(plain))}`;
}

function answerPart({ answer }: Briefing): string {
  if (answer === null) return 'This case asks nothing that can be counted.';
  const rows = answer.rows.map(({ party, name, contacts, undisclosed, contactsNote, note }) => [
    party === null ? 'all of them' : plain(name ?? party),
    `${boundsText(contacts)}[^${contactsNote}]`,
    `${undisclosed === null ? '' : boundsText(undisclosed)}${note === null ? '' : `[^${note}]`}`,
  ]);
  return [
    `**${sentence(answer.sentence).replaceAll('**', '')}**`,
    list(answer.basis.map(sentence)),
    table(['With', 'Contacts', 'No matching disclosure'], rows),
  ].join('\n\n');
}

function findingLine(finding: BriefedFinding, named: (key: string) => string): string {
  const { text, bounds, note, grade, status, sourcing, detector, id, reason, caveats, replies } = finding;
  const facts = [grade, status, ...(sourcing === null ? [] : [sourcing]), detector, ...(id === null ? [] : [id])];
  const more = [
    ...(reason === null ? [] : [plain(reason)]),
    ...caveats.map(plain),
    ...replies.map((reply) => `Reply of ${plain(named(reply.by))}, ${reply.on}: ${plain(reply.text)}`),
  ];
  return [
    `- **${boundsText(bounds)}**[^${note}] ${plain(text)} (${plain(facts.join('; '))})`,
    ...more.map((line) => `  - ${line}`),
  ].join('\n');
}

function findingsPart(briefing: Briefing): string {
  const { findings, dismissed, findingsLeftOut } = briefing;
  const named = namingOf(briefing);
  const lines = (of: readonly BriefedFinding[]): string => of.map((finding) => findingLine(finding, named)).join('\n');
  return section(
    'Findings, by weight',
    findings.length === 0 ? `No findings. ${plain(briefing.limits.none)}` : lines(findings),
    findingsLeftOut === 0 ? '' : `${findingsLeftOut} more are not in this briefing; the case lists them.`,
    dismissed.length === 0 ? '' : `### Dismissed\n\n${lines(dismissed)}`,
  );
}

function figuresPart({ timeline, matrix }: Briefing): string {
  const marks = new Map((timeline?.lanes ?? []).flatMap(({ marks: of }) => of).map((mark) => [mark.contact, mark]));
  const months = Map.groupBy([...marks.values()], ({ first }) => first.slice(0, 7));
  const rows = [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, of]) => [
      month,
      String(of.length),
      String(of.filter((mark) => mark.certain && mark.undisclosed).length),
    ]);
  const pairs = (matrix?.rows ?? []).flatMap(({ name }, i) =>
    matrix!.columns.flatMap((column, k) => {
      const cell = matrix!.cells[i]![k];
      if (cell == null) return [];
      return [
        [
          plain(name),
          plain(column.name),
          boundsText(cell.contacts),
          cell.undisclosed === null ? '' : boundsText(cell.undisclosed),
        ],
      ];
    }),
  );
  return section(
    'When, and who with whom',
    table(['Month', 'Contacts shown', 'Certain, no matching disclosure'], rows),
    table(['Who', 'With whom', 'Contacts', 'No matching disclosure'], pairs),
  );
}

function saidPart(briefing: Briefing): string {
  const named = namingOf(briefing);
  const statements = briefing.statements.map((of) => [
    `${plain(named(of.speaker))}, ${of.said}${of.quote === null ? '' : `: “${plain(of.quote)}”`} (coded as: ${plain(of.claim)})`,
    plain(of.verdict),
    [
      sentence(of.text),
      ...of.remarks.map(plain),
      ...of.replies.map(({ by, on, text }) => `Reply of ${plain(named(by))}, ${on}: ${plain(text)}`),
    ].join(' '),
  ]);
  const told = briefing.told.map((of) => [
    `${plain(of.teller)}: ${plain(of.told)}`,
    plain(of.verdict),
    [sentence(of.text), ...of.caveats.map(plain)].join(' '),
  ]);
  const story = briefing.story.map(({ quote, verdict, text, remarks, caveats }) => [
    plain(quote),
    plain(verdict),
    [sentence(text), ...[...remarks, ...caveats].map(plain)].join('; '),
  ]);
  const heads = ['Verdict', 'What the records show'];
  return [
    section('What was said in public', table(['Said', ...heads], statements)),
    section('What others told, and how many the records show', table(['Told', ...heads], told)),
    section('A published story, sentence by sentence', table(['The story says', ...heads], story)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function limitsPart({ limits, answer }: Briefing): string {
  const moves = limits.moves.map(({ text, bounds }) => [plain(text), boundsText(bounds)]);
  const same = limits.unmoved.length === 0 ? [] : [[plain(limits.unmoved.join(', ')), 'the same']];
  return section(
    'What these records do not show',
    under('Coverage', limits.coverage),
    table(
      ['Source', 'Side', 'Read', 'Said to reach'],
      limits.sources.map(({ source, side, items, reach }) => [source, side, items, reach].map(plain)),
    ),
    under('Claims that the records cannot test', limits.untested),
    under('What the detectors could not test', limits.unasked),
    `### What counts as a contact, and how the number moves with it\n\nCounted: ${plain(limits.definition)}.`,
    list(limits.definitionReasons.map(plain)),
    answer === null
      ? ''
      : table(['If instead one counted', 'Contacts'], [['as above', boundsText(answer.contacts)], ...moves, ...same]),
    under('What keeps the two ends of the number apart', limits.separation),
    under('Besides', limits.besides),
    under('Caveats', limits.caveats),
    under('Problems in the sources', limits.problems),
  );
}

function sourcingPart({ informants, parties }: Briefing): string {
  return section(
    'How well it is known',
    list(SOURCING_WORDS.map(plain)),
    table(
      ['Informant (a pseudonym)', 'Kind', 'Persons', 'Relies on'],
      informants.map(({ id, kind, persons, reliesOn }) =>
        [id, kind, persons === null ? 'not said' : String(persons), reliesOn.join(', ')].map(plain),
      ),
    ),
    table(
      ['Key', 'Name'],
      parties.map(({ key, name }) => [plain(key), plain(name)]),
    ),
  );
}

function sincePart({ since }: Briefing): string {
  if (since === null) return '';
  const rows = since.changes.map(({ kind, text, before, after }) =>
    [kind, text, before ?? 'not there', after ?? 'not there any more'].map(plain),
  );
  return section(
    `What changed since the briefing as of ${plain(since.asOf)}`,
    rows.length === 0 ? 'Nothing.' : table(['Kind', 'What', 'Then', 'Now'], rows),
    `${since.unchanged} findings, statements and told counts are as they were.`,
  );
}

function manifestPart({ manifest, redaction }: Briefing): string {
  const rules =
    redaction === null ? '' : `### What is redacted, and by which rule\n\n${list(redaction.rules.map(plain))}`;
  return [
    section('Method', list(METHOD.map(plain)), rules),
    section(
      'Manifest',
      `${manifest.program} ${manifest.programVersion}; time-zone data ${manifest.timeZoneData}; Unicode ${manifest.unicode}; as of ${plain(manifest.asOf)}.`,
      table(
        ['Source', 'Bytes', 'SHA-256'],
        manifest.sources.map(({ name, size, sha256 }) => [plain(name), String(size), sha256]),
      ),
    ),
  ].join('\n\n');
}

/** The Markdown form: the same briefing gives the same bytes. */
export function briefingMarkdown(briefing: Briefing): string {
  const { title, question, asOf } = briefing;
  const parts = [
    `# ${plain(title)}`,
    question === null ? '' : `*${plain(question)}*`,
    `Briefing as of ${plain(shownWhen(asOf))}. A contact is not wrongdoing: this says what the records show, what they do not show, and how well.`,
    answerPart(briefing),
    sincePart(briefing),
    findingsPart(briefing),
    figuresPart(briefing),
    saidPart(briefing),
    limitsPart(briefing),
    sourcingPart(briefing),
    manifestPart(briefing),
    notesPart(briefing),
    passagesPart(briefing),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
