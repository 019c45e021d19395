import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { StatusStrip } from '../../renderer/features/status-strip/status-strip.tsx';
import { SyncBanner } from '../../renderer/features/sync-banner/sync-banner.tsx';
import type { SyncStatus } from '../../shared/contract/sync.ts';
import { aClock, liveSync, minute, serverNow, settings } from './support/fixtures.ts';
import { expectText } from './support/expect-text.ts';
import { memoryContract, type MemoryContract } from './support/memory-contract.ts';
import { renderOver } from './support/render-page.tsx';

const both = (
  <>
    <SyncBanner />
    <StatusStrip />
  </>
);
const offline: SyncStatus = {
  ...liveSync,
  state: 'backing-off',
  problem: 'offline',
  lastLiveAt: serverNow - 20 * minute,
  offlineSince: serverNow - 13 * minute,
};
const connection = () => page.getByRole('status').last();

function change(contract: MemoryContract, sync: SyncStatus): void {
  contract.world.sync = sync;
  contract.emit({ name: 'sync.changed', data: { revision: 1 } });
}

describe('status strip', () => {
  it('says that all is well, with server time and the account', async () => {
    await renderOver(memoryContract(), both);
    await expectText(connection(), '● Up to date');
    await expect.element(page.getByText(/^Server time \d/)).toBeVisible();
    await expect.element(page.getByText('Robin Vos · Tidewater Cycles')).toBeVisible();
  });

  it.each([
    [{ ...offline }, /^○ Offline since \d/],
    [{ ...offline, problem: 'server-down' }, /^△ Server not answering/],
    [{ ...offline, problem: 'rate-limited' }, /^◔ Server asks us to slow down/],
    [{ ...offline, problem: 'bad-response' }, /^△ Wrong answer from the server/],
    [{ ...offline, problem: 'captive-portal' }, /^△ Network needs sign-in/],
    [{ ...offline, problem: 'proxy' }, /^△ Proxy in the way/],
    [{ ...offline, problem: 'refused' }, /^! Server refuses this account/],
    [{ ...offline, state: 'signed-out', problem: 'signed-out' }, /^! Sign in again/],
    [{ ...liveSync, state: 'catching-up', progress: { done: 214, total: 900 } }, /^◐ Syncing 214 of 900/],
    [{ ...liveSync, state: 'connecting' }, /^◐ Connecting/],
  ] satisfies [SyncStatus, RegExp][])('names the state %#', async (sync, words) => {
    await renderOver(memoryContract({ sync }), both);
    await expectText(connection(), words);
  });

  it.each([
    ['server-down', /^Server not answering: 127\.0\.0\.1:4010 gives an error/],
    ['rate-limited', /^127\.0\.0\.1:4010 asks us to slow down/],
    ['bad-response', /^Something else answers in place of 127\.0\.0\.1:4010/],
    ['captive-portal', /^This network wants a sign-in page first/],
    ['proxy', /^A proxy on the way to 127\.0\.0\.1:4010/],
    ['refused', /^127\.0\.0\.1:4010 answers, but refuses your account/],
  ] as const)('explains %s in the bar, says since when, and tries again when asked', async (problem, words) => {
    const contract = memoryContract({ sync: { ...offline, problem, retryAt: serverNow + minute } });
    await renderOver(contract, both);
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(page.getByText(/^In step until \d/)).toBeVisible();
    await expect.element(page.getByText(/^Next try \d/)).toBeVisible();
    await page.getByRole('button', { name: 'Retry now' }).click();
    await expect.poll(() => contract.callsOf('sync.retry')).toHaveLength(1);
  });

  it('offers to sign in when the session ended', async () => {
    await renderOver(memoryContract({ sync: { ...offline, state: 'signed-out', problem: 'signed-out' } }), both);
    await expect.element(page.getByText(/^Your session ended/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  });

  it('leads to the details of the last failure', async () => {
    const sync = { ...offline, problem: 'server-down' as const, lastError: 'GET /api 502' };
    await renderOver(memoryContract({ sync }), both);
    await expect.element(page.getByRole('button', { name: 'Details' })).toHaveAttribute('title', 'GET /api 502');
  });

  it('shows the text size only where it is not the usual one, and leads back', async () => {
    const contract = memoryContract({ settings: { ...settings, zoom: 150 } });
    await renderOver(contract, both);
    await page.getByRole('button', { name: '150 %' }).click();
    await expect.element(page.getByRole('button', { name: '150 %' })).not.toBeInTheDocument();
    expect(contract.callsOf('settings.set')).toEqual([{ zoom: 100 }]);
  });

  it('follows the connection, and brings the bar only after five seconds', async () => {
    const contract = memoryContract();
    await renderOver(contract, both);
    await expectText(connection(), 'Up to date');
    change(contract, { ...offline, offlineSince: serverNow });
    await expectText(connection(), /Offline since/);
    await expect.element(page.getByText(/^You are offline/)).not.toBeInTheDocument();
    contract.world.clock = aClock({ serverNow: serverNow + 5_500 });
    contract.emit({ name: 'clock.changed', data: { revision: 2 } });
    await expect.element(page.getByText(/^You are offline/)).toBeVisible();
    await page.getByRole('button', { name: 'Retry now' }).click();
    await expect.poll(() => contract.callsOf('sync.retry')).toHaveLength(1);
    change(contract, liveSync);
    await expect.element(page.getByText(/^You are offline/)).not.toBeInTheDocument();
  });

  it('says that the computer’s clock is off, or that nobody knows the time', async () => {
    const contract = memoryContract({ clock: aClock({ computerClockErrorMs: 4 * minute + 10_000 }) });
    await renderOver(contract, both);
    await expect.element(page.getByText('? Clock 4 min fast')).toBeVisible();
    contract.world.clock = aClock({ confidence: 'unknown' });
    contract.emit({ name: 'clock.changed', data: { revision: 1 } });
    await expect.element(page.getByText('? Clock not verified')).toBeVisible();
  });

  it('reads everything again when the wire to the core comes back', async () => {
    const contract = memoryContract();
    await renderOver(contract, both);
    contract.setConnected(false);
    await expectText(connection(), 'Reconnecting to Latchkey');
    contract.world.sync = { ...liveSync, state: 'catching-up', progress: { done: 1, total: 2 } };
    contract.setConnected(true);
    await expectText(connection(), 'Syncing 1 of 2');
  });
});
