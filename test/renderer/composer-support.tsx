/** The composer over the contract in memory, with a store of files in memory. */
import { useEffect } from 'react';
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Composer } from '../../renderer/features/composer/composer.tsx';
import { FileStoreProvider, type FileStore } from '../../renderer/features/composer/upload-context.ts';
import { TemplatePicker } from '../../renderer/features/template-picker/template-picker.tsx';
import { useActions, useApp } from '../../renderer/state/app-provider.tsx';
import type { Conversation } from '../../shared/contract/entities.ts';
import { aConversation, aTemplate, hour, windowWithLeft } from './support/fixtures.ts';
import { memoryContract, type MemoryContract, type MemoryWorld } from './support/memory-contract.ts';
import { renderOver } from './support/render-page.tsx';

export const open = aConversation({ id: 1 });
export const closed = aConversation({ id: 1, window: windowWithLeft(-2 * hour) });

/** The open conversation as the page shows it: chosen in the store, then drawn from there. */
function Desk({ first }: { readonly first: number }) {
  const actions = useActions();
  const id = useApp((state) => state.ui.selectedId);
  const conversation = useApp((state) => (id === null ? undefined : state.conversations.byId[id]));
  const messages = useApp((state) => state.thread?.messages);
  useEffect(() => actions.ui.select(first), [actions, first]);
  return (
    <section
      className="thread-pane"
      style={{ position: 'relative', display: 'flex', flexDirection: 'column', height: '100vh' }}
    >
      <button type="button" onClick={() => actions.ui.select(1)}>
        open the first
      </button>
      <button type="button" onClick={() => actions.ui.select(2)}>
        open the second
      </button>
      <ul style={{ flex: 1 }}>
        {messages?.map((message) => (
          <li key={message.id}>
            <button type="button" onClick={() => actions.ui.quote(message)}>
              quote {message.id}
            </button>
          </li>
        ))}
      </ul>
      {conversation !== undefined && <Composer conversation={conversation} />}
      <TemplatePicker />
    </section>
  );
}

/** Uploads end when the test says so, if it wants to. */
export interface TestFiles {
  /** Waits before each upload ends. */
  hold: Promise<void>;
  fail: boolean;
  readonly names: string[];
}

function fileStore({ world }: MemoryContract, files: TestFiles): FileStore {
  return {
    async upload(_workspace, file, onProgress) {
      onProgress?.(0.5);
      await files.hold;
      if (files.fail) throw new Error('the disk is full');
      files.names.push(file.name);
      const stored = { id: crypto.randomUUID(), name: file.name, type: file.type, sizeBytes: file.size };
      world.files.set(stored.id, stored);
      return stored;
    },
  };
}

export async function desk(
  conversation: Conversation,
  change: Partial<MemoryWorld> = {},
  files: TestFiles = { hold: Promise.resolve(), fail: false, names: [] },
): Promise<MemoryContract> {
  const contract = memoryContract({
    conversations: [conversation, aConversation({ id: 2, contact: { ...conversation.contact, name: 'Leo Brandt' } })],
    templates: [aTemplate({ name: 'follow_up', body: 'About your question: {{1}}' })],
    ...change,
  });
  await renderOver(
    contract,
    <FileStoreProvider value={fileStore(contract, files)}>
      <Desk first={conversation.id} />
    </FileStoreProvider>,
  );
  await expect.poll(() => contract.callsOf('drafts.get').length).toBeGreaterThanOrEqual(2);
  if (contract.world.templates.length > 0) {
    await expect.poll(() => document.querySelector('.composer-prefix-template')?.ariaDisabled).toBe('false');
  }
  return contract;
}

export const field = (): HTMLTextAreaElement => {
  const found = document.querySelector<HTMLTextAreaElement>('[data-composer-field]');
  if (found === null) throw new Error('the field is never away');
  return found;
};
export const mode = (): string | undefined => document.querySelector<HTMLElement>('.composer-card')?.dataset['mode'];
export const banner = (): string | undefined =>
  document.querySelector<HTMLElement>('[data-testid="lock-banner"]')?.dataset['case'];
export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
export const note = (): string => document.querySelector('.composer-note')?.textContent ?? '';
export const announced = (): string => document.querySelector('[data-testid="announcer"]')?.textContent ?? '';

export async function write(text: string): Promise<void> {
  field().focus();
  await userEvent.keyboard(text);
}
