/** The statements behind an answer, folded. */
import type { VNode } from 'preact';
import { Copy } from './citation.tsx';

/** Each statement with a button that copies it; nothing where there is none. */
export function Sql({ sql }: { readonly sql: readonly string[] }): VNode | null {
  if (sql.length === 0) return null;
  return (
    <details class="sql">
      <summary>The SQL behind it</summary>
      <p class="fine">The ledger answers these with the rows above. They can be pasted into DuckDB.</p>
      {sql.map((statement) => (
        <div key={statement} class="sql-one">
          <Copy text={statement} what="SQL" />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1) */}
          <pre tabIndex={0}>{statement}</pre>
        </div>
      ))}
    </details>
  );
}
