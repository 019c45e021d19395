import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useCommand } from '../shortcuts/use-command.ts';
import './filter-bar.css';
import { choicesOf, filterKinds, type FilterKind } from './filter-choices.ts';
import type { ListHandle } from './list-handle.ts';

const longestText = 100;

/** A field for name or number (key `/`), and the other filters behind a button. */
export function FilterBar({ rows }: { readonly rows: RefObject<ListHandle | null> }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const filter = useApp((state) => state.conversations.list.filter);
  const count = filterKinds.filter((kind) => filter[kind] !== null).length;
  return (
    <div className="filter-bar">
      <FilterField rows={rows} />
      <IconButton
        ref={button}
        icon="sliders"
        label={count === 0 ? t('list.filter.more') : t('list.filter.moreCount', { count })}
        className={count > 0 ? 'filter-more filter-more-on' : 'filter-more'}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Popover
          title={t('list.filter.title')}
          className="filter-popover"
          anchor={button}
          onClose={() => setOpen(false)}
        >
          {filterKinds.map((kind) => (
            <FilterSelect key={kind} kind={kind} />
          ))}
        </Popover>
      )}
    </div>
  );
}

function FilterField({ rows }: { readonly rows: RefObject<ListHandle | null> }) {
  const t = useT();
  const actions = useActions();
  const asked = useApp((state) => state.conversations.list.filter.text);
  const [text, setText] = useState(asked);
  const [before, setBefore] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  // Another view, or the removed chip, empties it from outside.
  if (before !== asked) {
    setBefore(asked);
    if (asked !== text.trim()) setText(asked);
  }
  // With every key: what is asked is on this device, and an answer that comes too late is not shown (list-reader.ts).
  const type = (next: string): void => {
    setText(next);
    if (next.trim() !== asked) actions.list.setFilter({ text: next.trim() });
  };
  useCommand('list.filter', () => {
    if (field.current === null || field.current.offsetParent === null) return false;
    field.current.select();
    field.current.focus();
    return true;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && text !== '') type('');
    else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') rows.current?.focus(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <label className="filter-field">
      <Icon name="search" size={16} />
      <input
        ref={field}
        type="search"
        className="filter-input"
        aria-label={t('list.filter.text')}
        aria-keyshortcuts="/"
        placeholder={t('list.filter.placeholder')}
        maxLength={longestText}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}

function FilterSelect({ kind }: { readonly kind: FilterKind }) {
  const t = useT();
  const actions = useActions();
  const directory = useApp((state) => state.directory);
  const value = useApp((state) => state.conversations.list.filter[kind]);
  const choices = choicesOf(kind, directory);
  return (
    <label className="filter-select">
      <span>{t(`list.filter.${choices.word}`)}</span>
      <select
        value={value ?? ''}
        onChange={({ target }) => actions.list.setFilter(choices.change(target.value === '' ? null : target.value))}
      >
        <option value="">{t('list.filter.any')}</option>
        {choices.all.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
