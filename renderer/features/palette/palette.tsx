import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useCommand } from '../shortcuts/use-command.ts';
import type { PaletteItem } from './palette-items.ts';
import './palette.css';
import { usePaletteItems } from './use-palette-items.ts';

const recentItems = 5;

/** Everything by name: one key, a few letters, Enter. */
export function Palette() {
  const [open, setOpen] = useState(false);
  const [recent, setRecent] = useState<readonly string[]>([]);
  useCommand('palette.open', () => setOpen(true));
  if (!open) return null;
  return (
    <PaletteDialog
      recent={recent}
      onClose={() => setOpen(false)}
      onRan={({ id }) => setRecent([id, ...recent.filter((each) => each !== id)].slice(0, recentItems))}
    />
  );
}

interface PaletteDialogProps {
  readonly recent: readonly string[];
  readonly onClose: () => void;
  readonly onRan: (item: PaletteItem) => void;
}

function PaletteDialog({ recent, onClose, onRan }: PaletteDialogProps) {
  const t = useT();
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const before = useRef<Element | null>(null);
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const items = usePaletteItems(query, recent);
  const current = Math.min(marked, items.length - 1);
  useLayoutEffect(() => {
    before.current = document.activeElement;
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  });
  const leave = (): void => {
    dialog.current?.close();
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    onClose();
  };
  const run = (item: PaletteItem | undefined): void => {
    if (item === undefined || item.reason !== null) return;
    // Focus goes back first: what runs may look at it (the row in the list) or move it (the composer).
    leave();
    onRan(item);
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const again = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (step !== undefined && items.length > 0) setMarked((current + step + items.length) % items.length);
    else if (event.key === 'Enter') run(items[current]);
    else if (again) leave();
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('action.palette.open')}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) leave();
      }}
    >
      <div className="palette-frame">
        <div className="palette-search">
          <Icon name="search" />
          <input
            className="palette-input"
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={items.length === 0 ? undefined : `${listId}-${current}`}
            aria-label={t('action.palette.open')}
            placeholder={t('palette.placeholder')}
            dir="auto"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setMarked(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <ul id={listId} className="palette-list" role="listbox" aria-label={t('palette.found')}>
          {items.map((item, index) => (
            <PaletteRow
              key={item.id}
              id={`${listId}-${index}`}
              item={item}
              marked={index === current}
              onMark={() => setMarked(index)}
              onRun={() => run(item)}
            />
          ))}
        </ul>
        <p className="palette-none" role="status">
          {items.length === 0 && t('palette.none', { query })}
        </p>
      </div>
    </dialog>
  );
}

interface PaletteRowProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly marked: boolean;
  readonly onMark: () => void;
  readonly onRun: () => void;
}

function PaletteRow({ id, item, marked, onMark, onRun }: PaletteRowProps) {
  const { icon, label, context, keys, reason } = item;
  return (
    // The keyboard is the input's; a mouse may press a row as well.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      id={id}
      className="palette-row"
      role="option"
      aria-selected={marked}
      aria-disabled={reason !== null}
      onPointerMove={onMark}
      onClick={onRun}
    >
      <Icon name={icon} size={16} />
      <bdi className="palette-label truncate">{label}</bdi>
      <span className="palette-context truncate">{reason ?? context}</span>
      {keys !== '' && (
        <kbd className="key-cap" dir="ltr">
          {keys}
        </kbd>
      )}
    </li>
  );
}
