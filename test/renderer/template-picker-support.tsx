import { useEffect } from 'react';
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TemplatePicker } from '../../renderer/features/template-picker/template-picker.tsx';
import { useActions } from '../../renderer/state/app-provider.tsx';
import { aConversation, aTemplate, hour, windowWithLeft } from './support/fixtures.ts';
import { memoryContract, type MemoryContract, type MemoryWorld } from './support/memory-contract.ts';
import { renderOver } from './support/render-page.tsx';

export const templates = [
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

export function Opener({ text, replaces }: { readonly text: string; readonly replaces: string | null }) {
  const actions = useActions();
  const open = () => actions.ui.openTemplatePicker({ conversationId: 1, text, replaces });
  useEffect(open, [actions, text, replaces]);
  return (
    <>
      <button type="button" data-testid="opener" onClick={open}>
        Open
      </button>
      <TemplatePicker />
    </>
  );
}

export async function picker(text = '', change: Partial<MemoryWorld> = {}): Promise<MemoryContract> {
  const contract = memoryContract({
    conversations: [aConversation({ window: windowWithLeft(-hour) })],
    templates,
    ...change,
  });
  await renderOver(contract, <Opener text={text} replaces={null} />);
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
  return contract;
}

export const names = (): (string | null)[] =>
  [...document.querySelectorAll('.picker-row-name')].map((element) => element.textContent);
export const preview = (): string => document.querySelector('[data-testid="template-preview"]')?.textContent ?? '';
export const box = (name: string | RegExp) => page.getByRole('textbox', { name });
export const radio = (name: string) => page.getByRole('radio', { name });
export const form = (): Element | null => document.querySelector('.picker-form');
export const why = (): string => document.querySelector('#picker-why')?.textContent ?? '';
export const checks = (state: string): (string | null)[] =>
  [...document.querySelectorAll(`.picker-check[data-state="${state}"]`)].map((each) => each.getAttribute('data-check'));

export async function choose(search: string): Promise<void> {
  await userEvent.keyboard(search);
  await userEvent.keyboard('{Enter}');
  await expect.poll(form).not.toBeNull();
}
