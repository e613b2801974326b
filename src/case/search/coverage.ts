/** What a search cannot find: said beside every answer, so that "none found" never stands alone. */
import type { BuildReport } from '../build-report.ts';

/** How far a search reaches. */
export interface SearchCoverage {
  /** Records that can be found by their words. */
  readonly records: number;
  /** Records that say who and when alone, such as calls: only fields find them. */
  readonly withoutWords: number;
  /** Records whose bytes were gone when they were indexed. */
  readonly gone: number;
  readonly attachmentsRead: number;
  /** Attachments whose words cannot be found, by the reason, most first. */
  readonly attachmentsUnread: readonly { readonly why: string; readonly items: number }[];
  /** Places of sources of which no record could be made. */
  readonly failed: number;
}

/**
 * How far the searches of a build reach.
 * @param quoted messages that stand in others, and are found through them
 */
export function searchCoverage(
  { sources, records }: Pick<BuildReport, 'sources' | 'records'>,
  quoted: number,
): SearchCoverage {
  const sum = (of: (text: NonNullable<BuildReport['sources'][number]['text']>) => number): number =>
    sources.reduce((total, { text }) => total + (text === undefined ? 0 : of(text)), 0);
  const unread = new Map<string, number>();
  for (const { text } of sources)
    for (const { why, items } of text?.attachmentsUnread ?? []) unread.set(why, (unread.get(why) ?? 0) + items);
  const [indexed, gone] = [sum((text) => text.indexed), sum((text) => text.gone)];
  return {
    records: indexed,
    withoutWords: Math.max(0, records - indexed - gone - quoted),
    gone,
    attachmentsRead: sum((text) => text.attachmentsRead),
    attachmentsUnread: [...unread]
      .map(([why, items]) => ({ why, items }))
      .sort((a, b) => b.items - a.items || (a.why < b.why ? -1 : 1)),
    failed: sources.reduce((total, source) => total + source.failed, 0),
  };
}

const commas = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
const some = (n: number, one: string, many = `${one}s`): string => `${commas(n)} ${n === 1 ? one : many}`;

/** Reasons that are named; the others are added up. */
const NAMED = 3;

/**
 * How far a search reaches as plain sentences: what was searched, then what was not.
 * @param isWords whether words were asked for; fields alone are asked of all records
 */
export function coverageSentences(coverage: SearchCoverage, isWords = true): string[] {
  const { records, withoutWords, gone, attachmentsRead, attachmentsUnread, failed } = coverage;
  const unreadable =
    failed === 0
      ? []
      : [`Not searched: ${some(failed, 'place')} in sources that could not be read; backchannel status lists them.`];
  if (!isWords) return [`Searched: the fields of all ${some(records + withoutWords + gone, 'record')}.`, ...unreadable];
  const read = attachmentsRead === 0 ? '' : ` and ${some(attachmentsRead, 'attachment')}`;
  const unread = attachmentsUnread.reduce((total, { items }) => total + items, 0);
  const reasons = attachmentsUnread.slice(0, NAMED).map(({ why, items }) => `${commas(items)} because ${why}`);
  const rest = attachmentsUnread.slice(NAMED).reduce((total, { items }) => total + items, 0);
  return [
    `Searched: ${some(records, 'record')}${read}.`,
    ...(unread === 0
      ? []
      : [
          `Not searched: ${some(unread, 'attachment')}: ${[...reasons, ...(rest === 0 ? [] : [`${commas(rest)} for other reasons`])].join(', ')}.`,
        ]),
    ...(gone === 0 ? [] : [`Not searched: ${some(gone, 'record')} whose source was gone when it was indexed.`]),
    ...unreadable,
    ...(withoutWords === 0
      ? []
      : [`${some(withoutWords, 'record')} without words, such as calls: only fields find them.`]),
  ];
}
