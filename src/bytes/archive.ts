/** Files inside archives, and inside archives in them, without unpacking anything into a folder. */
import type { Problem } from '../model/problem.ts';
import { archiveKind } from './archive-kind.ts';
import { type MemberStep, membersOf } from './archive-level.ts';
import { type ArchiveLimits, Budget } from './archive-limits.ts';
import type { Input } from './input.ts';
import { MemberNames } from './member-names.ts';
import { takeIn } from './take-in.ts';

/** A file inside an archive. */
export interface Member {
  /** Names on the way in, joined by `/`; safe to show. */
  readonly path: string;
  /** The way in, for citations. */
  readonly steps: readonly MemberStep[];
  /** Its bytes. The receiver closes it; up to then a large member takes room in the spool folder. */
  readonly input: Input;
  /** SHA-256 of its bytes, lower-case hex. */
  readonly sha256: string;
}

/** Something in an archive that could not be read or is doubtful. */
export interface ArchiveProblem {
  /** Offsets are bytes in the archive that `steps` lead to; the outermost one when there are none. */
  readonly problem: Problem;
  readonly path: string;
  readonly steps: readonly MemberStep[];
}

interface Place {
  readonly steps: readonly MemberStep[];
  readonly depth: number;
}

/**
 * All files in an archive, in their order. Archives inside are opened too and not handed over themselves. Nothing is
 * written but large members, to nameless files in the spool folder. Links and devices are problems; so are names that
 * lead elsewhere, but the content of such a member is harmless and handed over.
 *
 * @param input an archive that {@link archiveKind} knows; anything else gives nothing
 * @param limits what it may ask of the machine; beyond them a problem ends it
 * @param spoolDir where members too large for memory go; null makes them problems
 * @throws {Error} with the system's `code` when the spool folder cannot be written to; never for content
 */
export async function* expand(
  input: Input,
  limits: ArchiveLimits,
  spoolDir: string | null,
): AsyncGenerator<Member | ArchiveProblem> {
  yield* expandLevel(input, { steps: [], depth: 1 }, new Budget(limits, input.size), spoolDir);
}

async function* expandLevel(
  input: Input,
  place: Place,
  budget: Budget,
  spoolDir: string | null,
): AsyncGenerator<Member | ArchiveProblem, boolean> {
  const kind = archiveKind(input);
  if (kind === null) return true;
  const names = new MemberNames(budget.limits.nameLength);
  for await (const level of membersOf(input, kind)) {
    const { item, method } = level;
    const archive = [...place.steps, ...level.around];
    if (!('content' in item)) {
      const steps = item.name === '' ? archive : [...archive, { member: names.next(item.name).key, method }];
      yield problem(item.code, 'failed', item.message, item.offset, item.length, steps);
      continue;
    }
    const { key, fault } = names.next(item.name);
    const steps = [...archive, { member: key, method }];
    if (fault !== null && !(method === 'gzip' && item.name === '')) {
      yield problem('archive-name', 'note', fault, item.offset, 0, steps);
    }
    const held = await takeIn(item, pathOf(steps), budget, spoolDir);
    if ('stop' in held) {
      yield problem(
        'archive-limit',
        'failed',
        `stopped here: ${held.stop}`,
        item.offset,
        input.size - item.offset,
        steps,
      );
      return false;
    }
    if ('tooLarge' in held) {
      yield problem(
        'archive-large',
        'failed',
        'too large for memory, and there is no spool folder',
        item.offset,
        0,
        steps,
      );
      continue;
    }
    const bad = item.fault();
    if (bad !== null) yield problem('archive-damaged', 'doubtful', bad, item.offset, 0, steps);
    const nested = archiveKind(held.input) !== null;
    if (nested && place.depth < budget.limits.depth) {
      const goOn = yield* expandLevel(held.input, { steps, depth: place.depth + 1 }, budget, spoolDir);
      held.input.close();
      if (!goOn) return false;
    } else {
      if (nested)
        yield problem('archive-depth', 'doubtful', 'archives are nested too deep; not opened', item.offset, 0, steps);
      yield { path: pathOf(steps), steps, ...held };
    }
  }
  return true;
}

/**
 * Opens one member again, for a citation.
 *
 * @param outer the outermost archive
 * @param steps as {@link Member} gave them
 * @returns null when there is no such member any more
 * @throws {Error} with the system's `code` when the spool folder cannot be written to; never for content
 */
export async function memberInput(
  outer: Input,
  steps: readonly MemberStep[],
  limits: ArchiveLimits,
  spoolDir: string | null,
): Promise<Input | null> {
  const budget = new Budget(limits, outer.size);
  let input: Input | null = outer;
  for (let done = 0; input !== null && done < steps.length; ) {
    // A tar file inside gzip takes two steps at once.
    const width: number = steps[done]?.method === 'gzip' && steps[done + 1]?.method === 'tar' ? 2 : 1;
    const holder: Input = input;
    input = await findMember(holder, steps.slice(done, done + width), budget, spoolDir);
    if (holder !== outer) holder.close();
    done += width;
  }
  return input;
}

/** Finds a member of one archive and takes it in; null when it is not there. */
async function findMember(
  input: Input,
  steps: readonly MemberStep[],
  budget: Budget,
  spoolDir: string | null,
): Promise<Input | null> {
  const kind = archiveKind(input);
  const wanted = steps.at(-1);
  if (kind === null || wanted === undefined) return null;
  const names = new MemberNames(budget.limits.nameLength);
  for await (const { item, method, around } of membersOf(input, kind)) {
    if (!('content' in item) && item.name === '') continue;
    const { key } = names.next(item.name);
    if (key !== wanted.member || method !== wanted.method || around.length !== steps.length - 1) continue;
    if (!('content' in item)) return null;
    const held = await takeIn(item, key, budget, spoolDir);
    return 'input' in held ? held.input : null;
  }
  return null;
}

function problem(
  code: string,
  severity: Problem['severity'],
  message: string,
  offset: number,
  length: number,
  steps: readonly MemberStep[],
): ArchiveProblem {
  return { problem: { code, severity, message, offset, length }, path: pathOf(steps), steps };
}

/** Names on the way, without those of gzip files around tar files, whose own name says nothing. */
function pathOf(steps: readonly MemberStep[]): string {
  return steps
    .filter((step, i) => step.member !== '' && !(step.method === 'gzip' && steps[i + 1]?.method === 'tar'))
    .map((step) => step.member)
    .join('/');
}
