import type { ChannelKind } from '../../../shared/contract/entities.ts';
import type { LocalFile } from '../../../shared/contract/files.ts';
import { planMessages } from '../../../shared/files/plan.ts';
import { whatsAppKind } from '../../../shared/files/rules.ts';
import { pageLocale } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.tsx';

const kb = 1024;

/** "2.1 MB", in the agent's own numbers. */
export function sizeWords(bytes: number): string {
  const [value, unit] =
    bytes < kb ? [bytes, 'byte'] : bytes < kb * kb ? [bytes / kb, 'kilobyte'] : [bytes / kb / kb, 'megabyte'];
  const digits = value < 10 && unit !== 'byte' ? 1 : 0;
  return new Intl.NumberFormat(pageLocale(), {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(value);
}

/** "Mara gets 3 messages: photo with your text, photo, document." */
export function planWords(
  t: Translate,
  text: string,
  files: readonly LocalFile[],
  { name, channelKind }: { readonly name: string; readonly channelKind: ChannelKind },
): string {
  const messages = planMessages(text.trim(), files, channelKind);
  const parts = messages.map((message) => {
    if (message.file === null) return t('file.plan.text');
    const kind = t(`file.kind.${whatsAppKind(message.file.type) ?? 'other'}`);
    return message.text === '' ? kind : t('file.plan.withText', { kind });
  });
  const list = new Intl.ListFormat(document.documentElement.lang || 'en', { type: 'conjunction' }).format(parts);
  return t('file.plan', { count: messages.length, name, parts: list });
}
