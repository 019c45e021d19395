import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ExplainedWindow } from '../../renderer/features/window-chip/explained-window.tsx';
import type { Conversation } from '../../shared/contract/entities.ts';
import { aClock, aConversation, hour, liveSync, minute, serverNow, windowWithLeft } from './support/fixtures.ts';
import { memoryContract, type MemoryWorld } from './support/memory-contract.ts';
import { renderOver } from './support/render-page.tsx';

const mara = { id: 101, name: 'Mara Singh', phoneNumber: '+919812345678', avatarUrl: null };

async function why(conversation: Partial<Conversation> = {}, world: Partial<MemoryWorld> = {}) {
  await renderOver(
    memoryContract(world),
    <ExplainedWindow
      conversation={aConversation({ contact: mara, window: windowWithLeft(3 * hour), ...conversation })}
    />,
  );
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog', { name: /Why\? The reply window of Mara Singh/ })).toBeVisible();
}

/** Of the panel, by the word in front of it. */
function fact(word: string): string {
  const term = [...document.querySelectorAll('dt')].find((each) => each.textContent === word);
  return term?.nextElementSibling?.textContent ?? '';
}

const kolkata = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Kolkata',
});

describe('why is the window what it is', () => {
  beforeEach(() => page.viewport(1280, 800));

  it('names the opening event, the end in both zones, the clocks and the guard; the keyboard reaches it', async () => {
    await why({}, { clock: aClock({ computerClockErrorMs: 252_000 }) });
    expect(fact('Opened')).toMatch(/^By Mara Singh’s message, .*2026/u);
    expect(fact('Ends')).toContain('your time');
    expect(fact('Mara Singh’s time')).toBe(
      `${kolkata.format(serverNow + 3 * hour)}, Asia/Kolkata, by the country code`,
    );
    expect(fact('This computer’s clock')).toMatch(/^4 min 12 s fast\./u);
    expect(fact('Server time')).toMatch(/^Last confirmed .*, to within 20 ms$/u);
    expect(fact('Safety margin')).toContain('last 90 s');
    expect(fact('Starts it anew')).toContain('message or call from Mara Singh');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.querySelector('dialog')).toBeNull();
    expect(document.activeElement?.className).toContain('window-chip');
  });

  it('does not guess a zone, and doubts what it cannot know', async () => {
    const sync = { ...liveSync, offlineSince: serverNow - 20 * minute };
    await why(
      { contact: { ...mara, phoneNumber: '+12125550123' }, window: windowWithLeft(3 * hour, { complete: false }) },
      { sync, clock: aClock({ confidence: 'unknown', confirmedAt: null }) },
    );
    expect(fact('Now')).toBe('Window unknown · newest message not here yet');
    expect(fact('Mara Singh’s time')).toMatch(/^Not known/u);
    expect(fact('Server time')).toMatch(/^Not confirmed/u);
    expect(fact('This computer’s clock')).toMatch(/^Cannot be compared/u);
    expect(fact('Connection')).toMatch(/^None since/u);
    expect(fact('Missing')).toContain('newer message from Mara Singh');
  });

  it('says when WhatsApp itself closed it', async () => {
    await why({ window: windowWithLeft(3 * hour, { refusedAt: serverNow - minute }) });
    expect(fact('Refused')).toMatch(/^WhatsApp refused a free message/u);
    expect(fact('Ended')).toContain('your time');
  });
});
