import { expect } from 'vitest';
import { page } from 'vitest/browser';
import '../../../renderer/app.css';
import { App } from '../../../renderer/app.tsx';
import { aClock, serverNow } from './fixtures.ts';
import { memoryContract, type MemoryContract, type MemoryWorld } from './memory-contract.ts';
import { renderOver } from './render-page.tsx';

/** The whole page with one conversation open, ready for keys. */
export async function openDesk(world: Partial<MemoryWorld>, name = /Mara Singh/): Promise<MemoryContract> {
  const contract = memoryContract(world);
  await renderOver(
    contract,
    <div style={{ height: '100vh' }}>
      <App />
    </div>,
  );
  await page.getByRole('option', { name }).click();
  await expect.element(page.getByRole('log')).toBeVisible();
  await expect.poll(() => contract.callsOf('drafts.get').length).toBeGreaterThanOrEqual(2);
  return contract;
}

export const field = (): HTMLTextAreaElement => {
  const found = document.querySelector<HTMLTextAreaElement>('[data-composer-field]');
  if (found === null) throw new Error('the field is never away');
  return found;
};

export const mode = (): string | undefined => document.querySelector<HTMLElement>('.composer-card')?.dataset['mode'];

export const bubble = (text: string) => page.getByRole('log').getByRole('article').filter({ hasText: text });

export const announced = (): string => document.querySelector('[data-testid="announcer"]')?.textContent ?? '';

/** Server time goes on by this much, and the page hears of it. */
export function advance(contract: MemoryContract, ms: number): void {
  contract.world.clock = aClock({ serverNow: serverNow + ms });
  contract.emit({ name: 'clock.changed', data: { revision: 1 } });
}

export function outboxChanged(contract: MemoryContract): void {
  contract.emit({ name: 'outbox.changed', data: { ids: null, revision: 1 } });
}
