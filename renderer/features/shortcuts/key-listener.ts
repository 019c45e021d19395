/** The one key listener of the page. Everything it decides is in shared/keys; here is only what needs a DOM. */
import { chordsOf, type Stroke } from '../../../shared/keys/keys.ts';
import { match, type KeyPlace, type Keymap } from '../../../shared/keys/keymap.ts';
import type { CommandRegistry } from './command-registry.ts';
import { sequencePatienceMs, type PendingKeys } from './pending-keys.ts';

export interface KeyListenerParts {
  readonly registry: CommandRegistry;
  readonly pending: PendingKeys;
  readonly mac: boolean;
  keymap(): Keymap;
  inInbox(): boolean;
  singleKeys(): boolean;
}

/** Starts listening; returns stop. */
export function listenForKeys(parts: KeyListenerParts): () => void {
  const { registry, pending, mac } = parts;
  let timer: number | undefined;
  const setPending = (chords: ReturnType<PendingKeys['getState']>): void => {
    window.clearTimeout(timer);
    pending.setState(chords, true);
    if (chords.length > 0) timer = window.setTimeout(() => pending.setState([], true), sequencePatienceMs);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const strokes = chordsOf(strokeOf(event), mac);
    // Shift on its way to the next key does not end a sequence.
    if (strokes.length === 0) return;
    const place = { ...placeOf(event.target), inInbox: parts.inInbox(), singleKeys: parts.singleKeys() };
    const before = pending.getState();
    let found = match(parts.keymap(), place, before, strokes);
    if (found.kind === 'none' && before.length > 0) found = match(parts.keymap(), place, [], strokes);
    setPending(found.kind === 'pending' ? found.chords : []);
    if (found.kind === 'pending') event.preventDefault();
    if (found.kind === 'run' && registry.run(found.binding.command)) event.preventDefault();
  };
  // Another place, another meaning.
  const forget = (): void => setPending([]);
  document.addEventListener('keydown', onKeyDown);
  document.addEventListener('pointerdown', forget);
  return () => {
    forget();
    document.removeEventListener('keydown', onKeyDown);
    document.removeEventListener('pointerdown', forget);
  };
}

export function strokeOf(event: KeyboardEvent): Stroke {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing, keyCode } = event;
  const altGraph = event.getModifierState('AltGraph');
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph, isComposing, keyCode };
}

/** Inputs that take no text: a letter pressed there is a key. */
const textless = new Set(['checkbox', 'radio', 'range', 'button', 'submit', 'reset', 'color', 'file']);

function placeOf(target: EventTarget | null): Omit<KeyPlace, 'inInbox' | 'singleKeys'> {
  if (!(target instanceof HTMLElement)) return { inTextField: false, inComposer: false, overlay: 'none' };
  const typing =
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !textless.has(target.type)) ||
    target.closest('[role=textbox], [role=searchbox], [role=combobox]') !== null;
  return {
    inTextField: typing,
    inComposer: target.matches('[data-composer-field]'),
    overlay:
      target.closest('dialog') !== null
        ? 'dialog'
        : target.closest('[role=dialog], [role=menu], [role=listbox][data-menu]') !== null
          ? 'panel'
          : 'none',
  };
}

export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
