import type { Conversation } from '../../../shared/contract/entities.ts';
import type { Translate } from '../../i18n/i18n.tsx';

/** By what the reply goes out: the kind where it has a name of its own, else the channel's. */
export function channelWords(t: Translate, { channel }: Conversation): string {
  return channel.kind === 'whatsapp' || channel.kind === 'sms' ? t(`composer.channel.${channel.kind}`) : channel.name;
}
