/** The ten main screens in little room: at 200 % zoom a window of 1280 × 800 has 640 × 400 px left; WCAG 1.4.10 asks for 320. */
import { useEffect } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../renderer/app.css';
import { App } from '../../renderer/app.tsx';
import type { AppActions } from '../../renderer/state/actions.ts';
import { useActions } from '../../renderer/state/app-provider.tsx';
import { Workspaces } from '../../renderer/features/workspaces/workspaces.tsx';
import { AppProvider } from '../../renderer/state/app-provider.tsx';
import type { Settings } from '../../shared/contract/settings.ts';
import { believableDesk } from './support/believable-desk.ts';
import { settings } from './support/fixtures.ts';
import { memoryContract } from './support/memory-contract.ts';
import { isShown, nameOf } from './gallery-support.tsx';
import { render } from './support/render.tsx';

interface Screen {
  readonly name: string;
  readonly go: (actions: AppActions) => Promise<void> | void;
  /** What is on it and nowhere else. */
  readonly has: string;
}

const chat = 4;
const last = 4;
const closed = 6;

const screens: readonly Screen[] = [
  { name: 'inbox', go: () => undefined, has: '.row-name' },
  { name: 'conversation', go: ({ ui }) => ui.select(1), has: '.messages-scroll .bubble' },
  { name: 'last minutes', go: ({ ui }) => ui.select(last), has: '[data-case="last"]' },
  { name: 'closed', go: ({ ui }) => ui.select(closed), has: '[data-case="returned"], [data-case="closed"]' },
  {
    name: 'template',
    go({ ui }) {
      ui.select(closed);
      ui.openTemplatePicker({ conversationId: closed, text: 'It is at the depot.', replaces: null });
    },
    has: '.picker-list',
  },
  {
    name: 'note',
    go({ ui }) {
      ui.select(1);
      ui.focusComposer('note');
    },
    has: '.composer-card[data-mode="note"]',
  },
  {
    name: 'sweep',
    async go({ ui }) {
      ui.select(chat);
      ui.goTo('inbox');
      await userEvent.keyboard('w');
      await expect.element(page.getByRole('button', { name: 'Start' })).toHaveAttribute('aria-disabled', 'false');
      await userEvent.keyboard('{Enter}');
    },
    has: '.sweep-bar',
  },
  { name: 'search', go: ({ ui }) => ui.goTo('search'), has: 'main input[type=search]' },
  { name: 'outbox', go: ({ ui }) => ui.goTo('outbox'), has: 'main .outbox-item' },
  { name: 'settings', go: ({ ui }) => ui.goTo('settings'), has: '.settings-section' },
  { name: 'sign-in', go: ({ ui }) => ui.goTo('sign-in'), has: '.sign-in' },
];

async function openApp(change: Partial<Settings>): Promise<AppActions> {
  const found: AppActions[] = [];
  function Actions() {
    const actions = useActions();
    useEffect(() => {
      found.push(actions);
    }, [actions]);
    return null;
  }
  const world = believableDesk();
  // Somebody waits everywhere: there is something to sweep.
  const conversations = world.conversations?.map((row) => ({ ...row, waitingSince: row.lastActivityAt }));
  const { transport } = memoryContract({
    ...world,
    conversations: conversations ?? [],
    settings: { ...settings, ...change },
  });
  await render(
    <div style={{ height: '100vh' }}>
      <Workspaces transport={transport}>
        {(client) => (
          <AppProvider client={client}>
            <App />
            <Actions />
          </AppProvider>
        )}
      </Workspaces>
    </div>,
  );
  await expect.poll(() => document.querySelector('.row-name')).not.toBeNull();
  const [actions] = found;
  if (actions === undefined) throw new Error('the desk has been drawn');
  return actions;
}

/** What reaches over the edge of the window, and what can only be read by scrolling to the side. */
function sideways(): readonly string[] {
  const found: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide`);
  for (const element of document.querySelectorAll('#root *, body > div *')) {
    if (!isShown(element) || element.closest('svg') !== null) continue;
    const { overflowX } = getComputedStyle(element);
    if (['auto', 'scroll'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1) {
      found.push(`scrolls sideways: ${nameOf(element)}`);
    }
    const { left, right } = element.getBoundingClientRect();
    const own = (element.textContent ?? '').trim() !== '' || element.matches('button, input, textarea');
    // What is shortened goes on behind its “…”.
    const unseen = element.closest('.skip-link, .visually-hidden, .truncate') !== null;
    if (own && !unseen && (right > innerWidth + 1 || left < -1)) {
      found.push(`over the edge (${Math.round(left)}…${Math.round(right)}): ${nameOf(element)}`);
    }
  }
  return found;
}

const rooms = [
  { width: 640, height: 400, language: 'en' },
  { width: 320, height: 640, language: 'en' },
  { width: 320, height: 640, language: 'pseudo' },
] as const;

beforeEach(() => page.viewport(1280, 800));

for (const { width, height, language } of rooms) {
  test.each(screens)(`$name fits ${width} × ${height} (${language})`, async ({ go, has }) => {
    await page.viewport(width, height);
    const actions = await openApp({ language: 'en' });
    await go(actions);
    await expect.poll(() => document.querySelector(has)).not.toBeNull();
    if (language === 'pseudo') {
      await actions.settings.set({ language });
      await expect.poll(() => document.body.textContent).toMatch(/\[.*~+\]/u);
    }
    expect(sideways()).toEqual([]);
  });
}
