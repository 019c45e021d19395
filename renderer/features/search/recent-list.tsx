import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { recentSearches } from './recent-searches.ts';

export interface RecentSearchesProps {
  readonly workspaceId: string;
  readonly onChoose: (text: string) => void;
}

/** Before anything is typed: what was searched last, or how this works. */
export function RecentSearches({ workspaceId, onChoose }: RecentSearchesProps) {
  const t = useT();
  const [recent, setRecent] = useState(() => recentSearches(workspaceId).read());
  const hint = <p className="search-hint">{t('search.hint')}</p>;
  if (recent.length === 0) return hint;
  return (
    <>
      {hint}
      <section className="search-recent" aria-label={t('search.recent')}>
        <div className="search-recent-head">
          <h2 className="search-heading">{t('search.recent')}</h2>
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              recentSearches(workspaceId).forget();
              setRecent([]);
            }}
          >
            {t('search.forget')}
          </Button>
        </div>
        <ul>
          {recent.map((text) => (
            <li key={text}>
              <button type="button" data-stop className="search-recent-item" onClick={() => onChoose(text)}>
                <Icon name="history" size={16} />
                <bdi>{text}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
