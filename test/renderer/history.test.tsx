import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KeptText } from '../../shared/contract/entities.ts';
import { aMessage, hour, serverNow } from './support/fixtures.ts';
import { expectText } from './support/expect-text.ts';
import { field, mode, openDesk } from './support/whole-desk.tsx';

const kept: readonly KeptText[] = [
  {
    id: '1',
    conversationId: 1,
    audience: 'customer',
    text: 'We could send a courier.',
    files: [],
    keptAt: serverNow - hour,
    why: 'cancelled',
  },
  {
    id: '2',
    conversationId: 1,
    audience: 'team',
    text: 'Ask the workshop first.',
    files: [],
    keptAt: serverNow - 2 * hour,
    why: 'replaced',
  },
  {
    id: '3',
    conversationId: 2,
    audience: 'customer',
    text: 'Of somebody else',
    files: [],
    keptAt: serverNow,
    why: 'discarded',
  },
];
const dialog = () => page.getByRole('dialog', { name: 'Earlier texts' });
const entry = (text: string) => dialog().getByRole('listitem').filter({ hasText: text });

async function openHistory(history: readonly KeptText[]) {
  await page.viewport(1280, 800);
  const contract = await openDesk({ messages: new Map([[1, [aMessage()]]]), history: [...history] });
  return { contract, show: () => page.getByRole('button', { name: 'Earlier texts' }).click() };
}

test('lists what was not sent in this conversation: whose it was, when and why', async () => {
  const { show } = await openHistory(kept);
  await show();
  await expectText(entry('We could send a courier.'), /To customercancelled \d/);
  await expectText(entry('Ask the workshop first.'), /Internal notereplaced \d/);
  await expect.element(dialog().getByText('Of somebody else')).not.toBeInTheDocument();
});

test('a text goes behind the draft of its own audience and no other', async () => {
  const { contract, show } = await openHistory(kept);
  field().focus();
  await userEvent.keyboard('Hello Mara.');
  await show();
  await entry('Ask the workshop first.').getByRole('button', { name: 'Put into the note' }).click();
  await expect.poll(mode).toBe('note');
  expect(field().value).toBe('Ask the workshop first.');
  await expect.poll(() => document.activeElement).toBe(field());
  await show();
  await entry('We could send a courier.').getByRole('button', { name: 'Put into the reply' }).click();
  await expect.poll(mode).toBe('reply');
  expect(field().value).toBe('Hello Mara.\nWe could send a courier.');
  expect(field().selectionStart).toBe(field().value.length);
  await expect.poll(() => contract.world.drafts.get('1:team')?.text).toBe('Ask the workshop first.');
  await expect.poll(() => contract.world.drafts.get('1:customer')?.text).toBe('Hello Mara.\nWe could send a courier.');
  expect(contract.world.outbox).toEqual([]);
});

test('its files are named, and come back with it; a file alone as well', async () => {
  const photo = { id: '7d6a4a9e-0000-4000-8000-000000000001', name: 'door.jpg', type: 'image/jpeg', sizeBytes: 2048 };
  const alone = { ...photo, id: '7d6a4a9e-0000-4000-8000-000000000002', name: 'bill.pdf', type: 'application/pdf' };
  const about = { conversationId: 1, audience: 'customer', keptAt: serverNow - hour } as const;
  const { contract, show } = await openHistory([
    { ...about, id: '1', text: 'Here is the door.', files: [photo], why: 'replaced' },
    { ...about, id: '2', text: '', files: [alone], why: 'discarded' },
  ]);
  await show();
  await expectText(entry('Here is the door.').getByRole('list', { name: 'Files kept with it' }), /door\.jpg2 kB/);
  await entry('door.jpg').getByRole('button', { name: 'Put into the reply' }).click();
  const stored = () => contract.world.drafts.get('1:customer');
  await expect.poll(() => stored()?.files).toEqual([photo]);
  await show();
  await expect.element(entry('bill.pdf').getByRole('button', { name: 'Copy' })).not.toBeInTheDocument();
  await entry('bill.pdf').getByRole('button', { name: 'Put into the reply' }).click();
  await expect.poll(() => stored()?.files).toEqual([photo, alone]);
  expect(stored()?.text).toBe('Here is the door.');
});

test('says so when there is nothing, or when it could not be read', async () => {
  const { contract, show } = await openHistory([]);
  await show();
  await expect.element(dialog().getByText('No earlier texts')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  contract.refuse('drafts.history', 'storage');
  await show();
  await expectText(dialog().getByRole('alert'), /The local database refused/);
});
