import type { updates as english } from '../en/updates.ts';
import type { Texts } from '../messages.ts';

export const updates: Texts<typeof english> = {
  'updates.section': 'التحديثات',
  'updates.ready': 'التحديث جاهز؛ أعد التشغيل متى ناسبك',
  'updates.restart': 'إعادة التشغيل',
  'updates.later': 'لاحقًا',
  'updates.automatic': 'جلب الإصدارات الجديدة',
  'updates.automaticHelp': 'في الخلفية. تُثبَّت عند إنهاء Latchkey أو إعادة تشغيله، وليس أثناء عملك أبدًا.',
  'updates.check': 'البحث الآن',
  'updates.state.unchecked': 'لم يُبحث بعد منذ التشغيل.',
  'updates.state.newest': 'لا يوجد ما هو أحدث.',
  'updates.state.checking': 'جارٍ البحث…',
  'updates.state.downloading': 'جارٍ جلب الإصدار {version}: {percent} %',
  'updates.failure.offline': 'تعذّر الوصول إلى مكان التحديثات. سيحاول Latchkey من جديد تلقائيًا.',
  'updates.failure.refused': 'ما عُرض ليس موقَّعًا منا فلم يُقبل. أخبر من يدير هذا الحاسوب.',
  'updates.failure.broken': 'تعذّر جلب التحديث. سيحاول Latchkey من جديد تلقائيًا.',
  'updates.obstacle.browser': 'يُحدَّث مضيف المتصفح في المكان الذي شُغّل منه.',
  'updates.obstacle.source': 'شُغّل Latchkey هذا من الشيفرة المصدرية ويُحدَّث هناك.',
  'updates.obstacle.package-manager': 'مدير الحزم لديك هو الذي يحدّث Latchkey هذا.',
  'updates.obstacle.store': 'المتجر الذي جاء منه هو الذي يحدّث Latchkey هذا.',
  'updates.obstacle.administrator': 'من ثبّت Latchkey هذا هو الذي يأتي بالإصدار التالي.',
  'updates.obstacle.unsigned': 'لا يحمل Latchkey هذا توقيعًا، لذا لا يحدّث نفسه.',
  'updates.obstacle.no-key': 'بُني Latchkey هذا دون مفتاح للتحديثات، لذا لا يحدّث نفسه.',
  'updates.obstacle.switched-off': 'متوقّف.',
};
