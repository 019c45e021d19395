import { Component, type ReactNode } from 'react';
import './app.css';
import { Alerts } from './features/alerts/alerts.tsx';
import { ContextPane } from './features/context/context-pane.tsx';
import { useContextOpen } from './features/context/use-context-open.ts';
import { ConversationList } from './features/conversation-list/conversation-list.tsx';
import { IntroBar } from './features/intro/intro-bar.tsx';
import { Notice } from './features/notice/notice.tsx';
import { usePaneWidths } from './features/panes/pane-widths.ts';
import { Palette } from './features/palette/palette.tsx';
import { Rail } from './features/rail/rail.tsx';
import { useAppearance } from './features/settings/use-appearance.ts';
import { ConversationCommands } from './features/shortcuts/conversation-commands.tsx';
import { DeskCommands } from './features/shortcuts/desk-commands.tsx';
import { KeyOverview } from './features/shortcuts/key-overview.tsx';
import { PaneCommands } from './features/shortcuts/pane-commands.tsx';
import { SignInPage } from './features/sign-in/sign-in-page.tsx';
import { StatusStrip } from './features/status-strip/status-strip.tsx';
import { Sweep } from './features/sweep/sweep.tsx';
import { SyncBanner } from './features/sync-banner/sync-banner.tsx';
import { ThreadPane } from './features/thread/thread-pane.tsx';
import { WorkspaceSwitcher } from './features/workspaces/workspace-switcher.tsx';
import { english, useT } from './i18n/i18n.tsx';
import { pages } from './pages.ts';
import { useApp } from './state/app-provider.tsx';
import { Button } from './ui/button.tsx';
import { EmptyState } from './ui/empty-state.tsx';

export function App() {
  useAppearance();
  const t = useT();
  const { state, error } = useApp((app) => app.workspace);
  // Nothing of it is shown before somebody signs in to it again: the PIN of the desk was forgotten.
  if (state === 'error' && error === 'signed-out') return <SignInPage />;
  if (state === 'error') {
    return (
      <main className="app-alone">
        <EmptyState icon="alert" heading="h1" title={t('gate.error.title')} text={t(`error.${error ?? 'internal'}`)}>
          {/* The others are not in trouble. */}
          <WorkspaceSwitcher />
        </EmptyState>
      </main>
    );
  }
  return (
    <CrashBoundary>
      <Desk />
    </CrashBoundary>
  );
}

/** The commands come first: what a pane registers on top of them is asked before them. */
function Desk() {
  const page = useApp((state) => state.ui.page);
  const pane = useApp((state) => state.ui.pane);
  const selectedId = useApp((state) => state.ui.selectedId);
  const selected = useApp((state) => (selectedId === null ? undefined : state.conversations.byId[selectedId]));
  const Page = page === 'inbox' ? undefined : pages[page];
  const inbox = Page === undefined;
  const widths = usePaneWidths();
  const contextOpen = useContextOpen() && inbox && selected !== undefined;
  return (
    <div
      className="app"
      data-page={inbox ? 'inbox' : 'other'}
      data-pane={pane}
      data-context={contextOpen ? 'open' : 'closed'}
    >
      <DeskCommands />
      <PaneCommands />
      <ConversationCommands />
      {inbox && <SkipLinks open={selected !== undefined} />}
      <SyncBanner />
      {inbox && <IntroBar />}
      <Sweep />
      <div className="panes" style={widths}>
        <Rail />
        {inbox && <ConversationList />}
        <main className="main">{inbox ? <ThreadPane /> : <Page />}</main>
        {contextOpen && <ContextPane conversation={selected} />}
      </div>
      <StatusStrip />
      <Notice />
      <Alerts />
      <Palette />
      <KeyOverview />
    </div>
  );
}

/** For people who go by Tab: past the rail to where the work is. */
function SkipLinks({ open }: { readonly open: boolean }) {
  const t = useT();
  return (
    <>
      <a className="skip-link" href="#list">
        {t('app.skipToList')}
      </a>
      {open && (
        <>
          <a className="skip-link" href="#conversation">
            {t('app.skipToConversation')}
          </a>
          <a className="skip-link" href="#composer">
            {t('app.skipToComposer')}
          </a>
        </>
      )}
    </>
  );
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
