/** The sheet of keys: those in force on this page, and the switch that turns single keys off. */
import type { VNode } from 'preact';
import { useStore } from '../data/store.ts';
import { Dialog } from '../parts/dialog.tsx';
import { keyGroups, keysOn, turnKeys } from './keys.ts';

const WORDS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
};

function Keys({ keys }: { readonly keys: string }): VNode {
  const list = keys === ' ' ? [keys] : keys.split(' ');
  return (
    <span class="keys">
      {list.map((key, at) => (
        <kbd key={at}>{WORDS[key] ?? key}</kbd>
      ))}
    </span>
  );
}

/** A dialog with every key that does something here. */
export function KeySheet({ onClose }: { readonly onClose: () => void }): VNode {
  const on = useStore(keysOn);
  return (
    <Dialog title="Keys" onClose={onClose}>
      <div class="key-groups">
        {keyGroups().map(({ title, shortcuts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={keys}>
                  <dt>
                    <Keys keys={keys} />
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label class="tick">
        <input type="checkbox" checked={on} onChange={(event) => turnKeys(event.currentTarget.checked)} />
        <span>Single letters act as keys (turn off for speech input; ? stays)</span>
      </label>
    </Dialog>
  );
}
