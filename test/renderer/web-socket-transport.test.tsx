import { describe, expect, it, vi } from 'vitest';
import { keepSession, takePageKey } from '../../renderer/api/page-key.ts';
import { createWebSocketTransport, WireBroken, type WireState } from '../../renderer/api/web-socket-transport.ts';

/** A socket that the test plays the host on. */
class FakeSocket extends EventTarget {
  readonly sent: unknown[] = [];
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.drop(1000);
  }
  accept(): void {
    this.dispatchEvent(new Event('open'));
    this.say({ type: 'welcome', session: 'session' });
  }
  say(frame: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
  }
  drop(code: number): void {
    this.dispatchEvent(new CloseEvent('close', { code }));
  }
}

function setUp() {
  const sockets: FakeSocket[] = [];
  const states: WireState[] = [];
  const sessions: string[] = [];
  const transport = createWebSocketTransport({
    url: 'ws://127.0.0.1:1/rpc',
    secret: 'link',
    onSession: (session) => sessions.push(session),
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
  });
  transport.onState((state) => states.push(state));
  const latest = (): FakeSocket => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  };
  return { transport, sockets, states, sessions, latest };
}

describe('web socket transport', () => {
  it('says hello first and matches replies by number, in any order', async () => {
    const { transport, latest, sessions } = setUp();
    latest().accept();
    expect(sessions).toEqual(['session']);
    const first = transport.call('w1', 'sync.get', {});
    const second = transport.call('w2', 'clock.get', {});
    expect(latest().sent).toEqual([
      { type: 'hello', token: 'link' },
      { type: 'call', id: 1, workspace: 'w1', name: 'sync.get', payload: {} },
      { type: 'call', id: 2, workspace: 'w2', name: 'clock.get', payload: {} },
    ]);
    latest().say({ type: 'reply', id: 2, reply: { ok: true, value: 'clock' } });
    latest().say({ type: 'reply', id: 1, reply: { ok: true, value: 'sync' } });
    expect([await first, await second]).toEqual([
      { ok: true, value: 'sync' },
      { ok: true, value: 'clock' },
    ]);
    transport.close();
  });

  it('breaks waiting calls, comes back with growing pauses, and tells that it is back', async () => {
    vi.useFakeTimers();
    try {
      const { transport, sockets, states, latest } = setUp();
      const connected: boolean[] = [];
      transport.onConnection((value) => connected.push(value));
      latest().accept();
      const call = transport.call('w1', 'sync.get', {});
      latest().drop(1006);
      await expect(call).rejects.toBeInstanceOf(WireBroken);
      await expect(transport.call('w1', 'sync.get', {})).rejects.toBeInstanceOf(WireBroken);
      vi.advanceTimersByTime(249);
      expect(sockets).toHaveLength(1);
      vi.advanceTimersByTime(1);
      expect(sockets).toHaveLength(2);
      latest().drop(1006);
      vi.advanceTimersByTime(499);
      expect(sockets).toHaveLength(2);
      vi.advanceTimersByTime(1);
      latest().accept();
      expect(states).toEqual(['waiting', 'connected', 'down', 'connected']);
      expect(connected).toEqual([true, false, true]);
      transport.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('does not try again with a key that was refused', () => {
    vi.useFakeTimers();
    try {
      const { sockets, states, latest } = setUp();
      latest().drop(4401);
      vi.advanceTimersByTime(60_000);
      expect(states).toEqual(['waiting', 'refused']);
      expect(sockets).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('hands events on until it is told to stop', () => {
    const { transport, latest } = setUp();
    const events: unknown[] = [];
    const stop = transport.on((workspace, name, data) => events.push([workspace, name, data]));
    latest().accept();
    latest().say({ type: 'event', workspace: 'w1', name: 'sync.changed', data: { revision: 1 } });
    stop();
    latest().say({ type: 'event', workspace: 'w1', name: 'sync.changed', data: { revision: 2 } });
    expect(events).toEqual([['w1', 'sync.changed', { revision: 1 }]]);
    transport.close();
  });
});

describe('page key', () => {
  it('leaves the address bar at once, and what it became survives a reload of the tab', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const shown: unknown[] = [];
    const history = {
      replaceState: (_data: unknown, _title: string, url?: string | URL | null) => void shown.push(url),
    };
    const at = (hash: string) => ({ location: { hash, pathname: '/', search: '' }, history, storage });
    expect(takePageKey(at(''))).toBeNull();
    expect(takePageKey(at('#t=abc'))).toBe('abc');
    expect(shown).toEqual(['/']);
    // Good once: nothing to come back with.
    expect(kept.size).toBe(0);
    keepSession('session', storage);
    expect(takePageKey(at(''))).toBe('session');
    expect(takePageKey(at('#t=def'))).toBe('def');
  });
});
