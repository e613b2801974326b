/** A source opened: what it is, who handed it over, what it reaches. */
import { shownSource } from '../../case/citations/shown-source.ts';
import type { OpenCase } from '../../case/open.ts';
import { sourceReach } from '../../case/views/coverage.ts';
import { SOURCE_OF } from '../../ledger/queries/views/status.ts';
import { counted } from '../frame/cell.ts';
import type { Output } from '../frame/output.ts';
import { wrapLines } from './wrap.ts';

interface SourceRow {
  readonly path: string;
  readonly entry: string | null;
  readonly protected: boolean;
  readonly file_sha256: string;
  readonly size: number;
  readonly format: string;
  readonly template: string | null;
  readonly producer: string | null;
  readonly custodian: string | null;
  readonly records: number;
  readonly problems: number;
}

/** Explains a source. @param no source_no */
export async function explainSource(open: OpenCase, output: Output, no: number): Promise<void> {
  const { files } = open;
  const [row] = await open.ledger.rows<SourceRow>(SOURCE_OF, { no });
  const entry = files.case.sources.find(({ path }) => path === row!.entry);
  const hidden = row!.protected;
  const value = {
    source: shownSource(row!, files.case.sources),
    sha256: row!.file_sha256,
    size: row!.size,
    format: row!.format === '' ? null : row!.format,
    template: row!.template,
    producer: hidden ? null : row!.producer,
    custodian: hidden ? null : row!.custodian,
    records: row!.records,
    problems: row!.problems,
    reach: entry === undefined ? null : sourceReach(files, entry),
  };
  await output.document(value, () =>
    wrapLines(
      [
        `  ${value.source}: ${value.format ?? 'format not recognised'}${value.template === null ? '' : `, template ${value.template}`}, ${counted(value.size, 'byte')}`,
        `  SHA-256 ${value.sha256}`,
        ...(value.producer === null ? [] : [`  Handed over by ${value.producer}`]),
        ...(value.custodian === null ? [] : [`  From the custodian ${value.custodian}`]),
        `  ${counted(value.records, 'record')}, ${counted(value.problems, 'problem')}`,
        ...(value.reach === null ? [] : [`  Reach: ${value.reach}`]),
      ],
      output.width,
    ),
  );
}
