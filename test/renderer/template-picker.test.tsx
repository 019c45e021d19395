import { useEffect } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TemplatePicker } from '../../renderer/features/template-picker/template-picker.tsx';
import { useActions } from '../../renderer/state/app-provider.tsx';
import { aConversation, aTemplate, hour, liveSync, serverNow, windowWithLeft } from './support/fixtures.ts';
import { memoryContract, type MemoryContract, type MemoryWorld } from './support/memory-contract.ts';
import { renderOver } from './support/render-page.tsx';

const templates = [
  aTemplate({ name: 'order_update' }),
  aTemplate({ name: 'follow_up', body: 'About your question: {{1}}' }),
  aTemplate({
    name: 'delivery_photo',
    language: 'de',
    category: 'marketing',
    parameterFormat: 'named',
    header: { format: 'image' },
    body: 'Hallo {{first_name}}, dein Rad kommt am {{day}}.',
    footer: 'Tidewater Cycles',
    buttons: [
      { kind: 'url', text: 'Verfolgen', url: 'https://t.example/{{1}}' },
      { kind: 'copy-code', text: 'Code kopieren', url: null },
    ],
  }),
  aTemplate({ name: 'spring_sale', category: 'marketing', status: 'paused' }),
  aTemplate({ name: 'a_rejected_one', status: 'rejected' }),
];

function Opener({ text, replaces }: { readonly text: string; readonly replaces: string | null }) {
  const actions = useActions();
  useEffect(() => actions.ui.openTemplatePicker({ conversationId: 1, text, replaces }), [actions, text, replaces]);
  return <TemplatePicker />;
}

async function picker(text = '', change: Partial<MemoryWorld> = {}): Promise<MemoryContract> {
  const contract = memoryContract({
    conversations: [aConversation({ window: windowWithLeft(-hour) })],
    templates,
    ...change,
  });
  await renderOver(contract, <Opener text={text} replaces={null} />);
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
  return contract;
}

const names = (): (string | null)[] =>
  [...document.querySelectorAll('.picker-row-name')].map((element) => element.textContent);
const preview = (): string => document.querySelector('[data-testid="template-preview"]')?.textContent ?? '';
const box = (name: string | RegExp) => page.getByRole('textbox', { name });

async function choose(search: string): Promise<void> {
  await userEvent.keyboard(search);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.querySelector('.picker-form')).not.toBeNull();
}

test('those that cannot be sent stand last, disabled, with the reason', async () => {
  const contract = await picker();
  expect(names()).toEqual(['delivery_photo', 'follow_up', 'order_update', 'a_rejected_one', 'spring_sale']);
  const paused = page.getByRole('option', { name: /spring_sale/u });
  await expect.element(paused).toHaveAttribute('aria-disabled', 'true');
  expect(paused.element().textContent).toContain('Paused by WhatsApp');
  const rejected = page.getByRole('option', { name: /a_rejected_one/u });
  expect(rejected.element().textContent).toContain('Rejected by WhatsApp');
  await userEvent.keyboard('spring{Enter}');
  expect(document.querySelector('.picker-form')).toBeNull();
  expect(contract.callsOf('templates.send')).toHaveLength(0);
});

test('search looks at names, texts and buttons; the filters narrow; nothing found says so', async () => {
  await picker();
  await userEvent.keyboard('order upd');
  expect(names()).toEqual(['order_update']);
  await userEvent.keyboard('{Control>}a{/Control}kopieren');
  expect(names()).toEqual(['delivery_photo']);
  await userEvent.keyboard('{Control>}a{/Control}refnd');
  expect(document.querySelector('.picker-empty')?.textContent).toContain('No template matches “refnd”');
  await userEvent.keyboard('{Control>}a{/Control}{Backspace}');
  await page.getByRole('combobox', { name: 'Language' }).selectOptions('de');
  expect(names()).toEqual(['delivery_photo']);
});

test('each key shows in the preview, the active variable is marked, and it is sent with its values', async () => {
  const contract = await picker();
  await choose('order');
  expect(preview()).toBe('Hello {{1}}, your order {{2}} is on its way.');
  await userEvent.keyboard('Mara');
  expect(preview()).toBe('Hello Mara, your order {{2}} is on its way.');
  expect(document.querySelector('.picker-variable-active')?.textContent).toBe('Mara');
  await userEvent.keyboard('{Enter}A-17');
  expect(preview()).toBe('Hello Mara, your order A-17 is on its way.');
  expect(document.querySelector('.picker-variable-active')?.textContent).toBe('A-17');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => contract.callsOf('templates.send')).toHaveLength(1);
  expect(contract.callsOf('templates.send')[0]).toMatchObject({
    conversationId: 1,
    name: 'order_update',
    language: 'en',
    values: { body: { 1: 'Mara', 2: 'A-17' } },
    replaces: null,
  });
  await expect.poll(() => document.querySelector('dialog')).toBeNull();
});

test('what WhatsApp would refuse is named at its field, and nothing is sent', async () => {
  const contract = await picker();
  await choose('photo');
  await expect.element(box('Text {{first_name}}')).toHaveValue('Mara');
  await userEvent.keyboard('ftp://nowhere');
  await box('Text {{day}}').fill('Tue\nday');
  await box('Code of “Code kopieren”').fill('SPRING 10');
  const problems = (): string =>
    [...document.querySelectorAll('.picker-problems')].map((each) => each.textContent).join('|');
  expect(problems()).toContain('Address of the image has to start with http:// or https://.');
  expect(problems()).toContain('Text {{day}} has a line break.');
  expect(problems()).toContain('may have letters A–Z and digits only');
  expect(problems()).not.toContain('Link of');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(problems).toContain('Link of “Verfolgen” is empty.');
  expect(contract.callsOf('templates.send')).toHaveLength(0);
  await expect.poll(() => document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  await page.getByRole('button', { name: 'Make it one line' }).click();
  await expect.element(box('Text {{day}}')).toHaveValue('Tue day');
});

test('a text that comes along flows into the variable as one line, and shows how it was', async () => {
  await picker('It arrives\non Thursday.');
  expect(names()[0]).toBe('follow_up');
  await userEvent.keyboard('{Enter}');
  await expect.element(box('Text {{1}}')).toHaveValue('It arrives on Thursday.');
  expect(preview()).toBe('About your question: It arrives on Thursday.');
  expect(document.querySelector('.picker-original')?.textContent).toBe('It arrives\non Thursday.');
});

test('offline it works from this device and says that it waits', async () => {
  const contract = await picker('', { sync: { ...liveSync, offlineSince: serverNow } });
  await choose('follow');
  await userEvent.keyboard('Soon');
  await page.getByRole('button', { name: /Queue template — goes out when you are back online/u }).click();
  await expect.poll(() => contract.callsOf('templates.send')).toHaveLength(1);
});

test('a refusal of the core is explained and the values stay', async () => {
  const contract = await picker();
  contract.refuse('templates.send', 'template-invalid');
  await choose('follow');
  await userEvent.keyboard('Soon{Control>}{Enter}{/Control}');
  const alert = (): string => document.querySelector('[role="alert"]')?.textContent ?? '';
  await expect.poll(alert).toContain('WhatsApp would refuse this template');
  await expect.element(box('Text {{1}}')).toHaveValue('Soon');
});
