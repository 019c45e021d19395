import { useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import { useT } from '../../i18n/i18n.tsx';
import { useApp, useAppStore } from '../../state/app-provider.tsx';
import { emptySelection, everything, type SelectionStore } from '../../state/selection.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import type { ListHandle } from '../conversation-list/list-handle.ts';
import { useCommand } from '../shortcuts/use-command.ts';
import './bulk-bar.css';
import { bulkIcons, bulkKinds, type BulkKind } from './bulk-kinds.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { useBulk, type Bulk } from './use-bulk.ts';

export interface BulkBarProps {
  readonly selection: SelectionStore;
  readonly rows: RefObject<ListHandle | null>;
}

interface Asking {
  readonly kind: BulkKind;
  readonly ids: readonly number[];
}

/** What can be done with the selected rows, and what came of it. Its keys also work for a single conversation. */
export function BulkBar({ selection, rows }: BulkBarProps) {
  const t = useT();
  const chosen = useStore(selection, ({ ids }) => ids);
  const [asking, setAsking] = useState<Asking | null>(null);
  const bulk = useBulk(selection, rows);
  const ask = (kind: BulkKind): void => setAsking({ kind, ids: [...chosen] });
  useBulkCommands({ chosen, selection, rows, bulk, setAsking });
  return (
    <>
      {chosen.size > 0 && <Bar selection={selection} rows={rows} count={chosen.size} onAsk={ask} />}
      {bulk.result !== null && (
        <div className="bulk-result">
          <p>{bulk.result}</p>
          {bulk.undo !== null && (
            <Button size="small" icon="undo" title={t('outbox.undo.key')} onClick={bulk.undo}>
              {t('bulk.undo')}
            </Button>
          )}
          <IconButton icon="close" label={t('bulk.dismiss')} onClick={bulk.dismiss} />
        </div>
      )}
      {asking !== null && (
        <ChangeDialog
          kind={asking.kind}
          ids={asking.ids}
          onClose={() => setAsking(null)}
          onChoose={(action, plan) => {
            setAsking(null);
            // After the dialog has given the focus back, or it would take it away from the row.
            requestAnimationFrame(() => void bulk.carryOut(action, plan));
          }}
        />
      )}
    </>
  );
}

interface BarProps extends BulkBarProps {
  readonly count: number;
  readonly onAsk: (kind: BulkKind) => void;
}

function Bar({ selection, rows, count, onAsk }: BarProps) {
  const t = useT();
  const loaded = useApp((state) => state.conversations.list.ids);
  const clear = (): void => {
    selection.setState(emptySelection);
    rows.current?.focus(null);
  };
  return (
    <div
      className="bulk-bar"
      role="toolbar"
      aria-label={t('bulk.label')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') clear();
      }}
    >
      <div className="bulk-line">
        <span className="bulk-count tabular">{t('bulk.count', { count })}</span>
        {count < loaded.length && (
          <button type="button" className="bulk-all" onClick={() => selection.setState(everything(loaded))}>
            {t('bulk.all', { count: loaded.length })}
          </button>
        )}
        <IconButton icon="close" label={t('bulk.clear')} onClick={clear} />
      </div>
      <div className="bulk-line">
        {bulkKinds.map((kind) => (
          <IconButton key={kind} icon={bulkIcons[kind]} label={t(`bulk.action.${kind}`)} onClick={() => onAsk(kind)} />
        ))}
      </div>
    </div>
  );
}

interface CommandParts extends BulkBarProps {
  readonly chosen: ReadonlySet<number>;
  readonly bulk: Bulk;
  readonly setAsking: (asking: Asking) => void;
}

/**
 * On top of the commands for one conversation: with a selection they mean all of it. A and L open their choice for one as well:
 * the row that has the focus, otherwise the open conversation.
 */
function useBulkCommands({ chosen, rows, bulk, setAsking }: CommandParts): void {
  const store = useAppStore();
  const several = chosen.size > 0;
  const ids = [...chosen];
  const target = (): number | null => {
    const active = document.activeElement;
    const onRow = active instanceof HTMLElement && active.dataset['conversationId'] !== undefined;
    return onRow ? (rows.current?.cursorId() ?? null) : store.getState().ui.selectedId;
  };
  const ask = (kind: BulkKind) => (): boolean => {
    const one = target();
    const meant = several ? ids : one === null ? [] : [one];
    if (meant.length > 0) setAsking({ kind, ids: meant });
    return meant.length > 0;
  };
  const anyTarget = () => several || target() !== null || ('palette.why.noConversation' as const);
  useCommand('conversation.assign', ask('assign'), anyTarget);
  useCommand('conversation.label', ask('label'), anyTarget);
  useCommand('conversation.snooze', ask('snooze'), several);
  const me = (): number | null => store.getState().workspace.info?.me.id ?? null;
  useCommand('conversation.assignMe', () => bulk.run(ids, { kind: 'assign', assigneeId: me() }), several);
  useCommand('conversation.unread', () => bulk.run(ids, { kind: 'mark-unread' }), several);
  useCommand(
    'conversation.close',
    () => bulk.run(ids, { kind: 'set-status', status: 'resolved', snoozedUntil: null }),
    several,
  );
}
