import type { CommandId } from '../../../shared/keys/commands.ts';
import { parseBinding, type Chord } from '../../../shared/keys/keys.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import { views } from '../rail/views.ts';
import { isMac } from './key-listener.ts';

const signs: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Plus: '+',
  Space: '␣',
};

/** A chord as it is printed on the keys: `Ctrl+Shift+M`, on a Mac `⇧⌘M`. */
export function chordWords({ mod, shift, key }: Chord, t: Translate, mac = isMac()): string {
  const name = signs[key] ?? key;
  if (mac) return `${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [...(mod ? [t('keys.ctrl')] : []), ...(shift ? [t('keys.shift')] : []), name].join('+');
}

/** A whole binding: `G I`. Empty if it cannot be read. */
export function bindingWords(written: string, t: Translate, mac = isMac()): string {
  return (parseBinding(written) ?? []).map((chord) => chordWords(chord, t, mac)).join(' ');
}

/** The rail has fewer views than there are digits. */
export function hasMeaning(id: CommandId): boolean {
  const place = /^view\.(\d)$/.exec(id)?.[1];
  return place === undefined || Number(place) <= views.length;
}

/** What a command does; `view.3` by the name of the third view. */
export function commandName(id: CommandId, t: Translate): string {
  const place = /^view\.(\d)$/.exec(id)?.[1];
  const view = place === undefined ? undefined : views[Number(place) - 1];
  return view === undefined ? t(`action.${id}`) : t('keys.view', { view: t(`view.${view}`) });
}
