/** The record as people read it: fields, text, attachments, and HTML in a frame that can do nothing. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { AttachmentRow, Decoded, Field } from '../../../src/server/shapes/record.ts';
import { Empty } from '../../parts/notice.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Written } from '../../parts/written.tsx';
import { grouped } from '../../text/number.ts';

interface Props {
  readonly id: string;
  readonly decoded: Decoded;
}

/** Characters of the text that are drawn at once; the rest comes when it is asked for. */
const PORTION = 40_000;

/** What was read of it. */
export function DecodedRecord({ id, decoded }: Props): VNode {
  return (
    <section class="decoded">
      <h2>As it reads</h2>
      {decoded.fault !== null && (
        <Empty title="It cannot be read again.">
          <p>
            {decoded.fault}. What the build took from it stands beside this; the raw bytes need the source as it was.
          </p>
        </Empty>
      )}
      <Fields list={decoded.fields} />
      {decoded.html && <HtmlFrame id={id} />}
      <Body key={id} decoded={decoded} />
      {decoded.attachments.length > 0 && <Attachments list={decoded.attachments} />}
    </section>
  );
}

function Fields({ list }: { readonly list: readonly Field[] }): VNode | null {
  if (list.length === 0) return null;
  return (
    <dl class="fields">
      {list.map(({ name, value }, place) => (
        <div key={`${place} ${name}`}>
          <dt>
            <Written text={name} limit={80} />
          </dt>
          <dd>
            <Written text={value} limit={2000} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Body({ decoded: { body, html, fields } }: { readonly decoded: Decoded }): VNode | null {
  const [limit, setLimit] = useState(PORTION);
  if (body.text === '') return html || fields.length > 0 ? null : <p class="unsure">It has no text.</p>;
  return (
    <>
      {html && <h3>Its text alone</h3>}
      <div class="body-text">
        <Written text={body} limit={limit} />
      </div>
      {body.text.length > limit && (
        <button type="button" class="quiet" onClick={() => setLimit(limit + 4 * PORTION)}>
          More of the text
        </button>
      )}
    </>
  );
}

/**
 * The sanitised markup, in a frame without scripts, forms, network or an origin of its own: an empty `sandbox` forbids all
 * of them, and the address answers with a policy that does so again.
 */
function HtmlFrame({ id }: { readonly id: string }): VNode {
  const [tall, setTall] = useState(false);
  return (
    <figure class="html-mail">
      <figcaption>
        Its HTML, without scripts, links and pictures from elsewhere.{' '}
        <button type="button" class="quiet small no-print" aria-pressed={tall} onClick={() => setTall(!tall)}>
          {tall ? 'lower' : 'higher'}
        </button>
      </figcaption>
      <iframe
        sandbox=""
        class={tall ? 'tall' : undefined}
        title="HTML of the message, sanitised"
        src={`/records/${encodeURIComponent(id)}/html`}
        referrerpolicy="no-referrer"
      />
    </figure>
  );
}

const COLUMNS: readonly Column<AttachmentRow>[] = [
  { head: 'Attachment', name: 'attachment', heads: true, cell: ({ name }) => <Written text={name} limit={120} /> },
  { head: 'Type', name: 'type', cell: ({ type }) => <Written text={type} limit={80} /> },
  { head: 'Bytes, encoded', name: 'bytes, encoded', number: true, cell: ({ size }) => grouped(size) },
];

function Attachments({ list }: { readonly list: readonly AttachmentRow[] }): VNode {
  return (
    <>
      <Table caption="Attachments" columns={COLUMNS} rows={list} keyOf={({ name }, place) => `${place} ${name}`} />
      <p class="fine">Attachments are named and never opened here.</p>
    </>
  );
}
