import { useEffect } from 'react';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import '../../../renderer/app.css';
import '../../../renderer/features/thread/thread.css';
import { ThreadBody } from '../../../renderer/features/thread/thread-body.tsx';
import type { AppActions } from '../../../renderer/state/actions.ts';
import { useActions, useApp, useAppStore } from '../../../renderer/state/app-provider.tsx';
import type { AppState, AppStore } from '../../../renderer/state/store.ts';
import { must } from '../../../shared/lang/assert.ts';
import { memoryContract, type MemoryContract, type MemoryWorld } from './memory-contract.ts';
import { renderOver } from './render-page.tsx';

export interface OpenedThread {
  readonly contract: MemoryContract;
  readonly actions: AppActions;
  readonly store: AppStore;
  state(): AppState;
}

/** Only the messages of conversation 1, as high as a window: without list, composer and details. */
export async function openThread(world: Partial<MemoryWorld>): Promise<OpenedThread> {
  const contract = memoryContract(world);
  const found: { actions: AppActions; store: AppStore }[] = [];
  function Opened() {
    const actions = useActions();
    const store = useAppStore();
    const { select } = actions.ui;
    const conversation = useApp((state) => state.conversations.byId[1]);
    const known = conversation !== undefined;
    useEffect(() => {
      found.push({ actions, store });
    }, [actions, store]);
    useEffect(() => {
      if (known) select(1);
    }, [known, select]);
    return conversation === undefined ? null : (
      <section className="thread-pane" style={{ height: '100vh' }}>
        <ThreadBody conversation={conversation} />
      </section>
    );
  }
  await renderOver(contract, <Opened />);
  await expect.element(page.getByRole('log')).toBeInTheDocument();
  const { actions, store } = must(found[0], 'the page has been drawn');
  return { contract, actions, store, state: () => store.getState() };
}

export const log = () => page.getByRole('log');
export const bubbleOf = (text: string) => log().getByRole('article').filter({ hasText: text });
