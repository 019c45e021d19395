/** The tray and the badge as data: one function says what they show, and the shell draws it in one place. Law 7. */
import type { DoNotDisturb } from './alert-rules.ts';
import { words, type Words } from './words.ts';

export interface DeskSummary {
  /** Conversations assigned to me with unread messages of the customer. */
  readonly unread: number;
  /** Whose window closes next, soonest first; `closesAt` is server epoch ms. */
  readonly closing: readonly {
    readonly workspaceId: string;
    readonly conversationId: number;
    readonly name: string;
    readonly closesAt: number;
  }[];
  /** What has not left this computer. */
  readonly unsent: number;
  /** Parked, held, uncertain or failed: waits for a person. */
  readonly stuck: number;
  readonly signedOut: boolean;
  readonly offline: boolean;
  readonly doNotDisturb: boolean;
  /** Behind a PIN: how many, but no names. */
  readonly locked: boolean;
}

/** Told apart by shape alone: tray images are tinted by the system. Only the most pressing one is shown. */
export type TrayShape = 'plain' | 'unread' | 'closing' | 'offline' | 'attention';

export type TrayCommand =
  | { readonly kind: 'open' }
  | { readonly kind: 'open-conversation'; readonly workspaceId: string; readonly conversationId: number }
  | { readonly kind: 'open-outbox' }
  | { readonly kind: 'do-not-disturb'; readonly until: DoNotDisturb }
  | { readonly kind: 'check-notifications' }
  | { readonly kind: 'quit' };

export type TrayItem =
  | { readonly kind: 'header'; readonly label: Words }
  | { readonly kind: 'separator' }
  | { readonly kind: 'command'; readonly label: Words; readonly command: TrayCommand }
  | { readonly kind: 'menu'; readonly label: Words; readonly items: readonly TrayItem[] };

export interface TrayState {
  readonly shape: TrayShape;
  readonly tooltip: Words;
  readonly menu: readonly TrayItem[];
  /** `attention`: a mark instead of a number, because the number is not known (signed out). */
  readonly badge: { readonly kind: 'count'; readonly count: number } | { readonly kind: 'attention' };
}

/** So many closing conversations fit a menu. */
const mostClosing = 5;

export function trayState(desk: DeskSummary): TrayState {
  return {
    shape: shapeOf(desk),
    tooltip: summary(desk),
    menu: menuOf(desk),
    badge: desk.signedOut ? { kind: 'attention' } : { kind: 'count', count: desk.unread },
  };
}

function shapeOf(desk: DeskSummary): TrayShape {
  if (desk.signedOut || desk.stuck > 0) return 'attention';
  if (desk.offline) return 'offline';
  if (desk.closing.length > 0) return 'closing';
  return desk.unread > 0 ? 'unread' : 'plain';
}

function summary(desk: DeskSummary): Words {
  if (desk.signedOut) return words('tray.signed-out');
  const key = desk.offline ? 'tray.summary.offline' : 'tray.summary';
  return words(key, { unread: desk.unread, closing: desk.closing.length });
}

function menuOf(desk: DeskSummary): readonly TrayItem[] {
  const closing = desk.closing
    .slice(0, mostClosing)
    .map(({ workspaceId, conversationId, name, closesAt }): TrayItem => {
      const label = words('tray.closing.one', { name }, { closesAt });
      return { kind: 'command', label, command: { kind: 'open-conversation', workspaceId, conversationId } };
    });
  const items: (TrayItem | null)[] = [
    { kind: 'header', label: summary(desk) },
    { kind: 'command', label: words('tray.open'), command: { kind: 'open' } },
    { kind: 'separator' },
    closing.length === 0 || desk.locked ? null : { kind: 'menu', label: words('tray.closing'), items: closing },
    {
      kind: 'command',
      label: words('tray.outbox', { count: desk.unsent }),
      command: { kind: 'open-outbox' },
    },
    doNotDisturbMenu(desk),
    { kind: 'command', label: words('tray.check'), command: { kind: 'check-notifications' } },
    { kind: 'separator' },
    { kind: 'command', label: words('tray.quit'), command: { kind: 'quit' } },
  ];
  return items.filter((item) => item !== null);
}

function doNotDisturbMenu(desk: DeskSummary): TrayItem {
  if (desk.doNotDisturb) {
    return { kind: 'command', label: words('tray.dnd.off'), command: { kind: 'do-not-disturb', until: 'off' } };
  }
  const items = (['half-hour', 'hour', 'tomorrow'] as const).map((until): TrayItem => ({
    kind: 'command',
    label: words(`tray.dnd.${until}`),
    command: { kind: 'do-not-disturb', until },
  }));
  return { kind: 'menu', label: words('tray.dnd'), items };
}
