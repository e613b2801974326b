/** Who with whom: contacts added up to lines between parties, as many as an eye can hold. */
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { NetworkPage as Data } from '../../../src/server/shapes/network.ts';
import type { Picked } from '../../charts/network/drawing.ts';
import { layoutOf, placedBeside, type Tie } from '../../charts/network/layout.ts';
import { pictureOf, stretchFor } from '../../charts/network/picture.ts';
import { useData } from '../../data/use-data.ts';
import { ChoiceFilter } from '../../parts/filters.tsx';
import { Empty, ErrorBox, Pending } from '../../parts/notice.tsx';
import { useTitle } from '../../shell/title.ts';
import { counted, grouped } from '../../text/number.ts';
import { filterQuery, TIME_FILTERS, withQuery } from '../contacts/asked.ts';
import { ContactFilters } from '../contacts/filters.tsx';
import { useNarrow } from '../contacts/use-narrow.ts';
import type { PageProps } from '../page.ts';
import { NetworkBoard, useDrawingCode } from './board.tsx';
import { labelOf } from './label.ts';
import { NetworkLegend } from './legend.tsx';
import { NetworkTable } from './network-table.tsx';
import { PickedCard } from './picked-card.tsx';
import { TimeSlider } from './time-slider.tsx';
import './network.css';

/** Lines that are drawn: what an eye can hold, and more for those who want the shape of the whole. */
const CUTS = [50, 150, 300, 1000, 3000, 10_000];
const USUAL = { wide: 150, narrow: 50 };

/** About the box that the style sheet gives to the picture, without the room around it: width by height. */
const ASPECT = { wide: 2.1, narrow: 0.6 };

/** The network. */
export function NetworkPage({ query }: PageProps): VNode {
  useTitle('Network');
  const page = useNarrow() ? 'narrow' : 'wide';
  const usual = USUAL[page];
  const edges = CUTS.find((count) => String(count) === query.get('edges')) ?? usual;
  useDrawingCode(edges);
  const by = query.get('tell') === 'channel' ? 'channel' : 'state';
  // Places come from the whole time, so that people stay where they are while the slider moves.
  const whole = useData<Data>(withQuery('/network.json', filterQuery(query, TIME_FILTERS, { edges })));
  const some = TIME_FILTERS.some((name) => query.has(name));
  const part = useData<Data>(some ? withQuery('/network.json', filterQuery(query, [], { edges })) : null);
  const now = some ? part : whole;
  const [picked, setPicked] = useState<{ readonly of: Data; readonly picked: Picked } | null>(null);
  const data = now.data;
  const layout = useMemo(() => (whole.data === null ? null : layoutOf(tiesOf(whole.data))), [whole.data]);
  const picture = useMemo(() => {
    if (layout === null || data === null) return null;
    const nodes = data.nodes.map((node) => ({ ...node, name: labelOf(node.name, node.marks.length > 0) }));
    return pictureOf(nodes, data.edges, placedBeside(layout, tiesOf(data)), by, stretchFor(layout, ASPECT[page]));
  }, [layout, data, by, page]);
  const chosen = picked !== null && picked.of === data ? picked.picked : null;
  const pick = (next: Picked | null): void =>
    setPicked(next === null || data === null ? null : { of: data, picked: next });
  const fault = now.fault ?? whole.fault;
  return (
    <>
      <h1>Network</h1>
      <ContactFilters query={query} choices={data?.choices ?? null} />
      <div class="network-tools">
        <ChoiceFilter
          name="edges"
          label="Lines drawn"
          query={query}
          any={String(usual)}
          options={CUTS.filter((count) => count !== usual).map((count) => ({
            value: String(count),
            text: grouped(count),
          }))}
        />
        <ChoiceFilter
          name="tell"
          label="Lines tell"
          query={query}
          any="what is undisclosed"
          options={[{ value: 'channel', text: 'the channel' }]}
        />
        {data !== null && <TimeSlider data={data} query={query} />}
      </div>
      {fault !== null ? (
        <ErrorBox fault={fault} />
      ) : data === null || picture === null ? (
        <Pending lines={18} what="Loading the network" />
      ) : data.edges.length === 0 ? (
        <Empty title="Nobody was in contact with anybody under these filters.">
          <p>Take a filter away, or move the slider to a longer time.</p>
        </Empty>
      ) : (
        <>
          <CutLine data={data} />
          <NetworkBoard picture={picture} whole={layout} picked={chosen} onPick={pick} />
          <PickedCard data={data} picked={chosen} query={query} />
          <NetworkLegend by={by} />
          <NetworkTable data={data} onPick={(place) => pick({ kind: 'edge', place })} />
        </>
      )}
    </>
  );
}

function CutLine({ data: { cut } }: { readonly data: Data }): VNode {
  return (
    <p role="status">
      {cut.edges < cut.ofEdges ? (
        <>
          Drawn: the {grouped(cut.edges)} of {counted(cut.ofEdges, 'pair')} with most contacts, at least{' '}
          {grouped(cut.least)} each; {grouped(cut.nodes)} of {counted(cut.ofNodes, 'party', 'parties')}.
        </>
      ) : (
        <>
          Drawn: all {counted(cut.ofEdges, 'pair')} and {counted(cut.ofNodes, 'party', 'parties')}.
        </>
      )}
    </p>
  );
}

function tiesOf({ nodes, edges }: Data): Tie[] {
  return edges.map(({ a, b, contacts }) => ({ a: nodes[a]!.key, b: nodes[b]!.key, contacts }));
}
