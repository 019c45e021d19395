/** The page in Arabic: what mirrors, what keeps its own direction, and which way the arrow keys go. */
import { useEffect } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../renderer/styles/tokens.css';
import '../../renderer/styles/reset.css';
import '../../renderer/styles/base.css';
import '../../renderer/app.css';
import { App } from '../../renderer/app.tsx';
import { sizeWords } from '../../renderer/features/media/file-words.ts';
import type { AppActions } from '../../renderer/state/actions.ts';
import { AppProvider, useActions } from '../../renderer/state/app-provider.tsx';
import { Workspaces } from '../../renderer/features/workspaces/workspaces.tsx';
import { messages as ar } from '../../shared/i18n/ar.ts';
import { believableDesk } from './support/believable-desk.ts';
import { settings } from './support/fixtures.ts';
import { memoryContract } from './support/memory-contract.ts';
import { render } from './support/render.tsx';

function Actions({ onActions }: { readonly onActions: (actions: AppActions) => void }) {
  const actions = useActions();
  useEffect(() => onActions(actions), [actions, onActions]);
  return null;
}

async function openInArabic(): Promise<AppActions> {
  const found = Promise.withResolvers<AppActions>();
  const { transport } = memoryContract({ ...believableDesk(), settings: { ...settings, language: 'ar' } });
  await render(
    <div style={{ height: '100vh' }}>
      <Workspaces transport={transport}>
        {(client) => (
          <AppProvider client={client}>
            <App />
            <Actions onActions={found.resolve} />
          </AppProvider>
        )}
      </Workspaces>
    </div>,
  );
  await expect.element(page.getByRole('listbox', { name: /^المحادثات/ })).toBeVisible();
  return found.promise;
}

function one(selector: string, within: ParentNode = document): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`There is no ${selector}`);
  return found;
}

const centre = (element: Element): number => {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
};

beforeEach(() => page.viewport(1280, 800));

test('the panes stand from right to left, and every text is Arabic', async () => {
  const actions = await openInArabic();
  actions.ui.select(1);
  await expect.poll(() => document.querySelector('.messages-scroll .bubble'), { timeout: 15_000 }).not.toBeNull();
  expect([document.documentElement.dir, document.documentElement.lang]).toEqual(['rtl', 'ar']);
  const places = ['.rail', '.row', '.composer-card'].map((selector) => centre(one(selector)));
  expect(places).toEqual(places.toSorted((a, b) => b - a));
  // Its prefix keys begin at the right, where the line begins.
  const prefixes = [...document.querySelectorAll('.composer-prefix')].map(centre);
  expect(prefixes.length).toBeGreaterThan(1);
  expect(prefixes[0]).toBe(Math.max(...prefixes));
});

test('icons that point along the line turn round, clocks and ticks do not', async () => {
  const actions = await openInArabic();
  actions.ui.goTo('outbox');
  await expect.poll(() => document.querySelector('.outbox-group-name .icon')).not.toBeNull();
  const turned = (selector: string) => getComputedStyle(one(selector)).transform;
  expect(turned('.outbox-group-name .icon')).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  expect(turned('.page-head .icon-button .icon')).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  expect(turned('.outbox-state .icon')).toBe('none');
});

test('a message keeps its own direction, on the side of the page', async () => {
  const actions = await openInArabic();
  actions.ui.select(1);
  await expect.poll(() => document.querySelector('.messages-scroll .bubble'), { timeout: 15_000 }).not.toBeNull();
  const english = one('[data-conversation-id="1"] .row-preview');
  const arabic = one('[data-conversation-id="3"] .row-preview');
  expect([english, arabic].map((each) => getComputedStyle(each).direction)).toEqual(['ltr', 'rtl']);
  // A text that is cut off loses its end: it begins at the left, but stands at the right.
  expect([english, arabic].map((each) => getComputedStyle(each).textAlign)).toEqual(['right', 'right']);
  const words = [...document.querySelectorAll('.bubble [dir=auto]')].map((text) => getComputedStyle(text).direction);
  expect(words).toContain('ltr');
  expect(one('.context-pane bdi[dir="ltr"]').textContent).toMatch(/^\+\d+$/);
});

test('an empty field speaks the language of the page, and a text in it its own', async () => {
  const actions = await openInArabic();
  actions.ui.select(1);
  await expect.poll(() => document.querySelector('[data-composer-field]')).not.toBeNull();
  const field = one('[data-composer-field]');
  expect(getComputedStyle(field).direction).toBe('rtl');
  await userEvent.fill(field, 'On its way');
  expect(getComputedStyle(field).direction).toBe('ltr');
  await userEvent.fill(field, 'في الطريق');
  expect(getComputedStyle(field).direction).toBe('rtl');
});

test('the left arrow goes on where the next choice stands at the left', async () => {
  const actions = await openInArabic();
  actions.ui.goTo('settings');
  const theme = page.getByRole('radiogroup', { name: ar['settings.theme'] });
  await expect.element(theme).toBeVisible();
  const light = theme.getByRole('radio', { name: ar['settings.theme.light'] });
  await light.click();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(theme.getByRole('radio', { name: ar['settings.theme.dark'] })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(light).toHaveFocus();
});

test('an address and an email are typed from left to right', async () => {
  const actions = await openInArabic();
  actions.ui.goTo('sign-in');
  await expect.element(page.getByLabelText(ar['signIn.address'])).toHaveAttribute('dir', 'ltr');
  await expect.element(page.getByLabelText(ar['signIn.email'])).toHaveAttribute('dir', 'ltr');
});

test('sizes of files are in Arabic units', async () => {
  await openInArabic();
  expect(sizeWords(2_100_000)).toMatch(/ميغابايت|م\.?ب/u);
});

test('a countdown reads from left to right', () => {
  expect(ar['window.left.seconds']).toBe('\u2066{minutes}:{seconds}\u2069');
});
