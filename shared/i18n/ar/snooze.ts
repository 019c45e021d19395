import type { snooze as english } from '../en/snooze.ts';
import type { Texts } from '../messages.ts';

/** The examples stay English, from left to right: that is how a typed moment is read. */
export const snooze: Texts<typeof english> = {
  'snooze.label': 'تأجيل حتى',
  'snooze.when': 'متى؟ مثلًا: بعد ساعتين، الثلاثاء 15:00، غدًا 9',
  'snooze.preset.before-close': 'قبل انتهائها بـ 30 دقيقة',
  'snooze.preset.hour': 'بعد ساعة واحدة',
  'snooze.preset.later-today': 'لاحقًا اليوم',
  'snooze.preset.tomorrow': 'غدًا 9:00',
  'snooze.preset.monday': 'الاثنين القادم',
  'snooze.preset.answer': 'حتى يجيب العميل',
  'snooze.wake': 'إنهاء التأجيل',
  'snooze.outlives': 'ستكون النافذة قد انتهت حينها: ستحتاج إلى قالب',
  'snooze.typed': 'حتى {time}',
  'snooze.not-understood': 'غير مفهوم. جرّب بعد ساعتين أو الثلاثاء 15:00 أو غدًا 9.',
  'snooze.past': 'مضت تلك اللحظة.',
  'snooze.no-window': 'لا توجد نافذة مفتوحة للعد رجوعًا من نهايتها.',
};
