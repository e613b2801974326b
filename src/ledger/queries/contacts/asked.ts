/** The links that a question is about. */
import type { Channel } from '../../../model/definition.ts';
import type { Parameters } from '../../ledger.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';
import { channel } from './words.ts';

/** Between whom, when and how. */
export interface Asked {
  /** Name of a group or key of a party; null: everybody. */
  readonly between: string | null;
  /** The other side; null: everybody else. */
  readonly and: string | null;
  /** Epoch seconds UTC, inclusive; null: open. */
  readonly from: number | null;
  readonly to: number | null;
  /** null: every channel. */
  readonly channels: readonly Channel[] | null;
}

const COLUMNS = 'answered, directness, channel, grade, earliest, latest';
const ENDS = `select contact_no, from_party as mine, to_party as theirs, from_no as mine_no, to_no as theirs_no, true as begun, ${COLUMNS}
    from link where from_party <> to_party
  union all
  select contact_no, to_party, from_party, to_no, from_no, false, ${COLUMNS} from link where from_party <> to_party`;

const touches = (m: string): string =>
  `coalesce(${m}.from_time, ${FAR_PAST}) <= coalesce(e.latest, ${FAR_FUTURE}) and coalesce(${m}.to_time, ${FAR_FUTURE}) >= coalesce(e.earliest, ${FAR_PAST})`;
const holds = (m: string): string =>
  `(coalesce(${m}.from_time, ${FAR_PAST}) <= coalesce(e.earliest, ${FAR_PAST}) and coalesce(${m}.to_time, ${FAR_FUTURE}) >= coalesce(e.latest, ${FAR_FUTURE}))`;

const INSIDE_OF = (m: string, condition: string): string =>
  `(select 1 from membership ${m} where ${m}.name = $between and ${m}.party_no = e.theirs and ${condition})`;

/** Everybody: each link once, its pair without regard to direction. Nobody is the subject, so all of them are begun by one. */
const EVERYBODY = `select e.contact_no, least(e.from_party, e.to_party) as mine, greatest(e.from_party, e.to_party) as theirs,
    case when e.from_party < e.to_party then e.from_no else e.to_no end as mine_no,
    case when e.from_party < e.to_party then e.to_no else e.from_no end as theirs_no,
    true as begun, e.answered, e.directness, e.channel, e.grade, e.earliest, e.latest, true as member
  from link e where e.from_party <> e.to_party`;

const SIDE =
  'e.contact_no, e.mine, e.theirs, e.mine_no, e.theirs_no, e.begun, e.answered, e.directness, e.channel, e.grade, e.earliest, e.latest';
const SUBJECT = `from (${ENDS}) e join membership a on a.name = $between and a.party_no = e.mine and ${touches('a')}`;
const ONE_SIDE = `select ${SIDE}, ${holds('a')} and not exists ${INSIDE_OF('o', touches('o'))} as member ${SUBJECT}
  where not exists ${INSIDE_OF('p', holds('p'))}`;
const TWO_SIDES = `select ${SIDE}, ${holds('a')} and ${holds('b')} as member ${SUBJECT}
  join membership b on b.name = $and and b.party_no = e.theirs and ${touches('b')}
  where true`;

function windowOf(asked: Asked): string {
  const parts = [
    asked.from === null ? '' : ' and (e.latest is null or e.latest >= $from)',
    asked.to === null ? '' : ' and (e.earliest is null or e.earliest <= $to)',
    asked.channels === null
      ? ''
      : ` and e.channel in (${asked.channels.length === 0 ? '-1' : channel(...asked.channels, 'report')})`,
  ];
  return parts.join('');
}

/**
 * SQL for the links of a question: contact_no, mine and theirs (parties), mine_no and theirs_no (addresses), begun,
 * answered, directness, channel, grade, earliest, latest; member: both were certainly in their groups then.
 */
export function askedLinks(asked: Asked): string {
  const rows = asked.between === null ? EVERYBODY : asked.and === null ? ONE_SIDE : TWO_SIDES;
  return `${rows}${windowOf(asked)}`;
}

/**
 * SQL for whether a contact was certainly by one of the ways that a question asks for: prose may leave the way open.
 * @param l alias of rows with channel
 */
export function certainWay(l: string, asked: Asked): string {
  return asked.channels === null || asked.channels.includes('report') ? 'true' : `${l}.channel <> ${channel('report')}`;
}

/**
 * SQL for whether a contact lies inside the question for certain: its time in the window as a whole, and its way among
 * those that are asked for. @param l alias of rows with earliest, latest and channel
 */
export function insideWindow(l: string, asked: Asked): string {
  const parts = [
    `${l}.earliest is not null`,
    asked.channels === null ? '' : certainWay(l, asked),
    asked.from === null ? '' : `${l}.earliest >= $from`,
    asked.to === null ? '' : `${l}.latest <= $to`,
  ];
  return `(${parts.filter((part) => part !== '').join(' and ')})`;
}

/** The parameters that the SQL of a question uses. */
export function parametersOf(asked: Asked): Parameters {
  return {
    ...(asked.between === null ? {} : { between: asked.between }),
    ...(asked.between === null || asked.and === null ? {} : { and: asked.and }),
    ...(asked.from === null ? {} : { from: asked.from }),
    ...(asked.to === null ? {} : { to: asked.to }),
  };
}
