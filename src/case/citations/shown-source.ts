/** How a source is named where it may be seen by others: a protected one by its number alone. */
import { pathText, type Step } from '../../model/citation.ts';
import { parsePath } from './path-steps.ts';

/** What names of members of protected archives are replaced by. */
const HIDDEN = '(protected)';

/** What of a source decides how it is named. */
export interface NamedSource {
  readonly path: string;
  readonly protected: boolean;
  /** Path of its entry in case.yaml. */
  readonly entry: string | null;
}

/**
 * A source's path, or for a protected one the number of its entry in case.yaml, as far as it is known.
 * @param entries sources of case.yaml
 */
export function shownSource(source: NamedSource, entries: readonly { readonly path: string }[] = []): string {
  if (!source.protected) return source.path;
  const place = entries.findIndex(({ path }) => path === source.entry);
  return place === -1 ? 'a protected source' : `protected source ${place + 1}`;
}

/**
 * The path of a citation as it may be shown.
 * @param member citation path inside the file
 * @param steps from there on
 */
export function shownPath(member: string, steps: readonly Step[], isProtected: boolean): string {
  const inside = isProtected
    ? pathText((parsePath(member) ?? []).map((step) => ('member' in step ? { ...step, member: HIDDEN } : step)))
    : member;
  return [inside, pathText(steps)].filter((text) => text !== '').join('/');
}
