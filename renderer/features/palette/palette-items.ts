/** What the palette offers, as plain rows. */
import type { Contact, Conversation } from '../../../shared/contract/entities.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { Template } from '../../../shared/contract/templates.ts';
import { commands, type Command, type CommandId } from '../../../shared/keys/commands.ts';
import { keysOf } from '../../../shared/keys/keymap.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { AppActions } from '../../state/actions.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { PickerRequest } from '../template-picker/picker-request.ts';
import type { CommandRegistry } from '../shortcuts/command-registry.ts';
import { bindingWords } from '../shortcuts/key-words.ts';
import { viewCommands } from '../shortcuts/view-commands.ts';

export interface PaletteItem {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  readonly alias: string;
  /** Where it belongs, in small: "in Mara Singh". */
  readonly context: string;
  readonly keys: string;
  /** Why it is impossible now; null: it is possible. */
  readonly reason: string | null;
  readonly run: () => void;
}

/** Commands that only move the focus, or make no sense from here. */
const notOffered: ReadonlySet<CommandId> = new Set([
  'palette.open',
  'pane.next',
  'pane.previous',
  'list.next',
  'list.previous',
  'list.select',
  'list.extendNext',
  'list.extendPrevious',
  'composer.send',
  'composer.sendAndClose',
  ...viewCommands,
]);

/** By command, otherwise by what its id begins with. The same drawings as on the buttons that do the same. */
const icons: Partial<Record<string, IconName>> = {
  'conversation.assign': 'user-add',
  'conversation.close': 'check',
  'conversation.label': 'tag',
  'conversation.note': 'note',
  'conversation.reply': 'reply',
  'conversation.snooze': 'snooze',
  'conversation.start': 'plus',
  'conversation.template': 'template',
  'conversation.unread': 'mail',
  'composer.template': 'template',
  'thread.find': 'search',
  'thread.quote': 'reply',
  conversation: 'user',
  go: 'arrow-right',
  zoom: 'search',
  composer: 'pencil',
  list: 'inbox',
  settings: 'sliders',
  outbox: 'outbox',
  search: 'search',
  sweep: 'hourglass',
  undo: 'undo',
  sync: 'refresh',
  intro: 'play',
};

const iconOf = (id: string): IconName => icons[id] ?? icons[id.split('.')[0] ?? ''] ?? 'bolt';

export function commandItems(registry: CommandRegistry, own: Settings['keys'], t: Translate): readonly PaletteItem[] {
  return commands.flatMap((command) => {
    const state = registry.state(command.id);
    if (state === false || notOffered.has(command.id)) return [];
    return [commandItem(command, state === true ? null : t(state), own, t, () => registry.run(command.id))];
  });
}

function commandItem(
  command: Command,
  reason: string | null,
  own: Settings['keys'],
  t: Translate,
  run: () => void,
): PaletteItem {
  const [written] = keysOf(command, own);
  return {
    id: `command:${command.id}`,
    icon: iconOf(command.id),
    label: t(`action.${command.id}`),
    alias: '',
    context: '',
    keys: written === undefined ? '' : bindingWords(written, t),
    reason,
    run,
  };
}

export function conversationItem(conversation: Conversation, t: Translate, actions: AppActions): PaletteItem {
  const { id, contact, channel, preview } = conversation;
  return {
    id: `conversation:${id}`,
    icon: 'inbox',
    label: contact.name,
    alias: `${contact.phoneNumber ?? ''} ${preview?.text ?? ''}`,
    context: t('palette.on', { channel: channel.name }),
    keys: '',
    reason: null,
    run: () => actions.ui.select(id),
  };
}

export function personItem(contact: Contact, t: Translate, open: (contact: Contact) => void): PaletteItem {
  return {
    id: `person:${contact.id}`,
    icon: 'user',
    label: contact.name,
    alias: contact.phoneNumber ?? '',
    context: contact.phoneNumber ?? t('palette.person'),
    keys: '',
    reason: null,
    run: () => open(contact),
  };
}

export function templateItem(
  template: Template,
  conversation: Conversation,
  t: Translate,
  actions: AppActions,
): PaletteItem {
  const { name, language, body } = template;
  const request: PickerRequest = { conversationId: conversation.id, text: '', replaces: null, search: name };
  return {
    id: `template:${name}:${language}`,
    icon: 'template',
    label: name,
    alias: body,
    context: t('palette.template', { name: conversation.contact.name }),
    keys: '',
    reason: null,
    run: () => {
      actions.ui.select(conversation.id);
      actions.ui.openTemplatePicker(request);
    },
  };
}

/** The settings that are one choice of a few, each choice by its name. */
export function settingItems(settings: Settings, t: Translate, actions: AppActions): readonly PaletteItem[] {
  const item = (id: string, name: string, value: string, change: Partial<Settings>, on: boolean): PaletteItem => ({
    id: `setting:${id}`,
    icon: 'sliders',
    label: `${name}: ${value}`,
    alias: t('settings.title'),
    context: on ? t('palette.current') : t('settings.title'),
    keys: '',
    reason: null,
    run: () => void actions.settings.set(change),
  });
  const yesNo = [true, false] as const;
  const switched = (value: boolean): string => t(value ? 'settings.on' : 'settings.off');
  return [
    ...(['system', 'light', 'dark'] as const).map((theme) =>
      item(`theme.${theme}`, t('settings.theme'), t(`settings.theme.${theme}`), { theme }, settings.theme === theme),
    ),
    ...(['comfortable', 'compact'] as const).map((density) => {
      const value = t(`settings.density.${density}`);
      return item(`density.${density}`, t('settings.density'), value, { density }, settings.density === density);
    }),
    ...yesNo.map((enterSends) => {
      const name = t('settings.enterSends');
      const on = settings.enterSends === enterSends;
      return item(`enterSends.${enterSends}`, name, switched(enterSends), { enterSends }, on);
    }),
    ...yesNo.map((singleKeys) => {
      const name = t('settings.singleKeys');
      const on = settings.singleKeys === singleKeys;
      return item(`singleKeys.${singleKeys}`, name, switched(singleKeys), { singleKeys }, on);
    }),
  ];
}
