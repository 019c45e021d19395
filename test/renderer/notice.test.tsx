import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { nextRevision } from './support/memory/world.ts';
import { expectText } from './support/expect-text.ts';
import { openDesk } from './support/whole-desk.tsx';

const notice = () => page.getByRole('alert').filter({ hasText: 'damaged' });

test('says that a file was repaired and that what was typed is safe; once closed, not again for the same file', async () => {
  const contract = await openDesk({ repaired: { what: 'cache', drafts: 2, messages: 1 } });
  await expectText(notice(), /What you typed is safe: drafts: 2, messages waiting: 1/);
  await notice().getByRole('button', { name: 'Close' }).click();
  await expect.element(notice()).not.toBeInTheDocument();
  contract.emit({ name: 'workspace.changed', data: { revision: nextRevision() } });
  await expect.element(notice()).not.toBeInTheDocument();
  contract.world.repaired = { what: 'desk', drafts: 3, messages: 0 };
  contract.emit({ name: 'workspace.changed', data: { revision: nextRevision() } });
  await expectText(notice(), /has been repaired. It holds again: drafts: 3/);
});
