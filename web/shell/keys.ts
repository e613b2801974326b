/** Keys: which are in force, what they do, and who hears them. */
import { useEffect, useRef } from 'preact/hooks';
import { type Store, store } from '../data/store.ts';
import { cookieValue, setCookie } from './cookie.ts';

export interface Shortcut {
  /** One key as KeyboardEvent.key has it (`j`, `Enter`, `ArrowDown`, `?`), or two after one another, apart by a space: `g c`. */
  readonly keys: string;
  /** What it does, for the sheet: a few words, such as `next row`. */
  readonly does: string;
  readonly run: () => void;
}

export interface KeyGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

interface Registered {
  group: KeyGroup;
}

const registered: Registered[] = [];

/** Whether single keys act at all: WCAG 2.2, 2.1.4, asks for a way to turn them off. */
export const keysOn: Store<boolean> = store(cookieValue('keys') !== 'off');

/** Turns single keys on or off, for good. */
export function turnKeys(on: boolean): void {
  setCookie('keys', on ? 'on' : 'off');
  keysOn.set(on);
}

/** The groups of keys that are in force, the shell's first. */
export function keyGroups(): readonly KeyGroup[] {
  return registered.map(({ group }) => group).filter(({ shortcuts }) => shortcuts.length > 0);
}

/**
 * Puts keys in force for as long as the component is there. Where two have the same key the later one has it.
 * @param title of the group on the sheet, such as `List of contacts`
 * @param shortcuts may be other ones at every drawing
 */
export function useKeys(title: string, shortcuts: readonly Shortcut[]): void {
  const entry = useRef<Registered>({ group: { title, shortcuts } });
  entry.current.group = { title, shortcuts };
  useEffect(() => {
    const mine = entry.current;
    registered.push(mine);
    return () => {
      registered.splice(registered.indexOf(mine), 1);
    };
  }, []);
}

/** Whether keys are meant for a field. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Enter and space belong to a button or link that has the focus. */
function actsByItself(target: EventTarget | null, key: string): boolean {
  if (key !== 'Enter' && key !== ' ') return false;
  return target instanceof HTMLElement && target.closest('a[href], button, summary, [role="button"]') !== null;
}

/** Milliseconds in which the second key of two has to come. */
const PAUSE = 1200;

/** Listens for keys, for as long as the page is there. */
export function listenForKeys(): () => void {
  let before = { key: '', at: 0 };
  const pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // A dialog has the keys to itself: what lies under it must not act.
    if (document.querySelector('dialog[open]') !== null) return;
    // The way back from a field to the keys, without tabbing through the page.
    if (isTyping(event.target) && event.key === 'Escape') (event.target as HTMLElement).blur();
    if (isTyping(event.target) || actsByItself(event.target, event.key)) return;
    if (event.key.length === 1 && event.key !== '?' && !keysOn.get()) return;
    const pair = event.timeStamp - before.at < PAUSE ? `${before.key} ${event.key}` : '';
    before = { key: event.key, at: event.timeStamp };
    const all = registered.flatMap(({ group }) => group.shortcuts).reverse();
    const found = all.find(({ keys }) => keys === pair) ?? all.find(({ keys }) => keys === event.key);
    if (found === undefined) return;
    event.preventDefault();
    before = { key: '', at: 0 };
    found.run();
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}
