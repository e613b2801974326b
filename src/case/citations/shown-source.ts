/** How a source is named where it may be seen by others: a protected one by its number alone. */
import { pathText, type Step } from '../../model/citation.ts';
import { parsePath } from './path-steps.ts';

/** What names of members of protected archives are replaced by. */
const HIDDEN = '(protected)';

/** @param source its number, path, and whether custodian and file name must not leave the case */
export function shownSource(source: {
  readonly source_no: number;
  readonly path: string;
  readonly protected: boolean;
}): string {
  return source.protected ? `protected source ${source.source_no + 1}` : source.path;
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
