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

const COLUMNS = 'answered, directness, channel, earliest, latest';
/**
 * Two addresses that are guessed to be one person's: nobody writes to himself as far as that is right, and it may be wrong.
 * What is possible only stands beside the address's own party, whose link there is.
 */
const TWO = (l: string): string => `(${l}.from_party <> ${l}.to_party or ${l}.grade = 1)`;
const ENDS = `select contact_no, from_party as mine, to_party as theirs, from_no as mine_no, to_no as theirs_no, true as begun,
      from_grade as mine_grade, to_grade as theirs_grade, ${COLUMNS} from link l where ${TWO('l')}
    union all
    select contact_no, to_party, from_party, to_no, from_no, false, to_grade, from_grade, ${COLUMNS} from link l where ${TWO('l')}`;

/**
 * SQL for how sure a contact is by its identities, where only one end has to be somebody: the other may be anybody but the
 * same. A guess about that one takes nothing from the contact, unless it is a guess that both are one.
 * @param own, other grades of the ends @param alike whether they may be one
 */
export const oneEnd = (own: string, other: string, alike: string): string =>
  `(case when ${alike} then greatest(${own}, ${other}, 1) when ${other} < 2 then ${own} else 2 end)`;

/** The same where nobody has to be somebody. */
const anyEnds = (one: string, other: string, alike: string): string =>
  `(case when ${alike} then greatest(${one}, ${other}, 1) when greatest(${one}, ${other}) < 2 then 0 else 2 end)`;

/** SQL for pairs of addresses in contact that may be one party's: by whoever has both. */
const ONE_PARTY = 'select distinct contact_no, from_no, to_no from link where from_party = to_party';

const touches = (m: string): string =>
  `coalesce(${m}.from_time, ${FAR_PAST}) <= coalesce(e.latest, ${FAR_FUTURE}) and coalesce(${m}.to_time, ${FAR_FUTURE}) >= coalesce(e.earliest, ${FAR_PAST})`;
const holds = (m: string): string =>
  `(coalesce(${m}.from_time, ${FAR_PAST}) <= coalesce(e.earliest, ${FAR_PAST}) and coalesce(${m}.to_time, ${FAR_FUTURE}) >= coalesce(e.latest, ${FAR_FUTURE}))`;

const INSIDE_OF = (m: string, condition: string): string =>
  `(select 1 from membership ${m} where ${m}.name = $between and ${m}.party_no = e.theirs and ${condition})`;

const forth = (a: string, b: string): string => `case when e.from_party < e.to_party then ${a} else ${b} end`;

/** Everybody: each link once, its pair without regard to direction. Nobody is the subject, so all of them are begun by one. */
const EVERYBODY = `select e.contact_no, least(e.from_party, e.to_party) as mine, greatest(e.from_party, e.to_party) as theirs,
    ${forth('e.from_no', 'e.to_no')} as mine_no, ${forth('e.to_no', 'e.from_no')} as theirs_no,
    true as begun, e.answered, e.directness, e.channel, e.earliest, e.latest, true as member,
    ${forth('e.from_grade', 'e.to_grade')} as mine_grade, ${forth('e.to_grade', 'e.from_grade')} as theirs_grade,
    z.contact_no is not null as alike, ${anyEnds('e.from_grade', 'e.to_grade', 'z.contact_no is not null')} as grade
  from link e left join (${ONE_PARTY}) z on z.contact_no = e.contact_no and z.from_no = e.from_no and z.to_no = e.to_no
  where ${TWO('e')}`;

/** The same by whoever has both, or by two of the side that is asked about. */
const ONE_SIDES = `${ONE_PARTY} union
    select e.contact_no, e.from_no, e.to_no from link e
    join membership f on f.name = $between and f.party_no = e.from_party and ${touches('f')}
    join membership t on t.name = $between and t.party_no = e.to_party and ${touches('t')}`;

const SIDE = `e.contact_no, e.mine, e.theirs, e.mine_no, e.theirs_no, e.begun, e.answered, e.directness, e.channel, e.earliest, e.latest,
    e.mine_grade, e.theirs_grade`;
const SUBJECT = `from (${ENDS}) e join membership a on a.name = $between and a.party_no = e.mine and ${touches('a')}`;
const ONE_SIDE = `select ${SIDE}, ${holds('a')} and not exists ${INSIDE_OF('o', touches('o'))} as member,
    z.contact_no is not null as alike, ${oneEnd('e.mine_grade', 'e.theirs_grade', 'z.contact_no is not null')} as grade ${SUBJECT}
  left join (${ONE_SIDES}) z on z.contact_no = e.contact_no
    and z.from_no = case when e.begun then e.mine_no else e.theirs_no end
    and z.to_no = case when e.begun then e.theirs_no else e.mine_no end
  where not (e.theirs_grade = 0 and exists ${INSIDE_OF('p', holds('p'))})`;
const TWO_SIDES = `select ${SIDE}, ${holds('a')} and ${holds('b')} as member, false as alike,
    greatest(e.mine_grade, e.theirs_grade) as grade ${SUBJECT}
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
 * answered, directness, channel, earliest, latest; member: both were certainly in their groups then; mine_grade, theirs_grade:
 * how sure each end is; alike: both may be one, or of one side; grade: how sure it is that this answers the question. Where
 * a side is open, whoever is on it is a contact, so that a guess about them lowers nothing.
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
