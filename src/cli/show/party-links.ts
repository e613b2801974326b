/** Why addresses are taken for one party: each piece of evidence with its weight, what was not taken, what would change it. */
import type { OpenCase } from '../../case/open.ts';
import { type AddressEvidence, addressEvidence, agreementText, bitsText } from '../../case/views/people-evidence.ts';
import type { PartyLinks } from '../../case/views/people-links.ts';
import { countText } from '../frame/cell.ts';
import { type Line, span } from '../frame/line.ts';
import type { Json } from '../frame/output.ts';

/** Addresses whose names are shown with their places, links and alternatives that are shown whole. */
const MOST = 12;

/** An address with what the records know of it. */
export interface Known {
  readonly address: string;
  readonly evidence: AddressEvidence;
}

/** Evidence of the first addresses of a party. @param numbers address_no with their texts */
export async function knownOf(
  open: OpenCase,
  addresses: readonly { readonly address_no: number; readonly address: string }[],
): Promise<Known[]> {
  const known: Known[] = [];
  for (const { address_no, address } of addresses.slice(0, MOST))
    known.push({ address, evidence: await addressEvidence(open, address_no) });
  return known;
}

/** For machines. */
export function linksJson(links: PartyLinks, known: readonly Known[]): { readonly [key: string]: Json } {
  const agreements = (of: PartyLinks['held'][number]['agreements']): Json =>
    of.map(({ field, level, bits }) => ({ field, level, bits }));
  return {
    names: known.map(({ address, evidence }) => ({
      address,
      records: evidence.records,
      first: evidence.first,
      last: evidence.last,
      names: evidence.names.map(({ text, times, citation }) => ({
        text,
        times,
        record: citation?.record ?? null,
        where: citation?.text ?? null,
      })),
      signatures: evidence.signed.map(({ what, text, author, times, citation }) => ({
        what,
        text,
        author: author ?? address,
        times,
        record: citation?.record ?? null,
        where: citation?.text ?? null,
      })),
    })),
    links: links.held.map((link) => ({ ...link, agreements: agreements(link.agreements) })),
    rejected: links.rejected.map((link) => ({ ...link, agreements: agreements(link.agreements) })),
  };
}

function signedLines(known: readonly Known[]): Line[] {
  const lines = known.flatMap(({ address, evidence }) =>
    evidence.signed.map(
      ({ what, text, author, times, citation }): Line => [
        what === 'answer'
          ? `    ${author ?? address} answered what ${text} was sent ×${countText(times)}`
          : `    ${what} “${text}” ×${countText(times)} in those of ${author ?? address}`,
        span('faint', citation === null ? '' : `  first in ${citation.text}  ${citation.record.slice(0, 10)}`),
      ],
    ),
  );
  return lines.length === 0 ? [] : ['  In signatures (of a sample of the newest mails):', ...lines];
}

function nameLines(known: readonly Known[], all: number): Line[] {
  const lines = known.flatMap(({ address, evidence }) =>
    evidence.names.map(
      ({ text, times, citation }): Line => [
        `    “${text}” ×${countText(times)} beside ${address}`,
        span('faint', citation === null ? '' : `  first in ${citation.text}  ${citation.record.slice(0, 10)}`),
      ],
    ),
  );
  if (lines.length === 0) return [];
  const more = all - known.length;
  return ['  Names in records:', ...lines, ...(more > 0 ? [`    and those of ${countText(more)} more addresses`] : [])];
}

function heldLines({ held, inside }: PartyLinks): Line[] {
  if (held.length === 0) return [];
  const more = held.length - MOST;
  return [
    `  What holds it together, the weakest first (${countText(inside)} pairs speak for it):`,
    ...held
      .slice(0, MOST)
      .flatMap(({ mine, other, bits, grade, agreements, question }): Line[] => [
        [
          span('probable', `    ${mine} is ${grade}, by ${other}: ${bitsText(bits)}`),
          span('faint', `  ${question.slice(0, 8)}`),
        ],
        ...agreements.map((agreement): Line => `      ${agreementText(agreement)}`),
      ]),
    ...(more > 0 ? [`    and ${countText(more)} stronger ones`] : []),
  ];
}

function rejectedLines({ rejected }: PartyLinks): Line[] {
  if (rejected.length === 0) return [];
  return [
    '  Weighed and not taken:',
    ...rejected
      .slice(0, MOST)
      .flatMap(({ mine, other, bits, holder, why, agreements, question }): Line[] => [
        [
          `    ${other} (${holder}) with ${mine}: ${bitsText(bits)}; ${why}`,
          span('faint', `  ${question.slice(0, 8)}`),
        ],
        `      ${agreements.map(agreementText).join('; ')}`,
      ]),
  ];
}

function changeLines({ held, rejected }: PartyLinks): Line[] {
  const [weakest] = held;
  return [
    ...(weakest === undefined
      ? []
      : [
          `  What would change it: without the weakest link ${weakest.mine} stands for itself; a decision settles it either way: backchannel people review --answer y|n ${weakest.question.slice(0, 8)} --who NAME`,
        ]),
    ...(rejected[0] === undefined
      ? []
      : [
          `  ${rejected[0].other} would belong to it by a decision (${rejected[0].question.slice(0, 8)}), or by a record that shows both as one account.`,
        ]),
  ];
}

/** For people. @param all how many addresses the party has */
export function linkLines(links: PartyLinks, known: readonly Known[], all: number): Line[] {
  return [
    ...nameLines(known, all),
    ...signedLines(known),
    ...heldLines(links),
    ...rejectedLines(links),
    ...changeLines(links),
  ];
}
