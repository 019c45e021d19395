import type { search as english } from '../en/search.ts';
import type { Texts } from '../messages.ts';

export const search: Texts<typeof english> = {
  'search.operator.from-me': 'مني',
  'search.operator.from-customer': 'من العملاء',
  'search.operator.note': 'ملاحظات',
  'search.operator.file': 'مع ملف',
  'search.operator.before': 'قبل يوم',
  'search.operator.in': 'في محادثة',
  'search.operator.phrase': 'الكلمات نفسها',

  'search.title': 'البحث في جميع الرسائل',
  'search.field': 'كلمات أو اسم أو رقم',
  'search.operators': 'تضييق البحث',
  'search.results': 'الرسائل التي عُثر عليها',
  'search.found':
    '{count, plural, zero {لم يُعثر على شيء.} one {عُثر على رسالة واحدة.} two {عُثر على رسالتين.} few {عُثر على # رسائل.} many {عُثر على # رسالة.} other {عُثر على # رسالة.}}',
  'search.foundMore':
    '{count, plural, zero {لم يُعثر على شيء حتى الآن.} one {عُثر على رسالة واحدة حتى الآن.} two {عُثر على رسالتين حتى الآن.} few {عُثر على # رسائل حتى الآن.} many {عُثر على # رسالة حتى الآن.} other {عُثر على # رسالة حتى الآن.}}',
  'search.searched':
    '{count, plural, zero {لم يُبحث في أي رسالة على هذا الجهاز ({since}).} one {بُحث في رسالة واحدة على هذا الجهاز ({since}).} two {بُحث في رسالتين على هذا الجهاز ({since}).} few {بُحث في # رسائل على هذا الجهاز ({since}).} many {بُحث في # رسالة على هذا الجهاز ({since}).} other {بُحث في # رسالة على هذا الجهاز ({since}).}}',
  'search.since': 'منذ {day}',
  'search.searchedNothing': 'لا رسائل على هذا الجهاز بعد.',
  'search.none.title': 'لم يُعثر على شيء لـ «{text}»',
  'search.none.older': 'الرسائل الأقدم تحتاج إلى اتصال.',
  'search.further.title': 'لم يُعثر على شيء لـ «{text}» حتى الآن',
  'search.further.text': 'يمر هذا البحث على الرسائل واحدة واحدة، وقد توقف قليلًا.',
  'search.goOn': 'متابعة',
  'search.more': 'عرض المزيد',
  'search.goingOn': 'جارٍ البحث فيما هو أقدم…',
  'search.in': '{name} على {channel}',
  'search.count':
    '{count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}}',
  'search.by': '{author} · {time}',
  'search.note': 'ملاحظة',
  'search.file': 'ملف',
  'search.noText': 'بلا نص',
  'search.failed': 'تعذّرت قراءة البحث على هذا الجهاز. لم يضع شيء. حاول مرة أخرى.',
  'search.server': 'البحث في الخادم',
  'search.server.why': 'يبحث الخادم في الأشهر الثلاثة الأخيرة، وفيما ليس على هذا الجهاز أيضًا.',
  'search.server.offline': 'يحتاج إلى اتصال.',
  'search.server.asking': 'جارٍ البحث في الخادم…',
  'search.server.failed': 'لم يجب الخادم. ما عُثر عليه على هذا الجهاز ما زال هنا. حاول مرة أخرى.',
  'search.server.title': 'على الخادم',
  'search.server.none': 'لم يعثر الخادم على شيء غير المعروض.',
  'search.recent': 'عمليات بحث سابقة، على هذا الحاسوب فقط',
  'search.forget': 'نسيانها',
  'search.hint': 'اكتب للبحث. مفاتيح الأسهم تمر على النتائج، وEnter يفتحها، وEscape يعود إلى هنا.',
};
