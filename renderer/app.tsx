import { Component, useEffect, type ReactNode } from 'react';
import './app.css';
import { ContextPane } from './features/context/context-pane.tsx';
import { useContextOpen } from './features/context/use-context-open.ts';
import { ConversationList } from './features/conversation-list/conversation-list.tsx';
import { Notice } from './features/notice/notice.tsx';
import { Rail } from './features/rail/rail.tsx';
import { useConversationKeys } from './features/shortcuts/use-conversation-keys.ts';
import { useUndoKey } from './features/outbox/use-undo.ts';
import { StatusStrip } from './features/status-strip/status-strip.tsx';
import { SyncBanner } from './features/sync-banner/sync-banner.tsx';
import { ThreadPane } from './features/thread/thread-pane.tsx';
import { english, useT } from './i18n/i18n.tsx';
import { useApp } from './state/app-provider.tsx';
import { Button } from './ui/button.tsx';
import { EmptyState } from './ui/empty-state.tsx';

export function App() {
  useTheme();
  const t = useT();
  const { state, error } = useApp((app) => app.workspace);
  if (state === 'error') {
    return (
      <main className="app-alone">
        <EmptyState icon="alert" heading="h1" title={t('gate.error.title')} text={t(`error.${error ?? 'internal'}`)} />
      </main>
    );
  }
  return (
    <CrashBoundary>
      <Desk />
    </CrashBoundary>
  );
}

function Desk() {
  const t = useT();
  useConversationKeys();
  useUndoKey();
  const pane = useApp((state) => state.ui.pane);
  const selectedId = useApp((state) => state.ui.selectedId);
  const selected = useApp((state) => (selectedId === null ? undefined : state.conversations.byId[selectedId]));
  const contextOpen = useContextOpen() && selected !== undefined;
  return (
    <div className="app" data-pane={pane} data-context={contextOpen ? 'open' : 'closed'}>
      {selected !== undefined && (
        <>
          <a className="skip-link" href="#conversation">
            {t('app.skipToConversation')}
          </a>
          <a className="skip-link" href="#composer">
            {t('app.skipToComposer')}
          </a>
        </>
      )}
      <SyncBanner />
      <div className="panes">
        <Rail />
        <ConversationList />
        <main className="main">
          <ThreadPane />
        </main>
        {contextOpen && <ContextPane conversation={selected} />}
      </div>
      <StatusStrip />
      <Notice />
    </div>
  );
}

/** `system` leaves it to the media query in tokens.css. */
function useTheme(): void {
  const theme = useApp((state) => state.settings.theme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
  }, [theme]);
}

interface CrashState {
  readonly crashed: boolean;
}

/** A bug in one component must not leave an empty window: say that nothing is lost and offer a way on. */
class CrashBoundary extends Component<{ readonly children: ReactNode }, CrashState> {
  override state: CrashState = { crashed: false };
  static getDerivedStateFromError(): CrashState {
    return { crashed: true };
  }
  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className="app-alone" role="alert">
        <EmptyState icon="alert" heading="h1" title={english('crash.title')} text={english('crash.text')}>
          <Button onClick={() => location.reload()}>{english('crash.reload')}</Button>
        </EmptyState>
      </main>
    );
  }
}
