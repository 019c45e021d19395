import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { findMessages } from './find-in-text.ts';
import './find-bar.css';
import { useAllMessages } from './use-all-messages.ts';
import { useFindMarks } from './use-find-marks.ts';

interface FindBarProps {
  readonly conversationId: number;
  readonly onClose: () => void;
}

/** Find in this conversation: everything that is on this device, newest first. */
export function FindBar({ conversationId, onClose }: FindBarProps) {
  const t = useT();
  const actions = useActions();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const sought = useDeferredValue(query);
  const { messages, complete } = useAllMessages(conversationId, true);
  const found = useMemo(() => findMessages(messages, sought), [messages, sought]);
  const [chosen, setChosen] = useState<{ readonly query: string; readonly id: number } | null>(null);
  const partial = useApp((state) => state.thread?.serverHasOlder === true || (state.thread?.gaps.length ?? 0) > 0);
  useFindMarks(sought);
  useEffect(() => input.current?.focus(), []);

  const show = (id: number | undefined): void => {
    if (id === undefined) return;
    setChosen({ query: sought, id });
    actions.ui.showMessage(conversationId, id);
  };
  // With each other word the newest place is shown first.
  const shownId = chosen?.query === sought ? chosen.id : found.at(-1);
  const at = shownId === undefined ? -1 : found.indexOf(shownId);
  const goOlder = (): void => show(found[at - 1] ?? found.at(-1));
  const goNewer = (): void => show(found[at + 1] ?? found[0]);
  const showNewest = useEffectEvent(() => {
    const newest = found.at(-1);
    if (newest !== undefined) actions.ui.showMessage(conversationId, newest);
  });
  const hasSome = found.length > 0;
  useEffect(() => {
    if (sought.trim() !== '' && hasSome) showNewest();
  }, [sought, hasSome]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (event.shiftKey) goNewer();
      else goOlder();
    }
  };
  return (
    <div className="find-bar" role="search" aria-label={t('find.label')} onKeyDown={onKeyDown}>
      <Icon name="search" size={16} />
      <input
        ref={input}
        type="search"
        className="find-field"
        value={query}
        placeholder={t('find.placeholder')}
        aria-label={t('find.label')}
        onChange={(event) => setQuery(event.target.value)}
      />
      <p className="find-count" role="status">
        {sought.trim() !== '' && countWords()}
      </p>
      <IconButton icon="arrow-up" label={t('find.older')} disabled={!hasSome} onClick={goOlder} />
      <IconButton icon="arrow-down" label={t('find.newer')} disabled={!hasSome} onClick={goNewer} />
      <IconButton icon="close" label={t('find.close')} onClick={onClose} />
    </div>
  );

  function countWords(): string {
    // Counted from the newest, as they are visited.
    const words = hasSome
      ? t('find.count', { at: found.length - at, count: found.length })
      : t(complete ? 'find.nothing' : 'find.searching');
    return partial && complete ? `${words} · ${t('find.onDevice')}` : words;
  }
}
