/** Where something stands, one click from it, and one key from the clipboard. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Cited } from '../../src/server/shapes/citation.ts';
import { Written } from './written.tsx';

/** A citation: link to the record, and a button that copies it as text. */
export function Citation({ cited }: { readonly cited: Cited }): VNode {
  return (
    <span class="citation">
      <a href={`/records/${encodeURIComponent(cited.record)}`}>
        <Written text={cited.text} limit={160} />
      </a>
      <Copy text={cited.text} what="citation" />
    </span>
  );
}

/** Several citations, one under the other. */
export function Citations({ list }: { readonly list: readonly Cited[] }): VNode {
  return (
    <ul class="citations">
      {list.map((cited) => (
        <li key={`${cited.record} ${cited.text}`}>
          <Citation cited={cited} />
        </li>
      ))}
    </ul>
  );
}

interface CopyProps {
  readonly text: string;
  /** What is copied, for the button's name: `citation`, `SQL`, `address`. */
  readonly what: string;
}

/** A button that puts a text on the clipboard and says so. */
export function Copy({ text, what }: CopyProps): VNode {
  const [done, setDone] = useState<'no' | 'copied' | 'failed'>('no');
  useEffect(() => {
    if (done === 'no') return;
    const timer = setTimeout(() => setDone('no'), 2000);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = (): void => {
    // Undefined outside of a secure context, which 127.0.0.1 is and a forwarded port may not be.
    const writing = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    writing.then(
      () => setDone('copied'),
      () => setDone('failed'),
    );
  };
  return (
    <button type="button" class="copy" onClick={copy} aria-label={`copy ${what}: ${text.slice(0, 80)}`}>
      <span aria-live="polite">{done === 'copied' ? 'copied' : done === 'failed' ? 'not allowed' : 'copy'}</span>
    </button>
  );
}
