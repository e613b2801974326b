/** The search box of the head: one `/` away. */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { navigate, type Place } from './place.ts';
import { address } from './route.ts';

const ID = 'search-everything';

/** Puts the caret into the box of the search page where that is shown, else into the one of the head. */
export function focusSearch(): void {
  const own = document.querySelector<HTMLInputElement>('main input[type="search"][data-main]');
  const box = own ?? document.querySelector<HTMLInputElement>(`#${ID}`);
  box?.focus();
  box?.select();
}

/** The box: Enter goes to the search page. */
export function SearchBox({ place }: { readonly place: Place }): VNode {
  const box = useRef<HTMLInputElement>(null);
  const asked = place.path === '/search' ? (place.query.get('q') ?? '') : '';
  useEffect(() => {
    if (box.current !== null && document.activeElement !== box.current) box.current.value = asked;
  }, [asked]);
  const go = (event: SubmitEvent): void => {
    event.preventDefault();
    const words = box.current?.value.trim() ?? '';
    navigate(address('/search', { q: words }));
  };
  return (
    <search class="search-box">
      <form action="/search" onSubmit={go}>
        <label class="heard" for={ID}>
          Search the records
        </label>
        <input
          id={ID}
          ref={box}
          type="search"
          name="q"
          placeholder="Search the records"
          autocomplete="off"
          spellcheck={false}
          aria-keyshortcuts="/"
        />
        <span class="key-hint" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  );
}
