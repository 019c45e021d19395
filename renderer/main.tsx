// First, so that the features' own styles come after them.
import './styles/tokens.css';
import './styles/reset.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import type { Client } from '../shared/contract/client.ts';
import { must } from '../shared/lang/assert.ts';
import { electronTransport } from './api/bridge.ts';
import { setFileKeys } from './api/files.ts';
import { takePageKey } from './api/page-key.ts';
import { createWebSocketTransport } from './api/web-socket-transport.ts';
import { App } from './app.tsx';
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
  root.render(<Workspaces transport={bridge}>{desk}</Workspaces>);
} else {
  const token = takePageKey({ location, history, storage: sessionStorage });
  if (token === null) {
    root.render(<KeyMissing />);
  } else {
    setFileKeys({ page: token });
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const transport = createWebSocketTransport({
      url: `${scheme}//${location.host}/rpc`,
      token,
      onFileKey: (file) => setFileKeys({ file }),
    });
    root.render(
      <Gate transport={transport}>
        <Workspaces transport={transport}>{desk}</Workspaces>
      </Gate>,
    );
  }
}
