// First, so that the features' own styles come after them.
import './styles/tokens.css';
import './styles/reset.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import type { Client } from '../shared/contract/client.ts';
import { must } from '../shared/lang/assert.ts';
import { electronTransport } from './api/bridge.ts';
import { setUploadSession } from './api/files.ts';
import { keepSession, takePageKey } from './api/page-key.ts';
import { createWebSocketTransport } from './api/web-socket-transport.ts';
import { App } from './app.tsx';
import { DeskLock } from './features/desk-lock/desk-lock.tsx';
import { Gate, KeyMissing } from './features/gate/gate.tsx';
import { Workspaces } from './features/workspaces/workspaces.tsx';
import { AppProvider } from './state/app-provider.tsx';

const root = createRoot(must(document.getElementById('root'), 'index.html has #root'));
const bridge = electronTransport();
const desk = (client: Client) => (
  <AppProvider client={client}>
    <App />
  </AppProvider>
);

if (bridge !== null) {
  root.render(
    <DeskLock transport={bridge}>
      <Workspaces transport={bridge}>{desk}</Workspaces>
    </DeskLock>,
  );
} else {
  // A new link in this tab's address bar is the same document to a browser.
  window.addEventListener('hashchange', () => location.hash.startsWith('#t=') && location.reload());
  const secret = takePageKey({ location, history, storage: sessionStorage });
  if (secret === null) {
    root.render(<KeyMissing />);
  } else {
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const transport = createWebSocketTransport({
      url: `${scheme}//${location.host}/rpc`,
      secret,
      onSession(session) {
        keepSession(session, sessionStorage);
        setUploadSession(session);
      },
    });
    root.render(
      <Gate transport={transport}>
        <DeskLock transport={transport}>
          <Workspaces transport={transport}>{desk}</Workspaces>
        </DeskLock>
      </Gate>,
    );
  }
}
