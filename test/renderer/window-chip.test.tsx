import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { WindowAnnouncer } from '../../renderer/features/window-chip/window-announcer.tsx';
import { WindowChip } from '../../renderer/features/window-chip/window-chip.tsx';
import type { WindowFacts } from '../../shared/contract/entities.ts';
import { aClock, aConversation, hour, liveSync, minute, serverNow, windowWithLeft } from './support/fixtures.ts';
import { memoryContract } from './support/memory-contract.ts';
import { renderOver } from './support/render-page.tsx';

const states: Readonly<Record<string, WindowFacts>> = {
  none: windowWithLeft(0, { openedAt: null, openedBy: null }),
  open: windowWithLeft(21 * hour + 40 * minute + 30_000),
  closing: windowWithLeft(3 * hour + 12 * minute + 30_000),
  urgent: windowWithLeft(48 * minute + 30_000),
  last: windowWithLeft(6 * minute + 31_500),
  guard: windowWithLeft(60_000),
  closed: windowWithLeft(-2 * hour),
  unverified: windowWithLeft(5 * hour, { complete: false }),
};

const listWords: Readonly<Record<string, string | RegExp>> = {
  none: 'No window',
  open: '21h 40m',
  closing: '3h 12m',
  urgent: '48 min',
  last: /^6:3[01]$/u,
  guard: 'Closing…',
  closed: 'Template only',
  unverified: 'Not sure',
};

interface Look {
  readonly shape: string;
  readonly border: string;
  readonly words: string;
  readonly label: string;
}

function lookOf(state: string): Look {
  const chip = document.querySelector<HTMLElement>(`.window-chip[data-state="${state}"]`);
  if (chip === null) throw new Error(`no chip in state ${state}`);
  const style = getComputedStyle(chip);
  return {
    shape: chip.querySelector('svg')?.dataset['shape'] ?? '',
    border: `${style.borderTopWidth} ${style.borderTopStyle}`,
    words: chip.textContent,
    label: chip.getAttribute('aria-label') ?? '',
  };
}

async function renderAll(size: 'list' | 'header', change = {}) {
  const contract = memoryContract(change);
  await renderOver(
    contract,
    <div style={{ display: 'grid', gap: 8, justifyItems: 'start', padding: 16 }}>
      {Object.entries(states).map(([name, facts]) => (
        <WindowChip key={name} facts={facts} size={size} contactName="Mara Singh" />
      ))}
    </div>,
  );
  await expect.poll(() => document.querySelectorAll('.window-chip[data-state="open"]').length).toBe(1);
  return contract;
}

test('each state has its own shape and words, and neighbours differ in border style, without any colour', async () => {
  await renderAll('list');
  const looks = Object.fromEntries(Object.keys(states).map((state) => [state, lookOf(state)]));
  expect(new Set(Object.values(looks).map((look) => look.shape)).size).toBe(8);
  expect(new Set(Object.values(looks).map((look) => look.words)).size).toBe(8);
  expect(new Set(Object.values(looks).map((look) => look.label)).size).toBe(8);
  for (const [state, words] of Object.entries(listWords)) expect(looks[state]?.words).toMatch(words);
  const borders = Object.fromEntries(Object.entries(looks).map(([state, look]) => [state, look.border]));
  expect(borders).toEqual({
    none: '1px dotted',
    open: '0px none',
    closing: '1px solid',
    urgent: '2px solid',
    last: '2px solid',
    guard: '3px double',
    closed: '1px solid',
    unverified: '1px dashed',
  });
});

test('the name is in words for a screen reader, and the chip is not a live region', async () => {
  await renderAll('list');
  expect(lookOf('urgent').label).toBe('Reply window closes in 48 minutes');
  expect(lookOf('open').label).toBe('Reply window closes in 21 hours 40 minutes');
  const chip = document.querySelector('.window-chip');
  expect(chip?.getAttribute('role')).toBe('img');
  expect(chip?.closest('[aria-live]')).toBeNull();
});

test('the header says it in a sentence, and its tooltip explains it to the keyboard', async () => {
  await renderAll('header');
  expect(lookOf('urgent').words).toBe('48 min left to reply freely');
  expect(lookOf('open').words).toMatch(/^Free reply for 21h 40m\u00a0· until /u);
  await userEvent.tab();
  await userEvent.tab();
  const tip = document.querySelector('[role="tooltip"]');
  expect(tip?.textContent).toMatch(/Opened by Mara Singh’s message .*Free replies until .*your replies do not/u);
  expect(document.activeElement?.getAttribute('aria-describedby')).toBe(tip?.id);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('[role="tooltip"]')).toBeNull();
});

test('offline shows a cloud and doubts a closed window after ten minutes', async () => {
  const sync = { ...liveSync, offlineSince: serverNow - 11 * minute, lastLiveAt: serverNow - 11 * minute };
  await renderAll('header', { sync });
  await expect.poll(() => lookOf('closed').words).toContain('as far as we know');
  expect(document.querySelectorAll('.window-chip svg[data-shape="cloud-slash"]').length).toBe(8);
  expect(lookOf('open').label).toContain('Counted on this device');
});

test('when the last ten minutes begin it is said once, interrupting; the chip follows the clock', async () => {
  const conversation = aConversation({ window: windowWithLeft(20 * minute) });
  const contract = memoryContract();
  await renderOver(
    contract,
    <>
      <WindowChip facts={conversation.window} size="list" contactName="Mara Singh" />
      <WindowAnnouncer conversation={conversation} />
    </>,
  );
  await expect.poll(() => document.querySelector('.window-chip')?.getAttribute('data-state')).toBe('urgent');
  contract.world.clock = aClock({ serverNow: serverNow + 15 * minute });
  contract.emit({ name: 'clock.changed', data: { revision: 1 } });
  await expect.poll(() => document.querySelector('.window-chip')?.getAttribute('data-state')).toBe('last');
  const said = (): string => document.querySelector('[aria-live="assertive"]')?.textContent ?? '';
  await expect.poll(said).toBe('Mara Singh: ten minutes left to reply.');
});
