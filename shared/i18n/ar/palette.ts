import type { palette as english } from '../en/palette.ts';
import type { Texts } from '../messages.ts';

export const palette: Texts<typeof english> = {
  'palette.placeholder': 'البحث عن إجراء أو شخص أو قالب أو إعداد',
  'palette.found': 'النتائج',
  'palette.none': 'لم يُعثر على شيء لـ «{query}»',
  'palette.on': 'على {channel}',
  'palette.person': 'شخص',
  'palette.template': 'قالب لـ {name}',
  'palette.current': 'المضبوط الآن',
  'palette.snoozeUntil': 'تأجيل حتى {time}',
  'palette.snoozeOutlives': 'ستكون النافذة قد انتهت حينها',
  'palette.why.noConversation': 'افتح محادثة أولًا',
  'palette.why.offline': 'يحتاج إلى اتصال',
};
