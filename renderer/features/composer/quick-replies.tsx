import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import type { ComposerMode } from '../../../shared/composer/composer-types.ts';
import { matchCanned } from '../../../shared/composer/composer-menu.ts';
import { fillVariables, serverFilled, type Variables } from '../../../shared/composer/variables.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { Popover } from '../../ui/popover.tsx';
import './quick-replies.css';

interface QuickRepliesProps {
  readonly mode: ComposerMode;
  readonly variables: Variables;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onChoose: (text: string) => void;
  readonly onClose: () => void;
}

/** All ready texts of the team, filled in as far as this device can. */
export function QuickReplies({ mode, variables, anchor, onChoose, onClose }: QuickRepliesProps): ReactElement {
  const t = useT();
  const id = useId();
  const canned = useApp((app) => app.directory.canned);
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const found = matchCanned(canned, query);
  // After the popover's own focus.
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${id}-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, selected]);
  const choose = (index: number): void => {
    const response = found[index];
    if (response !== undefined) onChoose(fillVariables(response.text, variables));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || found.length === 0) return;
    if (event.key === 'ArrowDown') setSelected((selected + 1) % found.length);
    else if (event.key === 'ArrowUp') setSelected((selected - 1 + found.length) % found.length);
    else if (event.key === 'Enter') choose(selected);
    else return;
    event.preventDefault();
  };
  return (
    <Popover title={t('canned.title')} className="quick-replies" anchor={anchor} onClose={onClose}>
      <p className="quick-replies-where">{t(mode === 'note' ? 'canned.intoNote' : 'canned.intoReply')}</p>
      <input
        ref={field}
        className="quick-replies-search"
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${selected}`}
        aria-label={t('canned.search')}
        placeholder={t('canned.search')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setSelected(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={id} role="listbox" aria-label={t('canned.title')} className="quick-replies-list">
        {found.map(({ id: responseId, shortCode, text }, index) => {
          const shown = fillVariables(text, variables);
          const left = serverFilled(shown);
          return (
            <li
              key={responseId}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === selected}
              className="quick-replies-row"
              onMouseDown={(event) => {
                event.preventDefault();
                choose(index);
              }}
            >
              <span className="quick-replies-code">{shortCode}</span>
              <span className="quick-replies-text" dir="auto">
                {shown}
              </span>
              {left.length > 0 && (
                <span className="quick-replies-server">{t('canned.server', { names: left.join(' ') })}</span>
              )}
            </li>
          );
        })}
      </ul>
      {found.length === 0 && (
        <p className="quick-replies-none" role="status">
          {canned.length === 0 ? t('canned.empty') : t('canned.none', { query })}
        </p>
      )}
    </Popover>
  );
}
