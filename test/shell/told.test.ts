/** From a customer's message to the agent's screen and back, through the whole shell and a real server. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import { startQuiet } from '../contract/practice-client.ts';
import { customerWrites } from '../e2e/models/server.ts';
import { leaveHome, makeHome, quit, startShell, type Run } from './whole-shell.ts';

const patience = { timeout: 20_000, interval: 100 };
let home: string;
let server: PracticeServer;
let run: Run;

beforeEach(async () => {
  home = makeHome();
  server = await startQuiet({ random: Math.random });
  const alerts = { ...defaultSettings.alerts, whose: 'all' as const, privacy: 'text' as const };
  run = startShell(
    home,
    {
      server: { url: server.url, token: server.apiAccessToken },
      openPreferences: () => ({ store: { ...defaultSettings, alerts, undoSeconds: 0 } }),
    },
    { platform: 'win32' },
  );
  await run.fake.ready();
  await run.running;
  // Before the first sync is over nothing is news, so somebody writes until it is told.
  await vi.waitFor(
    async () => {
      await customerWrites(server, 'Hello?', { name: 'Somebody Else', number: '16505559999' });
      await vi.waitFor(() => expect(made().length).toBeGreaterThan(0), { timeout: 3_000, interval: 100 });
    },
    { timeout: 40_000, interval: 100 },
  );
}, 60_000);
afterEach(async () => {
  await quit(run);
  await server.stop();
  leaveHome(home);
}, 60_000);

const made = () => run.fake.notifications.made;
const sent = (text: string): boolean =>
  server.requests.some(({ body }) => (body as { content?: unknown } | null)?.content === text);

test(
  'a message is shown, an answer in it goes out, and a click opens the conversation',
  { timeout: 60_000 },
  async () => {
    run.fake.windows[0]?.minimize();
    await customerWrites(server, 'Is my bike ready?');
    await vi.waitFor(() => expect(made().at(-1)?.options.body).toBe('Is my bike ready?'), patience);
    expect(made().at(-1)?.options).toMatchObject({ hasReply: true, title: 'Sheena Nelson' });

    made().at(-1)?.emit('reply', {}, 'Tomorrow at ten.');
    await vi.waitFor(() => expect(sent('Tomorrow at ten.')).toBe(true), patience);
    expect(run.fake.windows[0]?.isMinimized()).toBe(true);

    await customerWrites(server, 'Wonderful!');
    await vi.waitFor(() => expect(made().at(-1)?.options.body).toBe('Wonderful!'), patience);
    made().at(-1)?.emit('click', {});
    await vi.waitFor(() => expect(run.fake.windows[0]?.isMinimized()).toBe(false), patience);
    const told = () => run.fake.windows[0]?.webContents.sent.map(({ args }) => args[1]);
    await vi.waitFor(() => expect(told()).toContain('navigation.changed'), patience);
  },
);
