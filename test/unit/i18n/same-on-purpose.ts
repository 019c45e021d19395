/** Texts that a language writes as English does: names, keys, units, and words that it shares. Nothing else may stay English. */
import type { Language } from '../../../shared/contract/settings.ts';

const everywhere = ['Chatwoot', 'Ctrl', 'Ctrl ↵', 'Latchkey', 'SMS', 'Shift'];

const latin = [
  // What commands call priorities is read in English.
  'low, medium, high, urgent, none',
  '{count} ms',
  '{count} s',
  '{seconds} s',
  '{size} MB',
  'Emoji',
  'Latchkey',
  'Chatwoot',
  'Proxy',
  'Marketing',
  'WhatsApp',
];
const minutes = ['{minutes} min', '{minutes} min {seconds} s'];
const hours = ['{hours} h {minutes} min', ...minutes];
const germanic = ['Code', 'Label', 'Labels', 'Labels…', 'Offline', 'Online', 'Server', 'Status', 'Sticker', 'Team'];
const dutch =
  'Account {name}/Servers/Compact/Document/Macro/Open/Recent/Utility/Video/code/document/sticker/video'.split('/');
const german = '{hours}h {minutes}m/Name/PIN/Pause/Person/Position/System/Utility/Version/Video'.split('/');
const spanish = 'Manual/{hours}h {minutes}m/Macro/No/PIN/Sticker/audio/sticker'.split('/');

export const sameOnPurpose: Partial<Record<Language, readonly string[]>> = {
  nl: [...latin, ...minutes, ...germanic, ...dutch, 'Ctrl', 'Ctrl ↵', 'Shift'],
  de: [...latin, ...germanic, ...german, 'SMS'],
  es: [...latin, ...hours, ...spanish, 'Ctrl', 'Ctrl ↵', 'SMS'],
  'pt-BR': [
    ...latin,
    ...hours,
    'Ctrl',
    'Ctrl ↵',
    'SMS',
    'Shift',
    'Macro',
    'Manual',
    'Offline',
    'Online',
    'PIN',
    'Status',
  ],
  ar: everywhere,
};
