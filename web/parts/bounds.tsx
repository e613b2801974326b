/** Counts with bounds. */
import type { VNode } from 'preact';
import type { Bounds as Count } from '../../src/model/bounds.ts';
import { boundsText, boundsWords } from '../text/number.ts';

interface Props {
  readonly of: Count;
  /** Large figures for the top of a page. */
  readonly large?: boolean;
}

/** `18`, or `18–21`, heard as "at least 18, at most 21". */
export function Bounds({ of, large = false }: Props): VNode {
  const css = large ? 'count large' : 'count';
  if (of.min === of.max) return <span class={css}>{boundsText(of)}</span>;
  return (
    <span class={css}>
      <span aria-hidden="true">{boundsText(of)}</span>
      <span class="heard">{boundsWords(of)}</span>
    </span>
  );
}
