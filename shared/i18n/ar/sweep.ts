import type { sweep as english } from '../en/sweep.ts';
import type { Texts } from '../messages.ts';

export const sweep: Texts<typeof english> = {
  'sweep.title': 'إنقاذ النافذة',
  'sweep.intro': 'تمر على المحادثات المفتوحة التي ينتظر عميلها وتنتهي نافذتها قريبًا، واحدة بعد أخرى، الأقرب أولًا.',
  'sweep.horizon': 'تنتهي خلال',
  'sweep.horizon.1': 'ساعة واحدة',
  'sweep.horizon.8': 'هذه النوبة، 8 ساعات',
  'sweep.horizon.24': '24 ساعة',
  'sweep.found':
    '{count, plural, zero {لا عميل ينتظر في نافذة تنتهي بهذا القرب.} one {محادثة واحدة للإنقاذ.} two {محادثتان للإنقاذ.} few {# محادثات للإنقاذ.} many {# محادثة للإنقاذ.} other {# محادثة للإنقاذ.}}',
  'sweep.next': 'التالية، {name}، تنتهي {time}.',
  'sweep.counting': 'جارٍ البحث…',
  'sweep.unreadable': 'تعذّرت قراءة القائمة. لم يتغير شيء. أغلق هذا وحاول مرة أخرى.',
  'sweep.start': 'بدء',
  'sweep.bar': 'إنقاذ النافذة، {at} من {all}',
  'sweep.at': '{at} من {all}',
  'sweep.now': '{at} من {all}: {name}. {left}.',
  'sweep.key.reply': 'رد',
  'sweep.key.template': 'قالب',
  'sweep.key.snooze': 'تأجيل',
  'sweep.key.close': 'تمت',
  'sweep.key.skip': 'تخطٍّ',
  'sweep.key.back': 'رجوع',
  'sweep.key.leave': 'خروج',
  'sweep.done': 'انتهت الجولة',
  'sweep.left': 'توقفت الجولة',
  'sweep.saved':
    '{count, plural, zero {لم تُنقذ أي منها} one {أُنقذت واحدة} two {أُنقذت اثنتان} few {أُنقذت #} many {أُنقذت #} other {أُنقذت #}}',
  'sweep.parked':
    '{count, plural, zero {لم تُؤجَّل أي منها} one {أُجّلت واحدة} two {أُجّلت اثنتان} few {أُجّلت #} many {أُجّلت #} other {أُجّلت #}}',
  'sweep.closed':
    '{count, plural, zero {لم تتم أي منها} one {تمت واحدة} two {تمت اثنتان} few {تمت #} many {تمت #} other {تمت #}}',
  'sweep.skipped':
    '{count, plural, zero {لم تُتخطَّ أي منها} one {تُخطّيت واحدة} two {تُخطّيت اثنتان} few {تُخطّيت #} many {تُخطّيت #} other {تُخطّيت #}}',
  'sweep.gone':
    '{count, plural, zero {لم يجب آخرون على أي منها} one {أجاب شخص آخر على واحدة} two {أجاب آخرون على اثنتين} few {أجاب آخرون على #} many {أجاب آخرون على #} other {أجاب آخرون على #}}',
  'sweep.notReached':
    '{count, plural, zero {وُصل إلى الجميع} one {لم يُوصل إلى واحدة} two {لم يُوصل إلى اثنتين} few {لم يُوصل إلى #} many {لم يُوصل إلى #} other {لم يُوصل إلى #}}',
  'sweep.nothing': 'لم يُفعل شيء',
  'sweep.again': 'المرور على المتخطّاة',
  'sweep.resume': 'متابعة',
  'sweep.close': 'العودة إلى المكتب',
};
