/** Contacts of which the records name one end alone, such as visits without a host and mails without a recipient. */
import type { Query } from '../../ledger.ts';
import type { Asked } from '../contacts/asked.ts';
import { channel } from '../contacts/words.ts';

/** Those in the window of a question, by their headline state; null where nothing is asked of them. */
export function oneEnded({ from, to, channels }: Pick<Asked, 'from' | 'to' | 'channels'>): Query {
  const parts = [
    from === null ? '' : ' and (c.latest is null or c.latest >= $from)',
    to === null ? '' : ' and (c.earliest is null or c.earliest <= $to)',
    channels === null ? '' : ` and c.channel in (${channels.length === 0 ? '-1' : channel(...channels)})`,
  ];
  return {
    name: 'one-ended',
    sql: `select s.state, cast(count(*) as integer) as contacts
      from contact c left join state s on s.contact_no = c.contact_no and s.duty = ''
      where not exists (select 1 from link l where l.contact_no = c.contact_no)${parts.join('')}
      group by s.state order by s.state nulls last`,
  };
}
