import { commands, type CommandId } from '../../../shared/keys/commands.ts';
import { chordsOf } from '../../../shared/keys/keys.ts';
import { keymapOf, keysOf, match } from '../../../shared/keys/keymap.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { DrillStage } from '../../../shared/intro/drill.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import { isMac, strokeOf } from '../shortcuts/key-listener.ts';
import { bindingWords } from '../shortcuts/key-words.ts';

type OwnKeys = Pick<Settings, 'keys' | 'singleKeys'>;

/** What a key would do in the inbox, with the person's own keys; null: nothing that is one stroke. */
export function commandOf(event: KeyboardEvent, { keys, singleKeys }: OwnKeys, inComposer: boolean): CommandId | null {
  const place = { inTextField: inComposer, inComposer, inInbox: true, overlay: 'none', singleKeys } as const;
  const found = match(keymapOf(keys), place, [], chordsOf(strokeOf(event), isMac()));
  return found.kind === 'run' ? found.binding.command : null;
}

const commandOfStage: Partial<Record<DrillStage, CommandId>> = {
  next: 'list.next',
  reply: 'conversation.reply',
  send: 'composer.send',
  note: 'composer.send',
  template: 'composer.template',
};

/** The keys that a step asks for. Without single keys, or with a key taken away, the one that always works. */
export function keysOfStage(stage: DrillStage, { keys, singleKeys }: OwnKeys, t: Translate): string {
  const id = commandOfStage[stage];
  const command = commands.find((each) => each.id === id);
  if (command === undefined) return '';
  const single = command.scope === 'list';
  const [own] = single && !singleKeys ? [] : keysOf(command, keys);
  return bindingWords(own ?? (stage === 'next' ? 'ArrowDown' : 'Enter'), t);
}
