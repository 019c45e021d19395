/** Alerts from a real server to the page and to a notifier: what is told, what is not, and what becomes of an answer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import type { ShownAlert } from '../../shared/contract/alerts.ts';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import { customerWrites } from '../e2e/models/server.ts';
import { openCore, type TestCore } from './accounts-support.ts';
import { startQuiet } from './practice-client.ts';

let folder: string;
let server: PracticeServer;
let core: TestCore;
let id: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-alerts-'));
  server = await startQuiet({ random: Math.random });
  core = await openCore(folder);
  id = await core.enter(server);
  await core.untilLive(id);
  const alerts = { ...defaultSettings.alerts, whose: 'all' as const, privacy: 'text' as const };
  await core.call(null, 'settings.set', { alerts });
});
afterEach(async () => {
  await core.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const shown = async (): Promise<ShownAlert[]> => (await core.call(null, 'alerts.list', {})).alerts;
const told = async (alertId: string): Promise<boolean> => (await shown()).some((one) => one.id === alertId);

describe('without notifications of the system', () => {
  it('the page says it, following it leads there once, and reading it takes it away', async () => {
    const first = await customerWrites(server, 'Is anybody there?');
    await core.until('it is told', () => told(`message-${first}`));
    const alert = (await shown()).find((one) => one.id === `message-${first}`);
    expect(alert).toMatchObject({ workspaceId: id, action: 'open', title: { key: 'notify.message.title' } });
    await core.call(null, 'alerts.act', { workspaceId: id, id: `message-${first}` });
    expect(await shown()).not.toContainEqual(expect.objectContaining({ id: `message-${first}` }));
    const to = { kind: 'conversation', workspaceId: id, conversationId: first, intent: 'read' };
    expect(await core.call(null, 'navigation.take', { shown: 'another' })).toEqual({ to });
    expect(await core.call(null, 'navigation.take', { shown: id })).toEqual({ to });
    expect(await core.call(null, 'navigation.take', { shown: id })).toEqual({ to: null });

    await customerWrites(server, 'Hello?');
    await core.until('it is told again', () => told(`message-${first}`));
    await core.call(id, 'conversations.open', { conversationId: first });
    await core.until('it is taken away', async () => !(await told(`message-${first}`)));
  }, 30_000);

  it('nothing is said of the conversation in front of the person, until they look away', async () => {
    const first = await customerWrites(server, 'One');
    await core.until('it is told', () => told(`message-${first}`));
    await core.call(null, 'alerts.dismiss', { workspaceId: id, id: `message-${first}` });
    await core.call(id, 'presence.look', { conversationId: first });
    await customerWrites(server, 'Two');
    const second = await customerWrites(server, 'From somebody else', {
      name: 'Somebody Else',
      number: '16505559999',
    });
    await core.until('the other one is told', () => told(`message-${second}`));
    expect(await told(`message-${first}`)).toBe(false);
    await core.call(id, 'presence.look', { conversationId: null });
    await customerWrites(server, 'Three');
    await core.until('it is told', () => told(`message-${first}`));
  }, 30_000);

  it('the doctor says why the system shows nothing', async () => {
    expect(await core.call(null, 'alerts.test', {})).toEqual({ shown: false });
    const { findings } = await core.call(null, 'alerts.check', { seen: null });
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'unsupported',
        severity: 'blocks',
        fix: expect.objectContaining({ key: 'doctor.unsupported.fix' }),
      }),
    ]);
  });

  it('a silence is kept in the settings', async () => {
    const before = Date.now();
    const { alerts } = await core.call(null, 'alerts.doNotDisturb', { until: 'hour' });
    expect(alerts.doNotDisturbUntil).toBeGreaterThanOrEqual(before + 3_600_000);
    expect((await core.call(null, 'settings.get', {})).alerts).toEqual(alerts);
    expect((await core.call(null, 'alerts.doNotDisturb', { until: 'off' })).alerts.doNotDisturbUntil).toBeNull();
  });
});
