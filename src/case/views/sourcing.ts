/** How well something is known: independent origins and custodians behind contacts, and the grade that follows. */
import {
  CONTACT_WITNESSES,
  MAY_BE_TOLD,
  RECORD_WITNESSES,
  type WitnessRow,
} from '../../ledger/queries/sourcing/witnesses.ts';
import { RECORD_KINDS } from '../../model/record.ts';
import {
  gradeOf,
  gradeText,
  originsText,
  SOURCING_GRADES,
  type SourcingGrade,
  type Witnessed,
  weakest,
} from '../../sourcing/grade.ts';
import { type Origins, originsOf, type Telling } from '../../sourcing/informants.ts';
import type { CaseFiles } from '../files/index.ts';
import type { OpenCase } from '../open.ts';
import { countName } from '../told/compare.ts';
import { informantsOf } from '../told/informants.ts';
import { tellingViews } from './tellings.ts';

export type { SourcingGrade };

/** How some contacts are known, taken together. */
export interface Sourcing {
  readonly grade: SourcingGrade;
  /** Independent origins behind what was told: an anonymous group is one. */
  readonly origins: number;
  /** Persons behind the origins, as far as it is said; null where no origin says. */
  readonly persons: number | null;
  /** Witness-sources of records: copies of one mail are one, the caller's and the callee's carrier are two. */
  readonly custodians: number;
  /** One line: the grade, and what it rests on. */
  readonly text: string;
}

/** What the sourcing of contacts follows from. */
export type SourcedCase = Pick<OpenCase, 'ledger' | 'files'>;

const MESSAGE = RECORD_KINDS.indexOf('message');

/**
 * Whose custody a record comes from. Copies of one mail are one wherever nobody says who held them; records of carriers
 * and logs differ by the entry of case.yaml when neither custodian nor producer is named.
 */
function custody({ kind, custodian, producer, entry }: WitnessRow): string {
  return custodian ?? producer ?? (kind === MESSAGE ? '' : (entry ?? ''));
}

/** Who handed it over: what one office hands over from two desks is one side's. */
function side({ kind, custodian, producer, entry }: WitnessRow): string {
  return producer ?? custodian ?? (kind === MESSAGE ? '' : (entry ?? ''));
}

function witnessed(rows: readonly WitnessRow[]): Witnessed {
  const records = rows.filter(({ extras }) => extras === null);
  return { custodians: new Set(records.map(custody)).size, sides: new Set(records.map(side)).size };
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Contacts by grade, the firmest first: `12 by records of both sides, 6 by one report`. */
function gradesText(grades: readonly SourcingGrade[]): string {
  const kinds = SOURCING_GRADES.map((grade) => [grade, grades.filter((g) => g === grade).length] as const).filter(
    ([, contacts]) => contacts > 0,
  );
  if (kinds.length === 1) return gradeText(kinds[0]![0]);
  return kinds.map(([grade, contacts]) => `${contacts} by ${gradeText(grade)}`).join(', ');
}

function textOf(grades: readonly SourcingGrade[], custodians: number, told: Origins, also: Origins | null): string {
  const parts = [
    custodians === 0 ? '' : counted(custodians, 'custodian', 'custodians'),
    told.origins.length + told.circles.length === 0 ? '' : originsText(told),
    also === null || also.origins.length === 0 ? '' : `may also be told by ${originsText(also)}`,
  ].filter((part) => part !== '');
  return `${gradesText(grades)}${parts.length === 0 ? '' : `: ${parts.join('; ')}`}`;
}

const NO_CONTACT: Sourcing = { grade: 'none', origins: 0, persons: null, custodians: 0, text: 'rests on no contact' };

/**
 * How some contacts are known: of several the weakest grade, since what is said of all of them stands no firmer. Passages
 * that may tell of a recorded contact are named, and raise no grade: that they tell of it is not certain.
 * @param contacts contact_no
 */
export async function sourcingOf({ ledger, files }: SourcedCase, contacts: readonly number[]): Promise<Sourcing> {
  if (contacts.length === 0) return NO_CONTACT;
  const numbers = contacts.join('\n');
  const rows = await ledger.rows<WitnessRow>(CONTACT_WITNESSES, { numbers });
  const informants = informantsOf(files);
  const byContact = [...Map.groupBy(rows, (row) => row.contact_no).values()];
  const grades = byContact.map((of) => gradeOf(witnessed(of), originsOf(informants, tellingViews(files, of))));
  const told = originsOf(informants, tellingViews(files, rows));
  const records = rows.filter(({ extras }) => extras === null);
  const custodians = new Set(records.map(custody)).size;
  const also = records.length === 0 ? null : originsOf(informants, await mayTell({ ledger, files }, records));
  return {
    grade: weakest(grades),
    origins: told.origins.length,
    persons: told.persons,
    custodians,
    text: textOf(grades, custodians, told, also),
  };
}

/**
 * How records by themselves are known, each in one custody.
 * @param records record_no
 */
async function sourcingOfRecords({ ledger, files }: SourcedCase, records: readonly number[]): Promise<Sourcing> {
  const rows = await ledger.rows<WitnessRow>(RECORD_WITNESSES, { numbers: records.join('\n') });
  const grade = gradeOf(witnessed(rows), originsOf(informantsOf(files), tellingViews(files, rows)));
  const { custodians } = witnessed(rows);
  return { ...NO_CONTACT, grade, custodians, text: textOf([grade], custodians, NO_ORIGINS, null) };
}

const NO_ORIGINS: Origins = { origins: [], circles: [], persons: null, anonymous: false, official: false };

/** What a finding rests on. */
export interface Rests {
  /** contact_no and record_no. */
  readonly contacts: readonly number[];
  readonly records: readonly number[];
  /** Ids of statements and told counts. */
  readonly statements: readonly string[];
}

/** How what a finding rests on is known: its contacts, else its records, else what somebody told. */
export async function sourcingOfFinding(open: SourcedCase, rests: Rests): Promise<Sourcing> {
  if (rests.contacts.length > 0) return sourcingOf(open, rests.contacts);
  if (rests.records.length > 0) return sourcingOfRecords(open, rests.records);
  const told = open.files.reports.counts.filter((entry, i) => rests.statements.includes(countName(entry, i)));
  return told.length > 0 ? sourcingOfTellings(open.files, told) : NO_CONTACT;
}

/** Passages that may tell of recorded contacts. */
async function mayTell({ ledger, files }: SourcedCase, records: readonly WitnessRow[]): Promise<Telling[]> {
  const numbers = [...new Set(records.map((row) => row.contact_no))].join('\n');
  const others = await ledger.rows<{ other: number }>(MAY_BE_TOLD, { numbers });
  if (others.length === 0) return [];
  const told = [...new Set(others.map(({ other }) => other))].join('\n');
  return tellingViews(files, await ledger.rows<WitnessRow>(CONTACT_WITNESSES, { numbers: told }));
}

/** How something that was told is known. @param tellings of one thing */
export function sourcingOfTellings(files: Pick<CaseFiles, 'reports'>, tellings: readonly Telling[]): Sourcing {
  const told = originsOf(informantsOf(files), tellings);
  const grade = gradeOf({ custodians: 0, sides: 0 }, told);
  return {
    grade,
    origins: told.origins.length,
    persons: told.persons,
    custodians: 0,
    text: textOf([grade], 0, told, null),
  };
}
