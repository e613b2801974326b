/** Which attachments have text that can be read, and by what. */

/** How an attachment is read. */
export type AttachmentKind = 'text' | 'html' | 'pdf' | 'docx' | 'xlsx';

/** What is known of an attachment before it is read. */
export interface AttachmentFacts {
  /** File name; empty when none is written. */
  readonly name: string;
  /** Media type in lower case; empty when none. */
  readonly type: string;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Media types besides text/… that are text. */
const TEXT_TYPES =
  /^application\/(?:json|xml|csv|x-csv|yaml|x-yaml|ics|sql|javascript|x-sh|x-perl)$|^[a-z]+\/[\w.-]+\+(?:xml|json)$/;
/** Names of files that are text, for parts that are sent as application/octet-stream. */
const TEXT_NAMES = /\.(?:txt|text|md|csv|tsv|log|ics|vcf|json|xml|ya?ml|eml|diff|patch)$/i;
/** Kinds by the ends of names. Templates and files with macros have the inside of documents. */
const KINDS: readonly (readonly [names: RegExp, kind: AttachmentKind])[] = [
  [/\.pdf$/i, 'pdf'],
  [/\.(?:docx|docm|dotx)$/i, 'docx'],
  [/\.(?:xlsx|xlsm)$/i, 'xlsx'],
  [/\.x?html?$/i, 'html'],
];

/** What programs send for whatever they do not know. */
const ANYTHING = /^(?:|application\/(?:octet-stream|x-download|download|unknown|x-unknown|binary|x-msdownload))$/;

/**
 * How an attachment is read, by what is written about it; what its bytes are is looked at when it is read.
 * @returns null where it has no text that can be read: pictures, programs, archives, older office files
 */
export function attachmentKind({ name, type }: AttachmentFacts): AttachmentKind | null {
  const byName = KINDS.find(([names]) => names.test(name))?.[1] ?? null;
  if (type === 'application/pdf' || type === 'application/x-pdf') return 'pdf';
  if (type === DOCX) return 'docx';
  if (type === XLSX) return 'xlsx';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  // Many programs send every file that they do not know as plain text.
  if (type.startsWith('text/')) return byName ?? 'text';
  if (byName !== null) return byName;
  if (TEXT_TYPES.test(type) || (ANYTHING.test(type) && TEXT_NAMES.test(name))) return 'text';
  return null;
}
