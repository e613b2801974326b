/** Unnamed members of groups: somebody of whom a passage says no more than to which group they belonged. */
import { addressKey } from '../../identity/claims.ts';
import type { CaseFiles, GroupEntry } from '../files/index.ts';

/** Whether all members of a group belong to another one, as that one lists its members. */
function contains(groups: ReadonlyMap<string, GroupEntry>, outer: string, inner: string, seen: Set<string>): boolean {
  if (outer === inner) return true;
  const group = groups.get(outer);
  if (group === undefined || seen.has(outer) || group.except.length > 0) return false;
  seen.add(outer);
  return group.members.some((member) => member.startsWith('@') && contains(groups, member.slice(1), inner, seen));
}

/**
 * The groups to which unnamed members certainly belong: their own, and those that list it among their members and except
 * nobody.
 * @returns lines of JSON: name of the group, key of the party that an unnamed member is
 */
export function unnamedMembers(files: CaseFiles): string[] {
  const named = new Set(
    files.reports.reports.flatMap(({ between }) => between.flat()).filter((r) => r.startsWith('@')),
  );
  const groups = new Map(files.case.groups.map((group) => [group.id, group]));
  return [...named]
    .sort()
    .flatMap((reference) =>
      [...groups.keys()]
        .filter((outer) => contains(groups, outer, reference.slice(1), new Set()))
        .map((outer) => JSON.stringify([`@${outer}`, addressKey('party', reference)])),
    );
}
