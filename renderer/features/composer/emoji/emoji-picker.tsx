import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { sideways } from '../../../ui/sideways.ts';
import { emojiGroups, findEmoji, type Emoji, type EmojiGroup } from './emoji-table.ts';
import { recentEmoji } from './recent-emoji.ts';
import './emoji-picker.css';

interface EmojiPickerProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onPick: (character: string) => void;
  readonly onClose: () => void;
}

interface Section {
  readonly name: EmojiGroup | 'recent' | 'found';
  readonly emoji: readonly Emoji[];
}

function sections(query: string): readonly Section[] {
  if (query.trim() !== '') return [{ name: 'found', emoji: findEmoji(query) }];
  const recent = recentEmoji.read().map((character) => ({ character, words: character }));
  const groups = emojiGroups.map(({ group, emoji }) => ({ name: group, emoji }));
  return recent.length === 0 ? groups : [{ name: 'recent', emoji: recent }, ...groups];
}

/** Search, or walk with the arrows; Enter picks. Stays open with Shift, for more than one. */
export function EmojiPicker({ anchor, onPick, onClose }: EmojiPickerProps): ReactElement {
  const t = useT();
  const [query, setQuery] = useState('');
  // What was used last does not move while the picker is open.
  const [start] = useState(() => sections(''));
  const shown = query.trim() === '' ? start : sections(query);
  const field = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  // After the popover's own focus.
  useEffect(() => field.current?.focus(), []);
  const cells = (): HTMLElement[] => [...(grid.current?.querySelectorAll<HTMLElement>('button') ?? [])];
  const pick = (character: string, stay: boolean): void => {
    recentEmoji.remember(character);
    onPick(character);
    if (!stay) onClose();
  };
  const onGridKey = (event: KeyboardEvent): void => {
    const all = cells();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const target = nextCell(all, at, event.key);
    if (target === undefined) return;
    event.preventDefault();
    if (target === 'field') field.current?.focus();
    else target.focus();
  };
  return (
    <Popover title={t('emoji.title')} className="emoji-picker" anchor={anchor} onClose={onClose}>
      <input
        ref={field}
        type="search"
        className="emoji-search"
        aria-label={t('emoji.search')}
        placeholder={t('emoji.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          const [first] = cells();
          if (event.key === 'Enter') first?.click();
          else first?.focus();
        }}
      />
      <div ref={grid} className="emoji-grid" onKeyDown={onGridKey}>
        {shown.map(({ name, emoji }, section) => (
          <div key={name} role="group" aria-label={name === 'found' ? t('emoji.title') : t(`emoji.${name}`)}>
            {name !== 'found' && (
              <h3 className="emoji-group" aria-hidden="true">
                {t(`emoji.${name}`)}
              </h3>
            )}
            <div className="emoji-cells">
              {emoji.map(({ character, words }, index) => (
                <button
                  key={character}
                  type="button"
                  className="emoji-cell"
                  // One stop for Tab; the arrows do the rest.
                  tabIndex={section === 0 && index === 0 ? 0 : -1}
                  aria-label={words}
                  title={words}
                  onClick={(event) => pick(character, event.shiftKey)}
                >
                  {character}
                </button>
              ))}
            </div>
          </div>
        ))}
        {shown[0]?.name === 'found' && shown[0].emoji.length === 0 && (
          <p className="emoji-none" role="status">
            {t('emoji.none', { query: query.trim() })}
          </p>
        )}
      </div>
    </Popover>
  );
}

/** Left and right go along; up and down to the cell that lies above or below, whatever the width. */
function nextCell(all: readonly HTMLElement[], at: number, key: string): HTMLElement | 'field' | undefined {
  const current = all[at];
  if (current === undefined) return undefined;
  const along = sideways(key, current);
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  if (along !== 0) return all[at + along];
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const { left, top } = current.getBoundingClientRect();
  const down = key === 'ArrowDown';
  const beyond = all.filter((cell) => {
    const box = cell.getBoundingClientRect();
    return down ? box.top > top + 1 : box.top < top - 1;
  });
  const rowTop = (down ? beyond[0] : beyond.at(-1))?.getBoundingClientRect().top;
  if (rowTop === undefined) return down ? undefined : 'field';
  const row = beyond.filter((cell) => Math.abs(cell.getBoundingClientRect().top - rowTop) < 1);
  return row.toSorted(
    (a, b) => Math.abs(a.getBoundingClientRect().left - left) - Math.abs(b.getBoundingClientRect().left - left),
  )[0];
}
