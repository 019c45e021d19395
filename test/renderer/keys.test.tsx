import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeFindings } from './support/axe.ts';
import { focusOn } from './support/focus-on.ts';
import { believableDesk } from './support/believable-desk.ts';
import { settings } from './support/fixtures.ts';
import { field, openDesk } from './support/whole-desk.tsx';

const focused = () => document.activeElement;
const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
/** Out of every text field, so that single keys count. */
const leaveFields = () => (focused() instanceof HTMLElement ? (focused() as HTMLElement).blur() : undefined);

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('keys of the desk', () => {
  it('goes to pages and views, and back', async () => {
    const contract = await openDesk(believableDesk());
    await userEvent.keyboard('{Control>},{/Control}');
    await expect.element(heading('Settings')).toBeVisible();
    await expect.poll(() => focused()?.textContent).toBe('Settings');
    await userEvent.keyboard('{Control>}{Shift>}O{/Shift}{/Control}');
    await expect.element(heading('Outbox')).toBeVisible();
    await userEvent.keyboard('{Control>}2{/Control}');
    await expect.element(page.getByRole('listbox')).toBeVisible();
    expect(contract.callsOf('conversations.list').at(-1)).toMatchObject({ view: 'mine' });
  });

  it('reads sequences, shows that one has begun, and forgets it after a while', async () => {
    const contract = await openDesk(believableDesk());
    leaveFields();
    await userEvent.keyboard('g');
    await expect.element(page.getByText('G then…')).toBeVisible();
    await userEvent.keyboard('c');
    await expect.element(page.getByText('G then…')).not.toBeInTheDocument();
    await expect.poll(() => contract.callsOf('conversations.list').at(-1)).toMatchObject({ view: 'closing' });
    await userEvent.keyboard('g');
    await expect.element(page.getByText('G then…')).toBeVisible();
    await expect.element(page.getByText('G then…')).not.toBeInTheDocument();
    await userEvent.keyboard('go');
    await expect.element(heading('Outbox')).toBeVisible();
  });

  it('leaves letters alone in text fields, with AltGr, and during a composition', async () => {
    await openDesk(believableDesk());
    field().focus();
    await userEvent.keyboard('go?');
    expect(field().value).toBe('go?');
    leaveFields();
    const press = (change: KeyboardEventInit) => {
      const event = new KeyboardEvent('keydown', { key: '?', bubbles: true, cancelable: true, ...change });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(press({ altKey: true, ctrlKey: true })).toBe(false);
    expect(press({ isComposing: true })).toBe(false);
    expect(press({ keyCode: 229 })).toBe(false);
    expect(press({ modifierAltGraph: true })).toBe(false);
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).not.toBeInTheDocument();
    expect(press({})).toBe(true);
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  });

  it('shows all keys as they are now, without axe finding anything', async () => {
    await openDesk({ ...believableDesk(), settings: { ...settings, keys: { 'conversation.close': 'B' } } });
    await userEvent.keyboard('{F1}');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await expect.element(dialog.getByText('Close or reopen')).toBeVisible();
    const line = dialog.getByText('Close or reopen').element().closest('.key-line');
    expect(line?.querySelector('kbd')?.textContent).toBe('B');
    await expect.element(dialog.getByText('Show Mine')).toBeVisible();
    expect(await axeFindings('dialog')).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
  });

  it('goes round the panes with F6, in both directions', async () => {
    await openDesk(believableDesk());
    const pane = () =>
      ['rail', 'list-pane', 'context-pane', 'strip'].find((name) => focused()?.closest(`.${name}`)) ??
      (focused()?.closest('[role=log]') ? 'thread' : focused()?.closest('#composer') ? 'composer' : 'none');
    const forwards: string[] = [];
    await focusOn(page.getByRole('navigation').getByRole('button').first());
    for (let step = 0; step < 6; step += 1) {
      await userEvent.keyboard('{F6}');
      forwards.push(pane());
    }
    expect(forwards).toEqual(['list-pane', 'thread', 'composer', 'context-pane', 'strip', 'rail']);
    await userEvent.keyboard('{Shift>}{F6}{/Shift}');
    expect(pane()).toBe('strip');
  });

  it('makes the text larger and smaller, and lays out for what is left', async () => {
    const contract = await openDesk(believableDesk());
    const size = () => getComputedStyle(document.documentElement).fontSize;
    expect(size()).toBe('16px');
    await userEvent.keyboard('{Control>}+{/Control}');
    await expect.poll(size).toBe('17.6px');
    contract.world.settings = { ...contract.world.settings, zoom: 175 };
    contract.emit({ name: 'settings.changed', data: { revision: 1 } });
    await expect.poll(size).toBe('28px');
    await userEvent.keyboard('{Control>}+{/Control}');
    await expect.poll(size).toBe('32px');
    expect(document.documentElement.dataset['width']).toBe('narrow');
    await expect.poll(() => page.getByRole('listbox').query()).toBeNull();
    await userEvent.keyboard('{Control>}0{/Control}');
    await expect.poll(size).toBe('16px');
  });

  it('single keys can be switched off', async () => {
    const contract = await openDesk({ ...believableDesk(), settings: { ...settings, singleKeys: false } });
    leaveFields();
    await userEvent.keyboard('e?');
    await userEvent.keyboard('{F1}');
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await expect.element(page.getByText('Single keys are switched off in the settings.')).toBeVisible();
    expect(contract.callsOf('conversations.act')).toEqual([]);
  });
});
