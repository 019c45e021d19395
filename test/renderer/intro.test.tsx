import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { App } from '../../renderer/app.tsx';
import '../../renderer/styles/tokens.css';
import '../../renderer/styles/reset.css';
import '../../renderer/styles/base.css';
import '../../renderer/app.css';
import { Workspaces } from '../../renderer/features/workspaces/workspaces.tsx';
import { AppProvider } from '../../renderer/state/app-provider.tsx';
import { axeFindings } from './support/axe.ts';
import { believableDesk } from './support/believable-desk.ts';
import { aWorkspace } from './support/fixtures.ts';
import { memoryContract, type MemoryContract, type MemoryWorld } from './support/memory-contract.ts';
import { render } from './support/render.tsx';

const bar = () => page.getByRole('region', { name: 'Introduction' });
const drillDesk = () => page.getByRole('listbox', { name: 'Practice conversations' });
const todo = () => document.querySelector('.drill-do')?.getAttribute('data-stage');

/** The whole page as it starts, with the list of workspaces. */
async function openApp(change: Partial<MemoryWorld> = {}, own: Partial<Settings> = {}): Promise<MemoryContract> {
  const contract = memoryContract({
    ...believableDesk(),
    outbox: [],
    workspaces: [aWorkspace({ kind: 'practice' })],
    settings: { ...defaultSettings, ...own },
    ...change,
  });
  await render(
    <div style={{ height: '100vh' }}>
      <Workspaces transport={contract.transport}>
        {(client) => (
          <AppProvider client={client}>
            <App />
          </AppProvider>
        )}
      </Workspaces>
    </div>,
  );
  await expect.element(page.getByRole('option', { name: /Mara Singh/ })).toBeVisible();
  return contract;
}
const introduced = (contract: MemoryContract) => contract.callsOf('settings.set').at(-1)?.introduced;

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('introduction', () => {
  it('is offered to who is new in a line that covers nothing, and goes for good when told', async () => {
    const contract = await openApp();
    await expect.element(bar()).toBeVisible();
    await page.getByRole('option', { name: /Mara Singh/ }).click();
    await expect.element(page.getByRole('log')).toBeVisible();
    await bar().getByRole('button', { name: 'Not now' }).click();
    await expect.element(bar()).not.toBeInTheDocument();
    expect(introduced(contract)).toEqual(['welcome', 'computer', 'notifications', 'window', 'drill']);
  });

  it.each([
    ['has a server', { workspaces: [aWorkspace()] }, {}],
    ['has set something', {}, { density: 'compact' as const }],
    ['has something unsent', { workspaces: [aWorkspace({ kind: 'practice', unsent: 1 })] }, {}],
  ])('never comes by itself to who %s', async (_who, world, own) => {
    await openApp(world, own);
    expect(bar().query()).toBeNull();
  });

  it('can be left, goes on where it was, and says only what is true of this computer', async () => {
    const contract = await openApp({ vault: 'file' });
    await bar().getByRole('button', { name: 'Show me' }).click();
    await page.getByRole('button', { name: 'Look around in the practice workspace' }).click();
    await expect.element(page.getByText(/These files are not encrypted yet/)).toBeVisible();
    await expect.element(page.getByText(/not encrypted: every program you run could read it/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(introduced(contract)).toEqual(['welcome']);
    await expect.element(bar().getByText('4 steps of the introduction are left.')).toBeVisible();
    await bar().getByRole('button', { name: 'Go on' }).click();
    await expect.element(page.getByRole('heading', { name: 'This computer' })).toBeVisible();
  });

  it('leads to the team’s own server', async () => {
    await openApp();
    await bar().getByRole('button', { name: 'Show me' }).click();
    await page.getByRole('button', { name: 'Sign in to your team’s server' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Server' })).toBeVisible();
  });

  it('shows the ring of the first real conversation', async () => {
    await openApp({}, { introduced: ['welcome', 'computer', 'notifications'] });
    await bar().getByRole('button', { name: 'Go on' }).click();
    await expect.element(page.getByText('From your list, right now:')).toBeVisible();
    await expect.poll(() => document.querySelector('.intro-row .window-chip')?.textContent).toMatch(/23/);
  });
});

async function openDrill(own: Partial<Settings> = {}): Promise<MemoryContract> {
  const contract = await openApp({}, { introduced: ['welcome', 'computer', 'notifications', 'window'], ...own });
  await bar().getByRole('button', { name: 'Go on' }).click();
  await expect.element(drillDesk()).toBeVisible();
  await expect.poll(() => document.activeElement?.textContent).toMatch(/Jonas Weber/);
  return contract;
}

describe('sixty-second drill', () => {
  it('goes from J to the template without the mouse, and reaches nobody', async () => {
    const contract = await openDrill();
    const before = contract.calls.length;
    await userEvent.keyboard('j');
    await expect.poll(todo).toBe('reply');
    await userEvent.keyboard('r');
    await expect.element(page.getByRole('textbox', { name: 'Reply to Mara Singh' })).toHaveFocus();
    await userEvent.keyboard('It comes on Thursday.{Control>}{Enter}{/Control}');
    await expect.poll(todo).toBe('mention');
    await expect
      .element(page.getByText('The 24-hour window closed. WhatsApp only accepts a template now.'))
      .toBeVisible();
    await userEvent.keyboard('@');
    await expect.element(page.getByRole('textbox', { name: 'Internal note, only your team' })).toHaveFocus();
    await expect.element(page.getByRole('option', { name: /Ana Ferreira/ })).toBeVisible();
    await userEvent.keyboard('{Enter}please look{Control>}{Enter}{/Control}');
    await expect.poll(todo).toBe('template');
    await userEvent.keyboard('{Control>}{Shift>}P{/Shift}{/Control}');
    await expect.poll(todo).toBe('choose');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect
      .element(page.getByText('You just answered, noted and re-opened a chat without the mouse.'))
      .toBeVisible();
    await expect.poll(() => introduced(contract)).toContain('drill');
    const named = contract.calls.slice(before).map(({ name }) => name);
    expect(named.filter((name) => /^(replies|notes|templates|drafts|conversations|outbox)\./.test(name))).toEqual([]);
  });

  it('takes no plain text once the window has closed', async () => {
    await openDrill();
    await userEvent.keyboard('j');
    await userEvent.keyboard('r');
    await expect.element(page.getByRole('textbox', { name: 'Reply to Mara Singh' })).toHaveFocus();
    await userEvent.keyboard('Thursday.{Control>}{Enter}{/Control}');
    await expect.poll(todo).toBe('mention');
    await userEvent.keyboard('And one more{Control>}{Enter}{/Control}');
    await expect.poll(() => document.querySelectorAll('.drill-message').length).toBe(2);
    expect(todo()).toBe('mention');
  });

  it('follows the person’s own keys, and says when single keys are off', async () => {
    const contract = await openDrill({ singleKeys: false, keys: { 'composer.send': 'Mod+Shift+S' } });
    await expect.element(page.getByText(/^Single keys are switched off/)).toBeVisible();
    await userEvent.keyboard('j');
    expect(todo()).toBe('next');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(() => document.querySelector('.drill-do strong')?.textContent).toMatch(/press Ctrl\+Shift\+S$/);
    await page.getByRole('button', { name: 'Switch them on' }).click();
    expect(contract.callsOf('settings.set').at(-1)).toEqual({ singleKeys: true });
  });

  it('starts again from the settings', async () => {
    await openApp({}, { introduced: ['welcome', 'computer', 'notifications', 'window', 'drill'] });
    await userEvent.keyboard('{Control>},{/Control}');
    await page.getByRole('button', { name: 'Start it again' }).click();
    await expect.element(page.getByRole('heading', { name: 'Welcome to Latchkey' })).toBeVisible();
  });

  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('axe finds nothing on any step (%s, %i px)', async (theme, width) => {
    const contract = await openApp();
    document.documentElement.dataset['theme'] = theme;
    await page.viewport(width, 720);
    expect(await axeFindings('.intro-bar')).toEqual([]);
    await bar().getByRole('button', { name: 'Show me' }).click();
    expect(await axeFindings(document)).toEqual([]);
    await page.getByRole('button', { name: 'Look around in the practice workspace' }).click();
    for (const name of ['This computer', 'Do notifications reach you?', 'The ring is the 24-hour window']) {
      await expect.element(page.getByRole('heading', { name, exact: true })).toBeVisible();
      expect(await axeFindings(document)).toEqual([]);
      await page.getByRole('button', { name: 'Next' }).click();
    }
    await expect.poll(() => document.activeElement?.textContent).toMatch(/Jonas Weber/);
    await userEvent.keyboard('j');
    await userEvent.keyboard('r');
    await expect.element(page.getByRole('textbox', { name: 'Reply to Mara Singh' })).toHaveFocus();
    await userEvent.keyboard('x{Control>}{Enter}{/Control}');
    await expect.poll(todo).toBe('mention');
    await userEvent.keyboard('@');
    await expect.element(page.getByRole('option', { name: /Ana Ferreira/ })).toBeVisible();
    expect(await axeFindings(document)).toEqual([]);
    expect(contract.callsOf('notes.add')).toEqual([]);
  });
});
