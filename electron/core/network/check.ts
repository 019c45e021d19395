/** "Test the connection": one question to the server and one to its cable, as the desk asks them, and what came of it. */
import { z } from 'zod';
import { findingOf, wordsOf, type NetworkFindingCode } from '../../../shared/network/doctor.ts';
import { parseJson } from '../../../shared/lang/json.ts';
import type { Clock, FetchLike, OpenWebSocket } from '../ports.ts';
import { listenTo } from './listen-to.ts';
import type { NetworkControl } from './network.ts';

export interface NetworkCheck {
  /** Such as `http://proxy.example:3128`; null: none. */
  readonly proxy: string | null;
  /** Null: the whole way is free. */
  readonly finding: NetworkFindingCode | null;
  /** For whoever helps; technical English, no secret. */
  readonly detail: string;
}

export interface CheckPorts {
  readonly fetch: FetchLike;
  readonly openWebSocket: OpenWebSocket;
  readonly clock: Clock;
  readonly network: NetworkControl;
}

const waitMs = 15_000;

/** `GET /api` is for everybody (chatwoot-api §1): no token is shown. */
const Hello = z.object({ version: z.string() });
/** The first frame of ActionCable. */
const Welcome = z.object({ type: z.literal('welcome') });

export async function checkNetwork(ports: CheckPorts, serverUrl: string): Promise<NetworkCheck> {
  const choice = await ports.network.proxyFor(serverUrl).catch(() => null);
  const proxy = choice === null || choice.kind === 'direct' ? null : choice.kind === 'proxy' ? choice.url : choice.what;
  const problem = await ports.network.problem();
  if (problem !== null) return { proxy, finding: problem, detail: '' };
  const asked = await ask(ports, `${serverUrl}/api`, proxy !== null);
  if (asked.finding !== null) return { proxy, ...asked };
  const isLive = await within(ports.clock, false, (settle) => listen(ports, serverUrl, settle));
  return { proxy, finding: isLive ? null : 'no-live', detail: asked.detail };
}

async function ask({ fetch, clock }: CheckPorts, url: string, viaProxy: boolean): Promise<Omit<NetworkCheck, 'proxy'>> {
  const abort = new AbortController();
  const late = { finding: 'timeout' as const, detail: `no answer in ${waitMs} ms` };
  return within<Omit<NetworkCheck, 'proxy'>>(clock, late, (settle) => {
    const init: RequestInit = { redirect: 'manual', credentials: 'omit', cache: 'no-store', signal: abort.signal };
    fetch(url, init)
      .then(async (response) => judge(response, await response.text()))
      .catch((error: unknown) => {
        const words = wordsOf(error);
        return { finding: findingOf({ words, viaProxy }), detail: words.slice(0, 300) };
      })
      .then(settle, () => settle(late));
    return () => abort.abort();
  });
}

function judge({ status }: Response, text: string): Omit<NetworkCheck, 'proxy'> {
  const detail = `HTTP ${status}`;
  if (status === 407) return { finding: 'proxy-sign-in', detail };
  // nginx lets the connection through and says it in a page.
  if (status >= 400 && /SSL certificate/i.test(text)) return { finding: 'tls-certificate-wanted', detail };
  if (status === 511 || (status < 400 && /^\s*</.test(text))) return { finding: 'portal', detail };
  if (status >= 500) return { finding: 'server-error', detail };
  if (status >= 300 && status < 400) return { finding: 'portal', detail };
  const hello = Hello.safeParse(parseJson(text));
  if (status !== 200 || !hello.success) return { finding: 'not-chatwoot', detail };
  return { finding: null, detail: `Chatwoot ${hello.data.version}` };
}

function listen({ openWebSocket }: CheckPorts, serverUrl: string, settle: (isLive: boolean) => void): () => void {
  const socket = openWebSocket(`${serverUrl.replace(/^http/, 'ws')}/cable`, ['actioncable-v1-json']);
  listenTo(socket, {
    onmessage: ({ data }) => {
      if (typeof data === 'string' && Welcome.safeParse(parseJson(data)).success) settle(true);
    },
    onclose: () => settle(false),
  });
  return () => socket.close();
}

/** `late` after a while. What `start` answers is called at the end, however it came. */
async function within<T>(clock: Clock, late: T, start: (settle: (value: T) => void) => () => void): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = clock.schedule(waitMs, () => resolve(late));
  const end = start(resolve);
  try {
    return await promise;
  } finally {
    timer.cancel();
    end();
  }
}
