import { useEffect, useState, type ReactElement } from 'react';
import type { KeptText } from '../../../shared/contract/entities.ts';
import { troubleOf, type CallTrouble } from '../../api/call-trouble.ts';
import { useClient } from '../../api/client.tsx';
import { formatNear } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { usePageClock } from '../../state/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeptFiles } from './kept-files.tsx';
import './history-dialog.css';

interface HistoryDialogProps {
  readonly conversationId: number;
  /** Only ever into the field of the text's own audience (law 2). */
  readonly onRestore: (kept: KeptText) => void;
  readonly onClose: () => void;
}

/** Texts and files that were replaced, cancelled or discarded here in the last 30 days. */
export function HistoryDialog({ conversationId, onRestore, onClose }: HistoryDialogProps): ReactElement {
  const t = useT();
  const { texts, error } = useHistory(conversationId);
  return (
    <Dialog title={t('history.title')} onClose={onClose}>
      <p className="history-lead">{t('history.lead')}</p>
      {error !== null && <p role="alert">{t(`error.${error}`)}</p>}
      {texts?.length === 0 && <EmptyState icon="clock" title={t('history.empty')} text={t('history.emptyText')} />}
      <ul className="history">
        {texts?.map((kept) => (
          <Entry
            key={kept.id}
            kept={kept}
            onRestore={() => {
              onRestore(kept);
              onClose();
            }}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function Entry({ kept, onRestore }: { readonly kept: KeptText; readonly onRestore: () => void }): ReactElement {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const { audience, files, keptAt, text, why } = kept;
  const clock = usePageClock();
  // Kept by the computer's clock, so compared with the computer's clock.
  const computerNow = clock.read().nowMs + (clock.info()?.computerClockErrorMs ?? 0);
  const when = formatNear(keptAt, computerNow);
  return (
    <li className="history-entry" data-audience={audience}>
      <p className="history-about">
        <Icon name={audience === 'team' ? 'note' : 'send'} size={14} />
        <span className="history-audience">{t(audience === 'team' ? 'outbox.toTeam' : 'outbox.toCustomer')}</span>
        <span>{t(`history.why.${why}`, { when })}</span>
      </p>
      {text !== '' && (
        <p className="history-text" dir="auto">
          {text}
        </p>
      )}
      {files.length > 0 && <KeptFiles files={files} />}
      <div className="history-actions">
        <Button size="small" icon="undo" onClick={onRestore}>
          {t(audience === 'team' ? 'history.restoreNote' : 'history.restoreReply')}
        </Button>
        {text !== '' && (
          <Button
            size="small"
            variant="quiet"
            icon="copy"
            onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
          >
            {t(copied ? 'history.copied' : 'history.copy')}
          </Button>
        )}
      </div>
    </li>
  );
}

interface History {
  readonly texts: readonly KeptText[] | null;
  readonly error: CallTrouble | null;
}

function useHistory(conversationId: number): History {
  const client = useClient();
  const [history, setHistory] = useState<History>({ texts: null, error: null });
  useEffect(() => {
    let current = true;
    client.call('drafts.history', { conversationId }).then(
      ({ texts }) => current && setHistory({ texts, error: null }),
      (caught: unknown) => current && setHistory({ texts: null, error: troubleOf(caught) }),
    );
    return () => {
      current = false;
    };
  }, [client, conversationId]);
  return history;
}
