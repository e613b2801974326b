/** What is seen, as a file. */
import type { VNode } from 'preact';
import { withQuery } from './asked.ts';

const FORMATS = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
  ['jsonl', 'JSON lines'],
] as const;

/** Downloads of the contacts that the filters leave. */
export function ExportLinks({ asked }: { readonly asked: string }): VNode {
  return (
    <p class="export-links no-print">
      Export these:{' '}
      {FORMATS.map(([format, text], at) => (
        <span key={format}>
          {at > 0 && ' · '}
          <a href={withQuery(`/export/contacts.${format}`, asked)} download>
            {text}
          </a>
        </span>
      ))}
    </p>
  );
}
