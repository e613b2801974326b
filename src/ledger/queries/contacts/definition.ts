/** What counts under a definition, as SQL. */
import { DEFAULT_LIMITS } from '../../../contacts/limits.ts';
import type { Definition } from '../../../model/definition.ts';
import { channel, directness, has } from './words.ts';

const { callDurationSeconds: SECONDS, callDurationPercent: PERCENT } = DEFAULT_LIMITS;

/** The longer length that two carriers may give of one call; a contact carries the shorter. */
const longer = (k: string): string =>
  `(${k}.duration + case when ${k}.witnesses > 1
    then greatest(${SECONDS}, ${k}.duration * ${PERCENT} / ${100 - PERCENT}) else 0 end)`;

/**
 * Whether what a passage tells of reaches the evidence floor. One that fits very many contacts may be any of them: it may
 * count, never for certain.
 */
function reportStatus(k: string, definition: Definition): string {
  if (definition.floor === 'record') return '0';
  const certain = `case when ${k}.contact_no in (select contact_no from told_contact where wide) then 1 else 2 end`;
  return definition.floor === 'any-report'
    ? certain
    : `case when ${has(`${k}.flags`, 'official')} then ${certain} else 0 end`;
}

const isTold = (k: string): string => `(${has(`${k}.flags`, 'told')} or ${k}.channel = ${channel('report')})`;

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
    `when ${isTold(k)} and ${reportStatus(k, definition)} = 0 then 0`,
    `when ${k}.channel = ${channel('report')} then ${reportStatus(k, definition)}`,
    `when ${isTold(k)} and ${reportStatus(k, definition)} = 1 then 1`,
    `when ${talked} and ${longer(k)} < ${definition.minCallSeconds} then 0`,
    `when ${k}.earliest is null or ${has(`${k}.flags`, 'quoted')} then 1`,
    // A call that is told lasted: how long is not known.
    `when ${talked} and coalesce(${k}.duration, case when ${has(`${k}.flags`, 'told')} then 1 end, ${definition.minCallSeconds} - 1)
      < ${definition.minCallSeconds} then 1`,
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
