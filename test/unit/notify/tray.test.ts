import { describe, expect, it } from 'vitest';
import { trayState, type DeskSummary, type TrayItem, type TrayShape } from '../../../shared/notify/tray.ts';

const calm: DeskSummary = {
  unread: 0,
  closing: [],
  unsent: 0,
  stuck: 0,
  signedOut: false,
  offline: false,
  doNotDisturb: false,
  locked: false,
};
const closing = (count: number): DeskSummary['closing'] =>
  Array.from({ length: count }, (_, index) => ({
    workspaceId: 'one',
    conversationId: index + 1,
    name: `Customer ${index + 1}`,
    closesAt: index,
  }));

describe('the tray', () => {
  it.each<[Partial<DeskSummary>, TrayShape]>([
    [{}, 'plain'],
    [{ unread: 4 }, 'unread'],
    [{ unread: 4, closing: closing(1) }, 'closing'],
    [{ unread: 4, closing: closing(1), offline: true }, 'offline'],
    [{ unread: 4, offline: true, stuck: 1 }, 'attention'],
    [{ signedOut: true }, 'attention'],
  ])('%j shows %s', (change, shape) => {
    expect(trayState({ ...calm, ...change }).shape).toBe(shape);
  });

  it('shows the count, and a mark where no number is known', () => {
    expect(trayState({ ...calm, unread: 7 }).badge).toEqual({ kind: 'count', count: 7 });
    expect(trayState({ ...calm, unread: 7, signedOut: true }).badge).toEqual({ kind: 'attention' });
  });

  it('lists five closing windows at most, soonest first, and nothing where there are none', () => {
    const menuOf = (desk: DeskSummary): TrayItem | undefined =>
      trayState(desk).menu.find((item) => item.kind === 'menu' && item.label.key === 'tray.closing');
    expect(menuOf(calm)).toBeUndefined();
    const menu = menuOf({ ...calm, closing: closing(9) });
    expect(menu?.kind === 'menu' && menu.items.length).toBe(5);
  });

  it('can always be opened, and quit, from the menu', () => {
    const commands = trayState(calm).menu.flatMap((item) => (item.kind === 'command' ? [item.command.kind] : []));
    expect(commands).toEqual(expect.arrayContaining(['open', 'open-outbox', 'check-notifications', 'quit']));
  });

  it('offers to end a silence instead of starting another', () => {
    const commands = trayState({ ...calm, doNotDisturb: true }).menu;
    expect(commands).toContainEqual(expect.objectContaining({ command: { kind: 'do-not-disturb', until: 'off' } }));
  });
});
