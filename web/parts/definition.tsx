/** What was counted, beside every count. */
import type { VNode } from 'preact';
import { Written } from './written.tsx';

/** Characters of such a line; names of all loaded sources can stand in it. */
const LONGEST = 4000;

interface Props {
  /** The definition in words, as the server gives it; left out where nothing is counted. */
  readonly counted?: string;
  /** What "undisclosed" was held against; left out where nothing is called so. */
  readonly heldAgainst?: string;
}

/** The line under a count: what counts as contact, and what it was held against. */
export function DefinitionLine({ counted = '', heldAgainst = '' }: Props): VNode | null {
  const words = counted.replace(/^counted: */i, '').replace(/\.$/, '');
  const line = [...(words === '' ? [] : [`Counted: ${words}.`]), ...(heldAgainst === '' ? [] : [heldAgainst])].join(
    ' ',
  );
  if (line === '') return null;
  return (
    <p class="definition-line">
      <Written text={line} limit={LONGEST} />
    </p>
  );
}
