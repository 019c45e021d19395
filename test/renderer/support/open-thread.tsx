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
export const scroller = (): HTMLElement => log().element() as HTMLElement;

export const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Until nothing has moved or grown for 300 ms and three frames: on a busy machine measuring takes its time. */
export async function atRest(): Promise<void> {
  const look = (): string => `${scroller().scrollTop} ${scroller().scrollHeight}`;
  let since = performance.now();
  for (let same = 0, before = ''; same < 3 || performance.now() - since < 300; before = look()) {
    await nextFrame();
    same = look() === before ? same + 1 : 0;
    if (same === 0) since = performance.now();
  }
}

/** The agent's own scrolling, as the page sees it. */
export async function scrollTo(top: number): Promise<void> {
  scroller().dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: -1 }));
  scroller().scrollTop = top;
  await atRest();
}
