import { useActions, useAppStore } from '../../state/app-provider.tsx';
import { useCommand } from './use-command.ts';

interface Pane {
  /** The element that is this pane; hidden or missing ones are passed over. */
  readonly pane: string;
  /** Where the focus goes in it, best first. */
  readonly stops: readonly string[];
}

/** In the order of the focus: rail → list → thread → composer → context; other pages have one pane. */
const panes: readonly Pane[] = [
  { pane: '.rail', stops: ['[aria-current=page]', 'button'] },
  { pane: '.list-pane', stops: ['[role=option][tabindex="0"]', '[role=option]', 'button'] },
  { pane: '[role=log]', stops: ['[tabindex="0"]'] },
  { pane: '#composer', stops: ['[data-composer-field]'] },
  { pane: '.context-pane', stops: ['button', 'a[href]'] },
  { pane: '.page', stops: ['h1'] },
  { pane: '.strip', stops: ['button'] },
];

/** F6 and Shift+F6 go round the panes, `[` to the list. */
export function PaneCommands() {
  const actions = useActions();
  const store = useAppStore();
  useCommand('pane.next', () => focusPane(1));
  useCommand('pane.previous', () => focusPane(-1));
  useCommand('list.focus', () => {
    if (store.getState().ui.pane === 'thread') actions.ui.back();
    // A narrow window draws the list first.
    requestAnimationFrame(() => focusIn(document.querySelector('.list-pane'), panes[1]?.stops ?? []));
  });
  return null;
}

function focusPane(step: 1 | -1): boolean {
  const shown = panes
    .map(({ pane, stops }) => ({ element: document.querySelector<HTMLElement>(pane), stops }))
    .filter(({ element }) => element !== null && element.checkVisibility());
  const current = shown.findIndex(({ element }) => element?.contains(document.activeElement) === true);
  for (let tries = 1; tries <= shown.length; tries += 1) {
    const from = current === -1 && step === -1 ? 0 : current;
    const next = shown[(from + step * tries + shown.length * 2) % shown.length];
    if (next !== undefined && focusIn(next.element, next.stops)) return true;
  }
  return false;
}

/** False: there is nothing in it that takes the focus. */
function focusIn(pane: HTMLElement | null, stops: readonly string[]): boolean {
  if (pane === null) return false;
  const inside = stops.flatMap((stop) => [...pane.querySelectorAll<HTMLElement>(stop)]);
  const target = inside.find((element) => element.checkVisibility()) ?? (pane.tabIndex >= 0 ? pane : null);
  target?.focus();
  return target !== null;
}
