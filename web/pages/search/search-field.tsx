/** The box of the search: asks while one types, and shows under it where a mistake stands. */
import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Fault } from '../../data/failure.ts';
import { setQuery } from '../../shell/place.ts';
import { beginning } from '../../text/visible.ts';

interface Props {
  /** What is asked now. */
  readonly words: string;
  /** What is wrong with it, with its place; null for nothing. */
  readonly mistake: Fault | null;
}

/** Milliseconds after the last key until it is asked. */
const PAUSE = 160;

/** The box. Every pause is asked and replaces the address; Enter makes a step that Back undoes. */
export function SearchField({ words, mistake }: Props): VNode {
  const [text, setText] = useState(words);
  const box = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const id = useId();
  useEffect(() => {
    // Back and Forward change what is asked from outside; one's own typing must not be overtaken by its answer.
    if (document.activeElement !== box.current || text.trim() === '') setText(words);
  }, [words]);
  useEffect(() => {
    if (words === '') box.current?.focus();
    return () => clearTimeout(timer.current);
  }, []);
  const ask = (value: string, how: 'push' | 'replace'): void => {
    clearTimeout(timer.current);
    if (value.trim() !== words) setQuery({ q: value.trim() }, how);
  };
  const typed = (value: string): void => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(value, 'replace'), PAUSE);
  };
  return (
    <search>
      <form
        class="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          ask(text, 'push');
        }}
      >
        <label for={id} class="heard">
          Words to search
        </label>
        <input
          ref={box}
          id={id}
          class="search-input"
          type="search"
          value={text}
          placeholder="harbour from:office after:2030-04"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={mistake !== null}
          aria-describedby={mistake === null ? undefined : `${id}-mistake`}
          onInput={(event) => typed(event.currentTarget.value)}
        />
        {mistake !== null && mistake.at !== null && (
          <div id={`${id}-mistake`} class="mistake" role="alert">
            <Caret text={words} at={mistake.at} />
            <p class="mistake-what">{mistake.what}</p>
            <p>{mistake.todo}</p>
          </div>
        )}
      </form>
    </search>
  );
}

/** The query with its mistake underlined, and a caret for those who do not see the line. */
function Caret({
  text,
  at: [offset, length],
}: {
  readonly text: string;
  readonly at: readonly [number, number];
}): VNode {
  const around = 60;
  const from = Math.max(0, offset - around);
  const end = Math.min(text.length, offset + Math.max(1, length));
  return (
    <pre class="caret">
      {from > 0 && '…'}
      {text.slice(from, offset)}
      <mark>{beginning(text.slice(offset, end), around).text || ' '}</mark>
      {text.slice(end, end + around)}
      {`\n${' '.repeat(offset - from + (from > 0 ? 1 : 0))}^`}
    </pre>
  );
}
