/** What counts under a definition, as SQL. */
import { DEFAULT_LIMITS } from '../../../contacts/limits.ts';
import type { Definition } from '../../../model/definition.ts';
import { channel, directness, has } from './words.ts';

const { callDurationSeconds: SECONDS, callDurationPercent: PERCENT } = DEFAULT_LIMITS;

/** The longer length that two carriers may give of one call; a contact carries the shorter. */
const longer = (k: string): string =>
  `(${k}.duration + case when ${k}.witnesses > 1
    then greatest(${SECONDS}, ${k}.duration * ${PERCENT} / ${100 - PERCENT}) else 0 end)`;

/** Reports by a public body or under oath; the rest is told by anybody. */
const OFFICIAL = `select record_no from record
  where json_extract_string(extras, '$.informant') in ('official', 'court')`;

function reportStatus(k: string, definition: Definition): string {
  if (definition.floor === 'record') return '0';
  return definition.floor === 'any-report' ? '2' : `case when ${k}.contact_no in (${OFFICIAL}) then 2 else 0 end`;
}

/**
 * Whether a contact counts by itself, whoever is asked about.
 * @param k alias of `contact`
 * @returns SQL: 2 it counts, 1 it may count (its time or length is unknown, or only a quotation shows it), 0 it does not
 */
export function contactStatus(k: string, definition: Definition): string {
  const talked = `${k}.channel = ${channel('call')} and not ${has(`${k}.flags`, 'unanswered')}`;
  const cases = [
    `when ${k}.audience > ${definition.largestAudience} then 0`,
    definition.lists ? '' : `when ${has(`${k}.flags`, 'list')} then 0`,
    definition.automatic ? '' : `when ${has(`${k}.flags`, 'automatic')} then 0`,
    `when ${k}.channel = ${channel('report')} then ${reportStatus(k, definition)}`,
    `when ${talked} and ${longer(k)} < ${definition.minCallSeconds} then 0`,
    `when ${k}.earliest is null or ${has(`${k}.flags`, 'quoted')} then 1`,
    `when ${talked} and coalesce(${k}.duration, ${definition.minCallSeconds} - 1) < ${definition.minCallSeconds} then 1`,
  ];
  return `(case ${cases.join(' ')} else 2 end)`;
}

/**
 * Whether a link counts.
 * @param l alias of rows with directness, channel, answered, and begun (the side that is asked about began it)
 */
export function linkCounts(l: string, definition: Definition): string {
  const near = [
    `${l}.directness in (${directness(...definition.directness)})`,
    definition.scheduled ? `${l}.directness = ${directness('scheduled')}` : '',
    attempted(l, definition.unanswered, `${l}.channel = ${channel('call')}`),
    attempted(l, definition.declined, `${l}.channel in (${channel('meeting', 'visit')})`),
  ].filter((text) => text !== '');
  const reciprocated = definition.reciprocated ? `(${l}.answered or ${l}.begun)` : 'true';
  return `((${near.join(' or ')}) and ${reciprocated})`;
}

function attempted(l: string, counts: boolean, where: string): string {
  return counts ? `(${l}.directness = ${directness('attempted')} and ${where})` : '';
}
