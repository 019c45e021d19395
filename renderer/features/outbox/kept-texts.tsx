import { useEffect, useState } from 'react';
import type { KeptText } from '../../../shared/contract/entities.ts';
import { useClient } from '../../api/client.tsx';
import { formatFull } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { KeptFiles } from '../composer/kept-files.tsx';

/** What was replaced, cancelled or thrown away in this conversation within 30 days, folded up. */
export function KeptTexts({ conversationId }: { readonly conversationId: number }) {
  const t = useT();
  const client = useClient();
  const [texts, setTexts] = useState<readonly KeptText[]>([]);
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      try {
        const answer = await client.call('drafts.history', { conversationId });
        if (wanted) setTexts(answer.texts);
      } catch {
        // The rows above are what matters here; the composer's own history says when it cannot be read.
      }
    };
    void read();
    // Deciding about a row may keep its text.
    const stop = client.on('outbox.changed', () => void read());
    return () => {
      wanted = false;
      stop();
    };
  }, [client, conversationId]);
  if (texts.length === 0) return null;
  return (
    <details className="outbox-kept">
      <summary>{t('outbox.kept', { count: texts.length })}</summary>
      <ul>
        {texts.map((kept) => (
          <li key={kept.id} className="outbox-item">
            <p className="outbox-audience">
              {t(kept.audience === 'team' ? 'outbox.toTeam' : 'outbox.toCustomer')} · {formatFull(kept.keptAt)}
            </p>
            {kept.text !== '' && (
              <p className="outbox-text outbox-text-full" dir="auto">
                {kept.text}
              </p>
            )}
            {kept.files.length > 0 && <KeptFiles files={kept.files} />}
            {kept.text !== '' && (
              <div className="outbox-actions">
                <CopyButton text={kept.text} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
