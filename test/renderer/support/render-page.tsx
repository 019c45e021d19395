import type { ReactNode } from 'react';
import { drawn, render } from './render.tsx';
import '../../../renderer/styles/tokens.css';
import '../../../renderer/styles/reset.css';
import '../../../renderer/styles/base.css';
import { useApp } from '../../../renderer/state/app-provider.tsx';
import { AppProvider } from '../../../renderer/state/app-provider.tsx';
import type { MemoryContract } from './memory-contract.ts';

/** Renders below everything the page's components need, over the contract in memory, once its first answers are in. */
export async function renderOver(contract: MemoryContract, children: ReactNode) {
  document.documentElement.dataset['theme'] = contract.world.settings.theme;
  const screen = await render(
    <AppProvider client={contract.client}>
      <WhenRead>{children}</WhenRead>
    </AppProvider>,
  );
  await settled(contract);
  return screen;
}

/** When every call is answered and the page has drawn what it made of the answers, also of calls that followed from them. */
export async function settled({ unanswered }: MemoryContract): Promise<void> {
  do {
    await Promise.allSettled(unanswered);
    await drawn();
  } while (unanswered.size > 0);
}

/** Nothing is shown before the workspace was read, so that tests do not race the first answers. */
function WhenRead({ children }: { readonly children: ReactNode }) {
  return useApp((state) => state.workspace.state) === 'loading' ? null : children;
}
