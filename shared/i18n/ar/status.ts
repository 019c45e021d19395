import type { status as english } from '../en/status.ts';
import type { Texts } from '../messages.ts';

export const status: Texts<typeof english> = {
  'strip.label': 'الحالة',
  'strip.live': 'محدّث',
  'strip.connecting': 'جارٍ الاتصال…',
  'strip.syncing': 'جارٍ المزامنة {done} من {total}',
  'strip.syncingUnknown': 'جارٍ المزامنة {done}',
  'strip.catchingUp': 'جارٍ اللحاق بالجديد…',
  'strip.offlineSince': 'دون اتصال منذ {time}',
  'strip.offline': 'دون اتصال',
  'strip.serverDown': 'الخادم لا يجيب',
  'strip.slow': 'يطلب الخادم التمهل',
  'strip.signIn': 'تتطلب الشبكة تسجيل دخول',
  'strip.proxy': 'وكيل يعترض الطريق',
  'strip.badResponse': 'إجابة خاطئة من الخادم',
  'strip.refused': 'يرفض الخادم هذا الحساب',
  'strip.signedOut': 'سجّل الدخول من جديد',
  'strip.wireDown': 'جارٍ إعادة الاتصال بـ Latchkey…',
  'strip.lastSync': 'زُومن {time}',
  'strip.neverSynced': 'لم يُزامن بعد',
  'strip.outbox':
    '{count, plural, zero {صندوق الصادر فارغ} one {واحدة في الصادر} two {اثنتان في الصادر} few {# في الصادر} many {# في الصادر} other {# في الصادر}}',
  'strip.outboxAttention':
    '{count, plural, zero {لا رسائل تحتاج إليك} one {رسالة واحدة تحتاج إليك} two {رسالتان تحتاجان إليك} few {# رسائل تحتاج إليك} many {# رسالة تحتاج إليك} other {# رسالة تحتاج إليك}}',
  'strip.clock': 'وقت الخادم {time}',
  'strip.clockUnknown': 'الساعة غير متحقق منها',
  'strip.clockFast': 'الساعة متقدمة {minutes} د',
  'strip.clockSlow': 'الساعة متأخرة {minutes} د',
  'strip.account': 'الحساب {name}',

  'banner.offline':
    'أنت دون اتصال. يمكنك القراءة والبحث وكتابة الملاحظات وإضافة الردود إلى الانتظار. لا تخرج الردود المنتظرة إلا إذا بقيت نافذتها مفتوحة.',
  'banner.server': 'الخادم',
  'banner.serverDown': 'الخادم لا يجيب: يعطي {server} خطأ أو لا يجيب في الوقت المناسب. عملك محفوظ هنا ويخرج حين يعود.',
  'banner.rateLimited': 'يطلب منا {server} التمهل، فننتظر قليلًا. عملك محفوظ هنا ويخرج من تلقاء نفسه.',
  'banner.badResponse':
    'شيء آخر يجيب مكان {server}: وكيل أو جدار حماية أو برنامج آخر على هذا العنوان. عملك محفوظ هنا ويخرج حين يعود.',
  'banner.captivePortal':
    'تريد هذه الشبكة صفحة تسجيل دخول أولًا. افتحها في متصفحك وسجّل الدخول فيها؛ يستمر Latchkey من تلقاء نفسه. عملك محفوظ هنا.',
  'banner.proxy': 'وكيل في الطريق إلى {server} يريد تسجيل دخول أو لا يجيب. اسأل من يدير شبكتك. عملك محفوظ هنا.',
  'banner.refused': 'يجيب {server} لكنه يرفض حسابك: قد يكون موقوفًا، أو لم تعد عضوًا. اسأل المسؤول. عملك محفوظ هنا.',
  'banner.signIn': 'تسجيل الدخول',
  'banner.openServer': 'فتح الصفحة',
  'banner.details': 'التفاصيل',
  'banner.lastLive': 'متزامن حتى {time}',
  'banner.signedOut': 'انتهت جلستك. المسودات والرسائل المنتظرة محفوظة.',
  'banner.clock': 'ساعة حاسوبك غير مضبوطة. يعتمد العد التنازلي على وقت الخادم.',
  'banner.wireDown': 'توقف البرنامج الذي خلف هذه الصفحة عن الإجابة. نصك محفوظ هنا؛ ونواصل محاولة الوصول إليه.',
  'banner.retry': 'المحاولة الآن',
  'banner.retryIn': 'المحاولة التالية {time}',
};
