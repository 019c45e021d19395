import type { ConversationFilter } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { noFilter } from '../../state/store.ts';
import { Icon } from '../../ui/icon.tsx';
import { choicesOf, filterKinds } from './filter-choices.ts';

interface Chip {
  readonly key: string;
  readonly what: string;
  readonly value: string;
  readonly change: Partial<ConversationFilter>;
}

/** Every filter that is on, each removable by itself: a short list must never look like the whole. */
export function FilterChips() {
  const t = useT();
  const actions = useActions();
  const directory = useApp((state) => state.directory);
  const filter = useApp((state) => state.conversations.list.filter);
  const chips: Chip[] = filterKinds.flatMap((kind) => {
    const value = filter[kind];
    if (value === null) return [];
    const { word, all, change } = choicesOf(kind, directory);
    const name = all.find(({ key }) => key === String(value))?.name ?? String(value);
    return [{ key: kind, what: t(`list.filter.${word}`), value: name, change: change(null) }];
  });
  if (filter.text !== '') {
    chips.push({ key: 'text', what: t('list.filter.what.text'), value: filter.text, change: { text: '' } });
  }
  if (chips.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label={t('list.filter.active')}>
      {chips.map(({ key, what, value, change }) => (
        <li key={key}>
          <button
            type="button"
            className="filter-chip"
            aria-label={t('list.filter.remove', { what, value })}
            onClick={() => actions.list.setFilter(change)}
          >
            <span className="truncate">{t('list.filter.chip', { what, value })}</span>
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className="filter-clear" onClick={() => actions.list.setFilter(noFilter)}>
            {t('list.filter.clear')}
          </button>
        </li>
      )}
    </ul>
  );
}
