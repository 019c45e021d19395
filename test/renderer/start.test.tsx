import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Channel } from '../../shared/contract/entities.ts';
import { axeFindings } from './support/axe.ts';
import { believableDesk } from './support/believable-desk.ts';
import { channels, liveSync, serverNow, settings, whatsapp } from './support/fixtures.ts';
import type { MemoryContract, MemoryWorld } from './support/memory-contract.ts';
import { field, openDesk } from './support/whole-desk.tsx';

const sms: Channel = {
  ...whatsapp,
  id: 12,
  name: 'SMS desk',
  kind: 'sms',
  windowMs: null,
  capabilities: { templates: false, groups: false, calls: false },
};
const nadine = { id: 900, name: 'Nadine Kuhn', phoneNumber: '+49301234567', avatarUrl: null };
const noPhone = { id: 901, name: 'Paul Web', phoneNumber: null, avatarUrl: null };
const onServer = { id: 902, name: 'Zara Server', phoneNumber: '+31687654321', avatarUrl: null };
const offline = { ...liveSync, state: 'backing-off' as const, problem: 'offline' as const, offlineSince: serverNow };

async function openStart(change: Partial<MemoryWorld> = {}): Promise<MemoryContract> {
  const world = {
    ...believableDesk(),
    channels: [...channels, sms],
    contacts: [nadine, noPhone],
    contactsOnServer: [onServer],
  };
  const contract = await openDesk({ ...world, ...change });
  await page.getByRole('button', { name: 'Start a conversation' }).click();
  await expect.element(search()).toHaveFocus();
  return contract;
}
const search = () => page.getByRole('searchbox', { name: 'Name or number' });
const go = (name: string) => page.getByRole('button', { name });

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('start a conversation', () => {
  it('by keys alone: a customer of this device, WhatsApp, and the template picker as the first message', async () => {
    const contract = await openStart();
    await userEvent.keyboard('kuhn');
    await expect.element(page.getByRole('button', { name: /^Nadine Kuhn/ })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await page.getByRole('radio', { name: /^Support/ }).click();
    await go('Choose the first template').click();
    await expect
      .poll(() => contract.callsOf('conversations.start'))
      .toEqual([{ to: { contactId: 900 }, channelId: whatsapp.id }]);
    await expect.element(page.getByRole('heading', { name: 'Nadine Kuhn' }).first()).toBeVisible();
    await expect.element(page.getByRole('dialog').getByText('order_update')).toBeVisible();
  });

  it('says which channels are possible, why others are not, and that an SMS costs extra', async () => {
    const contract = await openStart();
    await search().fill('Paul');
    await page.getByRole('button', { name: /^Paul Web/ }).click();
    await expect.element(page.getByRole('radio', { name: /^Support/ })).toBeDisabled();
    await expect.element(page.getByText(/phone number is not known/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Choose somebody else' }).click();
    await search().fill('Nadine');
    await page.getByRole('button', { name: /^Nadine/ }).click();
    await expect.element(page.getByText(/^Costs extra/)).toBeVisible();
    await page.getByRole('radio', { name: /^SMS desk/ }).click();
    await go('Write the SMS').click();
    await expect.poll(() => contract.callsOf('conversations.start')[0]?.channelId).toBe(sms.id);
    await expect.poll(() => document.activeElement === field()).toBe(true);
  });

  it('rules WhatsApp out where no template can be sent', async () => {
    await openStart({ templates: [] });
    await search().fill('Nadine');
    await page.getByRole('button', { name: /^Nadine/ }).click();
    await expect.element(page.getByText(/has none that can be sent/)).toBeVisible();
    await expect.element(page.getByRole('radio', { name: /^Support/ })).toBeDisabled();
  });

  it('asks the server only after a pause, once, and when the device knows hardly anybody', async () => {
    const contract = await openStart();
    await userEvent.keyboard('zara');
    await expect.element(page.getByRole('button', { name: /^Zara Server/ })).toBeVisible();
    expect(contract.callsOf('contacts.searchServer')).toEqual([{ text: 'zara' }]);
    expect(contract.callsOf('contacts.search').length).toBeGreaterThan(1);
    await search().fill('c');
    await go('Look on the server').click();
    await expect.poll(() => contract.callsOf('contacts.searchServer').at(-1)).toEqual({ text: 'c' });
  });

  it('checks a new number before anything is asked', async () => {
    const contract = await openStart();
    await search().fill('06 1234 5678');
    await go('New number: 06 1234 5678').click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Ida Neu');
    await page.getByRole('radio', { name: /^Support/ }).click();
    await go('Choose the first template').click();
    await expect.element(page.getByText(/Begin with \+ and the country code/)).toBeVisible();
    expect(contract.callsOf('conversations.start')).toEqual([]);
    await page.getByRole('textbox', { name: 'Phone number' }).fill('+31 6 1234 5678');
    await go('Choose the first template').click();
    await expect
      .poll(() => contract.callsOf('conversations.start'))
      .toEqual([{ to: { name: 'Ida Neu', phoneNumber: '+31612345678' }, channelId: whatsapp.id }]);
  });

  it('offline: says what needs a connection, and keeps what was typed', async () => {
    const contract = await openStart({ sync: offline });
    await expect.element(page.getByText(/^Starting a conversation needs a connection/)).toBeVisible();
    await search().fill('+31 6 1234 5678');
    await go('New number: +31 6 1234 5678').click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Ida Neu');
    await expect.element(page.getByText('Needs a connection. Nothing that you typed is lost.')).toBeVisible();
    await userEvent.keyboard('{Enter}{Control>}1{/Control}');
    expect(contract.callsOf('conversations.start')).toEqual([]);
    await page.getByRole('button', { name: 'Start a conversation' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ida Neu');
  });

  it('stays as it is when the server refuses, with the reason', async () => {
    const contract = await openStart();
    contract.refuse('conversations.start', 'refused');
    await search().fill('Nadine');
    await page.getByRole('button', { name: /^Nadine/ }).click();
    await page.getByRole('radio', { name: /^Support/ }).click();
    await go('Choose the first template').click();
    await expect.element(page.getByText(/^The server said no/)).toBeVisible();
    await expect.element(page.getByRole('radio', { name: /^Support/ })).toBeChecked();
  });

  it('comes prefilled from the palette, and shows what there is with a customer already', async () => {
    await openDesk({ ...believableDesk(), contacts: [nadine] });
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard('kuhn');
    await expect.poll(() => document.querySelector('.palette [aria-selected=true]')?.textContent).toMatch(/^Nadine/);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Start a conversation' })).toBeVisible();
    await expect.element(page.getByText('+49301234567')).toBeVisible();
    await go('Choose somebody else').click();
    await search().fill('Mara');
    await page.getByRole('button', { name: /^Mara Singh \+91/ }).click();
    await page.getByRole('button', { name: /^Mara Singh on Support/ }).click();
    await expect.element(page.getByRole('log')).toBeVisible();
  });

  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('axe finds nothing (%s, %i px)', async (theme, width) => {
    await openStart({ settings: { ...settings, theme } });
    await page.viewport(width, 720);
    await search().fill('Nadine');
    await expect.element(page.getByRole('button', { name: /^Nadine/ })).toBeVisible();
    expect(await axeFindings(document)).toEqual([]);
    await page.getByRole('button', { name: /^Nadine/ }).click();
    await expect.element(page.getByRole('radio', { name: /^Support/ })).toBeVisible();
    expect(await axeFindings(document)).toEqual([]);
  });
});
