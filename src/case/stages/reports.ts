/** Passages of reports.yaml → records: reports.yaml is a source of its own, and each entry a record in it. */
import { hash64, sha256 } from '../../bytes/hash.ts';
import { toldChannels, toldFlags, toldName } from '../../contacts/reports.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { NEXT_NUMBERS } from '../../ledger/queries/reports/reports.ts';
import { ADDRESS_KINDS, RECORD_KINDS, ROLES, type Role } from '../../model/record.ts';
import { PLAUSIBILITIES, PRECISIONS, ZONE_ORIGINS } from '../../model/time.ts';
import { circlesOf, isOfficialTelling } from '../../sourcing/informants.ts';
import { type Passage, passagesOf } from '../citations/passage.ts';
import { REPORTS_FORMAT } from '../citations/passage-cited.ts';
import { openSource } from '../citations/source-files.ts';
import type { CaseFiles, ReportEntry } from '../files/index.ts';
import { type EntryRange, entryRanges } from '../files/read/entry-ranges.ts';
import type { WhereEntry } from '../files/words/where.ts';
import { asOfInstant } from '../read-case.ts';
import { informantsOf } from '../told/informants.ts';
import type { ProblemRow } from './contacts.ts';
import { toldWhen } from './told-times.ts';

/** Name of the file, and of its source in the ledger. */
export const REPORTS_FILE = 'reports.yaml';

interface Numbers extends Readonly<{ [name: string]: number }> {
  readonly source: number;
  readonly record: number;
  readonly address: number;
}

interface Part {
  readonly record: number;
  readonly role: Role;
  readonly name: string;
}

/** Who is in a passage: its two sides, and once more who began it. */
function partsOf(entry: ReportEntry, record: number): Part[] {
  const [subjects, counterparts] = entry.between;
  const as = (role: Role, names: readonly string[]): Part[] =>
    [...new Set(names)].map((name) => ({ record, role, name }));
  return [
    ...as('mentioned', subjects),
    ...as('counterpart', counterparts),
    ...as('from', entry.begunBy === undefined ? [] : [entry.begunBy]),
  ];
}

/** What the ledger keeps of a passage besides who and when; lists and the place as JSON. */
function reportExtras(entry: ReportEntry, place: number, passage: Passage | null): { [name: string]: string } {
  const list = (name: string, values: readonly string[]): { [name: string]: string } =>
    values.length === 0 ? {} : { [name]: JSON.stringify(values) };
  const channels = toldChannels(entry.channels);
  return {
    entry: entry.id ?? `report ${place + 1}`,
    'told-by': entry.toldBy,
    ...list('relies-on', entry.reliesOn),
    ...(channels.length === 0 ? {} : { channels: channels.join(', ') }),
    ...list('topics', entry.topics),
    ...list('caveats', entry.caveats),
    ...(entry.where === undefined ? {} : { where: JSON.stringify(placed(entry.where, passage)) }),
    ...(passage?.file == null ? {} : { passage: passage.file }),
    ...(entry.apart ? { apart: entry.where?.source ?? '' } : {}),
  };
}

/** A place with the bytes at which its quotation was found. */
function placed(where: WhereEntry, passage: Passage | null): WhereEntry {
  if (where.ranges.length > 0 || passage === null) return where;
  return { ...where, ranges: passage.ranges.map(({ offset, length }) => [offset, length] as const) };
}

async function writeSource(ledger: Ledger, at: Numbers, bytes: Buffer, zone: string): Promise<void> {
  const hash = sha256(bytes);
  await ledger.append('source', 1, {
    source_no: [at.source],
    id: [hash64(`${hash} `)],
    path: [REPORTS_FILE],
    member: [''],
    file_sha256: [hash],
    sha256: [hash],
    size: [bytes.length],
    format: [REPORTS_FORMAT],
    side: [0],
    protected: [false],
    zone: [zone],
    scope_complete: [false],
  });
}

/** What of the file is no passage: informants, told counts, and what stands between entries. */
async function writeSkip(
  ledger: Ledger,
  at: Numbers,
  size: number,
  ranges: readonly EntryRange[],
  items: number,
): Promise<void> {
  const bytes = size - ranges.reduce((sum, { length }) => sum + length, 0);
  await ledger.append('skip', 1, { source_no: [at.source], rule: ['no passage'], items: [items], bytes: [bytes] });
}

async function writeRecords(
  ledger: Ledger,
  files: CaseFiles,
  at: Numbers,
  ranges: readonly EntryRange[],
  passages: ReadonlyMap<WhereEntry, Passage>,
): Promise<void> {
  const { reports } = files.reports;
  const asOf = asOfInstant(files);
  const informants = informantsOf(files);
  const times = reports.map((entry) => toldWhen(files, entry.period, asOf));
  await ledger.append('record', reports.length, {
    record_no: reports.map((_, i) => at.record + i),
    source_no: reports.map(() => at.source),
    kind: reports.map(() => RECORD_KINDS.indexOf('report')),
    byte_offset: ranges.map(({ offset }) => offset),
    byte_length: ranges.map(({ length }) => length),
    row_no: reports.map(() => 0),
    part: reports.map(() => 0),
    earliest: times.map(({ earliest }) => earliest),
    latest: times.map(({ latest }) => latest),
    offset_minutes: times.map(({ offset }) => offset),
    precision: times.map(({ precision }) => PRECISIONS.indexOf(precision)),
    zone: times.map(({ zone }) => ZONE_ORIGINS.indexOf(zone)),
    plausibility: times.map(({ plausibility }) => PLAUSIBILITIES.indexOf(plausibility)),
    flags: reports.map((entry) =>
      toldFlags({ attempted: entry.attempted, official: isOfficialTelling(informants, entry) }),
    ),
    subject: reports.map(({ topics }) => (topics.length === 0 ? null : topics.join('; '))),
    extras: reports.map((entry, i) =>
      JSON.stringify(reportExtras(entry, i, (entry.where && passages.get(entry.where)) ?? null)),
    ),
  });
}

async function writeParts(ledger: Ledger, files: CaseFiles, at: Numbers): Promise<void> {
  const parts = files.reports.reports.flatMap((entry, i) => partsOf(entry, at.record + i));
  const names = [...new Set(parts.map(({ name }) => name))];
  const number = new Map(names.map((name, i) => [name, at.address + i]));
  await ledger.append('address', names.length, {
    address_no: names.map((name) => number.get(name)!),
    kind: names.map(() => ADDRESS_KINDS.indexOf('party')),
    norm: names,
    raw: names.map(toldName),
  });
  await ledger.append('participant', parts.length, {
    record_no: parts.map(({ record }) => record),
    role: parts.map(({ role }) => ROLES.indexOf(role)),
    address_no: parts.map(({ name }) => number.get(name)!),
    attendance: parts.map(() => 0),
  });
}

interface Told {
  readonly range: EntryRange;
  readonly code: string;
  readonly message: string;
}

/** What is wrong with places. A file that is not there is told once, however many passages are cited from it. */
function told(places: readonly { readonly range: EntryRange; readonly passage: Passage }[]): Told[] {
  const isMissing = ({ passage }: { readonly passage: Passage }): boolean => passage.file === null;
  const missing = Map.groupBy(places.filter(isMissing), ({ passage }) => `${passage.source}\n${passage.member}`);
  const files = [...missing.values()].map(([first, ...others]): Told => {
    const { source, member, problems } = first!.passage;
    const file = member === '' ? source : `${source}, ${member}`;
    const passages = others.length === 0 ? 'a passage is' : `${others.length + 1} passages are`;
    const reason = problems[0]!.message.slice(problems[0]!.message.lastIndexOf(': ') + 2);
    return { range: first!.range, code: problems[0]!.code, message: `${file}: ${reason}; ${passages} cited from it` };
  });
  const others = places
    .filter((place) => !isMissing(place))
    .flatMap(({ range, passage }) => passage.problems.map(({ code, message }): Told => ({ range, code, message })));
  return [...files, ...others];
}

/**
 * Appends a source for reports.yaml, its records, and what is wrong with the places that they cite. Nothing when the case
 * tells of no contact and of no count.
 * @param folder absolute path of the case folder
 * @throws Error when reports.yaml changed since the case files were read
 */
export async function reportsStage(
  ledger: Ledger,
  files: CaseFiles,
  folder: string,
): Promise<{ readonly records: number; readonly problems: readonly ProblemRow[] }> {
  const { reports, counts, informants } = files.reports;
  if (reports.length === 0 && counts.length === 0 && informants.length === 0) return { records: 0, problems: [] };
  const [at] = await ledger.rows<Numbers>(NEXT_NUMBERS);
  const input = openSource(folder, REPORTS_FILE, REPORTS_FILE);
  if (input === null) throw new Error(`${REPORTS_FILE} cannot be opened any more`);
  const bytes = input.read(0, input.size);
  input.close();
  const text = bytes.toString('utf8');
  const [ofReports, ofCounts] = [entryRanges(text, 'reports'), entryRanges(text, 'counts')];
  if (ofReports.length !== reports.length) throw new Error(`${REPORTS_FILE} was changed while it was read`);
  await writeSource(ledger, at!, bytes, files.case.zone);
  await writeSkip(ledger, at!, bytes.length, ofReports, counts.length + informants.length);
  const entries = [
    ...reports.map((entry, i) => ({ entry, range: ofReports[i]! })),
    ...counts.map((entry, i) => ({ entry, range: ofCounts[i] ?? { offset: 0, length: 0 } })),
  ];
  const cited = entries.flatMap(({ entry }) => entry.where ?? []);
  const passages = await passagesOf({ folder, files }, cited);
  const passageAt = new Map(cited.map((where, i) => [where, passages[i]!]));
  await writeRecords(ledger, files, at!, ofReports, passageAt);
  await writeParts(ledger, files, at!);
  const problem = (range: EntryRange, code: string, message: string): ProblemRow => ({
    source_no: at!.source,
    byte_offset: range.offset,
    byte_length: range.length,
    row_no: 0,
    severity: 'doubtful',
    code,
    message,
  });
  const withPlace = entries.filter(({ entry }) => entry.where !== undefined);
  const ofPassages = told(withPlace.map(({ range }, i) => ({ range, passage: passages[i]! }))).map(
    ({ range, code, message }) => problem(range, code, message),
  );
  const ofCircles = circlesOf(informantsOf(files)).map((circle) =>
    problem(
      entryRanges(text, 'informants')[informants.findIndex(({ id }) => id === circle[0])]!,
      'circular-reliance',
      `${circle.join(', ')} rely on each other alone: they are no origin of anything`,
    ),
  );
  return { records: reports.length, problems: [...ofPassages, ...ofCircles] };
}
