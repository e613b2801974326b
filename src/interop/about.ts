/** What a chronology rests on: the question, the definition, the disclosures that were loaded, the build. */
import { shownSource } from '../case/citations/shown-source.ts';
import type { Question } from '../case/count.ts';
import type { OpenCase } from '../case/open.ts';
import { instantText } from '../case/views/time.ts';
import { CODED_DISCLOSURES, LOADED_DISCLOSURES, type LoadedDisclosures } from '../ledger/queries/interop/contacts.ts';
import type { Definition } from '../model/definition.ts';
import { PROGRAM } from '../model/program.ts';

/** A line: what, and what of it. */
export type AboutLine = readonly [label: string, text: string];

/** A definition in words. */
export function definitionText(d: Definition): string {
  const without = [
    d.lists ? '' : 'mail through lists',
    d.automatic ? '' : 'automatic mail',
    d.unanswered ? '' : 'unanswered calls',
    d.declined ? '' : 'declined invitations',
    d.scheduled ? '' : 'meetings that were only planned',
  ].filter((text) => text !== '');
  return [
    `${d.directness.join(' or ')}`,
    d.reciprocated ? 'answered, or begun by the side that is asked about' : 'answered or not',
    `calls of at least ${d.minCallSeconds} s`,
    `audience up to ${d.largestAudience}`,
    without.length === 0 ? '' : `without ${without.join(', ')}`,
    `least evidence: ${d.floor.replaceAll('-', ' ')}`,
  ]
    .filter((text) => text !== '')
    .join('; ');
}

function chosen(question: Question, zone: string): string {
  const { between, and, from, to, channels } = question;
  const parts = [
    between === null ? 'everybody' : and === null ? `${between} with anybody else` : `${between} with ${and}`,
    from === null ? '' : `from ${instantText(from, zone)}`,
    to === null ? '' : `to ${instantText(to, zone)}`,
    channels === null ? '' : `by ${channels.join(', ')}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function loadedLine(row: LoadedDisclosures, entriesOfCase: OpenCase['files']['case']['sources']): AboutLine {
  const entries = `${row.entries} ${row.entries === 1 ? 'entry' : 'entries'}`;
  return [
    '',
    `${shownSource(row, entriesOfCase)}: ${entries}, to ${row.audience ?? 'public'}; SHA-256 ${row.file_sha256}`,
  ];
}

/** Lines about an export. @param contacts how many it holds */
export async function aboutLines(
  { files, ledger, build }: Pick<OpenCase, 'files' | 'ledger' | 'build'>,
  question: Question,
  contacts: number,
): Promise<AboutLine[]> {
  const loaded = await ledger.rows<LoadedDisclosures>(LOADED_DISCLOSURES);
  const [coded] = await ledger.rows<{ entries: number }>(CODED_DISCLOSURES);
  const { title, question: asked, asOf, zone, definition } = files.case;
  const hand: AboutLine[] = coded!.entries === 0 ? [] : [['', `disclosures.yaml: ${coded!.entries} coded by hand`]];
  const disclosures = [...loaded.map((row) => loadedLine(row, files.case.sources)), ...hand];
  return [
    ['Case', title],
    ...(asked === undefined ? [] : [['Question', asked] as const]),
    ['As of', asOf],
    ['Times', `in the zone ${zone}, as exact as the records give them`],
    ['Contacts', `${contacts}: ${chosen(question, zone)}`],
    ['Counts', `certain, possible or no, under this definition: ${definitionText(definition.definition)}`],
    ['State', `by the disclosures among those loaded, as of ${asOf}: undisclosed means that none of them fits`],
    ['Disclosures', disclosures.length === 0 ? 'none loaded' : `${disclosures.length} loaded`],
    ...disclosures,
    ['Citations', 'name the source, the place in it, and the SHA-256 of the whole source'],
    ['Build', build.id],
    ['Program', `${PROGRAM.name} ${PROGRAM.version}`],
  ];
}
