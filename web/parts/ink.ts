/** The colours of the page for those who draw on a canvas: the same tokens as the style sheets have. */
import { useMemo } from 'preact/hooks';
import { useStore } from '../data/store.ts';
import { theme } from '../shell/theme.ts';

export interface Ink {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  readonly rule: string;
  readonly wash: string;
  /** The colour of what is certain. */
  readonly certain: string;
  readonly certainWash: string;
  /** The colour of what was told: disclosures, statements. */
  readonly told: string;
  readonly toldWash: string;
  /** Names of fonts as a canvas takes them: `12px ${sans}`. */
  readonly sans: string;
  readonly serif: string;
}

/** The tokens as the page has them now, and again when the theme changes. */
export function useInk(): Ink {
  const seen = useStore(theme);
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
    return {
      paper: token('paper'),
      ink: token('ink'),
      soft: token('soft'),
      faint: token('faint'),
      rule: token('rule'),
      wash: token('wash'),
      certain: token('certain'),
      certainWash: token('certain-wash'),
      told: token('told'),
      toldWash: token('told-wash'),
      sans: token('sans'),
      serif: token('serif'),
    };
  }, [seen]);
}
