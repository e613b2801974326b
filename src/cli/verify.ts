/** `verify`: whether a case still is what its ledger says. */
import type { TableVerdict, Verified } from '../case/verify.ts';
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation } from './command.ts';
import { counted } from './frame/cell.ts';
import { type Line, span } from './frame/line.ts';
import type { Column } from './frame/output.ts';

export const command: Command = {
  name: 'verify',
  summary: 'Checks sources and citations, builds again apart from the case, and compares',
  usage: 'backchannel verify [--case DIR]',
  detail: `
Hashes every source again, reads the bytes of every record, looks up every passage that reports.yaml, statements.yaml and story.yaml quote, builds the case once more from nothing in a folder for temporary files, and compares the hash of every table. Sums up what is the same; names each source and each table that differs, with the first row in which it does. The index of words is not built again: its bytes are compared with those that were written.

Ends with exit code 0 when all is the same, 1 when something differs. Two people who verify one case can compare the hashes of its tables.`,
  options: { ...CASE_OPTION, ...FORMAT_OPTION },
  positionals: [0, 0],
  run,
};

const STEPS = {
  sources: 'reading the sources again',
  rebuild: 'building again',
  tables: 'comparing the tables',
} as const;

async function run({ caseFolder, output, signal }: Invocation): Promise<number> {
  const { openCase } = await import('../case/open.ts');
  const { rebuildCase, verifyCase } = await import('../case/verify.ts');
  const { textFaults } = await import('../case/text/verify.ts');
  const { tmpdir } = await import('node:os');
  const opened = await openCase(caseFolder());
  const progress = output.progress();
  try {
    const verified = await verifyCase(
      opened,
      () => rebuildCase(opened.folder, tmpdir(), signal),
      tmpdir(),
      (step) => {
        signal.throwIfAborted();
        progress.update(STEPS[step]);
      },
    );
    const torn = textFaults(opened);
    progress.clear();
    for (const fault of [...verified.reread.faults, ...torn]) output.words(fault);
    await output.rows(COLUMNS, verified.tables ?? [], { notes: summary(verified) });
    return verified.same && torn.length === 0 ? EXIT.done : EXIT.stopped;
  } finally {
    progress.clear();
    await opened.close();
  }
}

const COLUMNS: readonly Column<TableVerdict>[] = [
  { key: 'table', value: ({ table }) => table, fit: 'keep' },
  { key: 'sha256', value: ({ hash }) => hash, fit: 'cut' },
  { key: 'same', value: ({ differs }) => differs === null, text: ({ differs }) => (differs === null ? 'yes' : 'no') },
  { key: 'differs', title: 'first difference', value: ({ differs }) => differs },
];

/** What was found, in a few lines. */
function summary({ reread, tables, outdated, same }: Verified): readonly Line[] {
  const { files, sources, records, faults } = reread;
  const read = `${counted(files, 'file')}, ${counted(sources, 'source')}, ${counted(records, 'record')} read again`;
  const first = faults.length === 0 ? `${read}: as they were` : `${read}: ${counted(faults.length, 'fault')}`;
  if (tables === null) return [first, 'Not built again: what the sources give now is another case.'];
  const differing = tables.filter(({ differs }) => differs !== null).length;
  const second = same
    ? 'built again: the same'
    : `built again: ${counted(differing, 'table')} of ${tables.length} differ`;
  const why = 'The case files, or the program, changed since the last build: backchannel build, then verify again.';
  return ['', first, [span(same ? 'certain' : 'strong', second)], ...(outdated && !same ? [why] : [])];
}
