/** What is chosen in the picture: a pair with its contacts, or a party. */
import type { VNode } from 'preact';
import type { ContactsPage } from '../../../src/server/shapes/contact.ts';
import type { NetworkEdge, NetworkPage } from '../../../src/server/shapes/network.ts';
import type { Picked } from '../../charts/network/drawing.ts';
import { useData } from '../../data/use-data.ts';
import { Loaded } from '../../parts/notice.tsx';
import { Party } from '../../parts/party.tsx';
import { counted, grouped } from '../../text/number.ts';
import { filterQuery } from '../contacts/asked.ts';
import { ContactLines } from '../contacts/lines.tsx';

interface Props {
  readonly data: NetworkPage;
  readonly picked: Picked | null;
  readonly query: URLSearchParams;
}

/** The card under the picture. */
export function PickedCard({ data, picked, query }: Props): VNode {
  if (picked?.kind === 'edge' && data.edges[picked.place] !== undefined) {
    return <Pair data={data} edge={data.edges[picked.place]!} />;
  }
  if (picked?.kind === 'node' && data.nodes[picked.place] !== undefined) {
    const node = data.nodes[picked.place]!;
    const only = new URLSearchParams(filterQuery(query, ['between', 'and']));
    only.set('between', node.key);
    return (
      <section class="picked" aria-live="polite">
        <h2>
          <Party party={node} />
        </h2>
        <p>
          {counted(node.contacts, 'contact')} in this question, {node.kind}.{' '}
          <a href={`/network?${only}`}>Only this party</a> · <a href={`/contacts?${only}`}>its contacts</a>
        </p>
      </section>
    );
  }
  return (
    <p class="picked fine">
      Click a line to see its contacts, a party to see whom it knows. Wheel or pinch to zoom, drag to move.
    </p>
  );
}

function Pair({ data, edge }: { readonly data: NetworkPage; readonly edge: NetworkEdge }): VNode {
  const [a, b] = [data.nodes[edge.a]!, data.nodes[edge.b]!];
  const asked = useData<ContactsPage>(`/contacts.json?${edge.listed}&order=oldest&offset=0&limit=5`);
  const channels = Object.entries(edge.channels).map(([channel, count]) => `${grouped(count)} ${channel}`);
  const nobody = edge.contacts - edge.byA - edge.byB;
  return (
    <section class="picked" aria-live="polite">
      <h2>
        <Party party={a} /> and <Party party={b} />
      </h2>
      <p>
        {counted(edge.contacts, 'contact')} ({channels.join(', ')}), {grouped(edge.certain)} for certain,{' '}
        {grouped(edge.undisclosed)} undisclosed. Begun by <Party party={a} link={false} />: {grouped(edge.byA)}; by{' '}
        <Party party={b} link={false} />: {grouped(edge.byB)}
        {nobody > 0 && <>; by neither: {grouped(nobody)}</>}. <a href={`/contacts?${edge.listed}`}>All of them</a>
      </p>
      <Loaded asked={asked} lines={5}>
        {(page) => <ContactLines caption="The first contacts of the pair" rows={page.rows} />}
      </Loaded>
    </section>
  );
}
