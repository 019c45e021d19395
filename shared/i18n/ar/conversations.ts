import type { conversations as english } from '../en/conversations.ts';
import type { Texts } from '../messages.ts';

export const conversations: Texts<typeof english> = {
  'view.open': 'المفتوحة',
  'view.mine': 'محادثاتي',
  'view.unassigned': 'غير المسندة',
  'view.mentions': 'الإشارات',
  'view.closing': 'تنتهي قريبًا',
  'view.snoozed': 'المؤجّلة',
  'view.resolved': 'المغلقة',
  'view.drafts': 'المسودات',
  'view.count':
    '{name}، {count, plural, zero {لا محادثات} one {محادثة واحدة} two {محادثتان} few {# محادثات} many {# محادثة} other {# محادثة}}',

  'list.label': 'المحادثات: {view}',
  'list.asOf': 'حتى {time}',
  'list.asOfLabel': 'دون اتصال. هذه القائمة كما كانت {time}.',
  'list.sort': 'الترتيب: {order}',
  'list.sort.activity': 'الأحدث أولًا',
  'list.sort.closing': 'الأقرب انتهاءً أولًا',
  'list.sort.waiting': 'الأطول انتظارًا',
  'list.loadingMore': 'جارٍ تحميل المزيد…',
  'list.newCount':
    '{count, plural, zero {لا جديد} one {واحدة جديدة} two {اثنتان جديدتان} few {# جديدة} many {# جديدة} other {# جديدة}}',
  'list.newCountLabel':
    '{count, plural, zero {لا محادثات جديدة} one {إظهار محادثة جديدة واحدة} two {إظهار محادثتين جديدتين} few {إظهار # محادثات جديدة} many {إظهار # محادثة جديدة} other {إظهار # محادثة جديدة}}',
  'list.changed': 'ترتيب جديد',
  'list.changedLabel': 'إظهار الترتيب الجديد',
  'list.error': 'تعذّرت قراءة القائمة',
  'copy.unreadable':
    'تعذرت قراءة النسخة على هذا الحاسوب. ما كتبته محفوظ، والمحادثات ما زالت على الخادم. تحقق من المساحة الخالية على القرص وحاول مرة أخرى.',
  'list.firstSync.title': 'جارٍ جلب محادثاتك',
  'list.firstSync.text': 'الأحدث أولًا. يمكنك بدء العمل الآن.',
  'list.firstSync.progress': '{done} من {total}',
  'list.firstSync.progressUnknown': '{done} حتى الآن',

  'list.filter.text': 'تصفية هذه القائمة بالاسم أو الرقم',
  'list.filter.placeholder': 'تصفية بالاسم أو الرقم',
  'list.filter.more': 'مزيد من عوامل التصفية',
  'list.filter.moreCount':
    '{count, plural, zero {مزيد من عوامل التصفية، لا شيء مفعّل} one {مزيد من عوامل التصفية، واحد مفعّل} two {مزيد من عوامل التصفية، اثنان مفعّلان} few {مزيد من عوامل التصفية، # مفعّلة} many {مزيد من عوامل التصفية، # مفعّلًا} other {مزيد من عوامل التصفية، # مفعّل}}',
  'list.filter.title': 'إظهار فقط',
  'list.filter.channel': 'الرقم',
  'list.filter.team': 'الفريق',
  'list.filter.label': 'الوسم',
  'list.filter.assignee': 'مسندة إلى',
  'list.filter.any': 'أي قيمة',
  'list.filter.active': 'عوامل التصفية المفعّلة',
  'list.filter.remove': 'إزالة عامل التصفية {what}: {value}',
  'list.filter.chip': '{what}: {value}',
  'list.filter.what.text': 'الاسم أو الرقم',
  'list.filter.clear': 'مسح الكل',
  'list.filter.none.title': 'لا شيء يطابق عوامل التصفية هذه',
  'list.filter.none.text': 'لا يوجد مثل ذلك في {view}.',
  'list.filter.none.clear': 'مسح عوامل التصفية',

  'list.empty.open.title': 'أُجيب على الجميع',
  'list.empty.open.text': 'لا شيء ينتظر. تظهر الرسائل الجديدة هنا من تلقاء نفسها.',
  'list.empty.mine.title': 'لا شيء مسند إليك',
  'list.empty.mine.text': 'خذ واحدة من غير المسندة، أو اضغط I في محادثة.',
  'list.empty.unassigned.title': 'لكل محادثة من يتولاها',
  'list.empty.unassigned.text': 'تظهر هنا المحادثات الجديدة التي لا يتولاها أحد.',
  'list.empty.mentions.title': 'لم يُشر إليك أحد',
  'list.empty.mentions.text': 'الملاحظات التي تشير إليك أو إلى فريقك تأتي بمحادثتها إلى هنا.',
  'list.empty.closing.title': 'لا نافذة تنتهي خلال 4 ساعات',
  'list.empty.closing.text': 'تظهر المحادثات هنا ما دام هناك وقت للرد بحرية.',
  'list.empty.snoozed.title': 'لا شيء مؤجّل',
  'list.empty.snoozed.text': 'اضغط S في محادثة لتعود لاحقًا.',
  'list.empty.resolved.title': 'لم تُغلق أي محادثة بعد',
  'list.empty.resolved.text': 'اضغط E في محادثة لإغلاقها.',
  'list.empty.drafts.title': 'لا رسائل غير مكتملة',
  'list.empty.drafts.text': 'ما تبدأ كتابته ولا ترسله يُحفظ هنا.',
  'list.empty.next.owned': 'تُغلق النافذة التالية {time}: {name} (مسندة إلى {owner}).',
  'list.empty.next.free': 'تُغلق النافذة التالية {time}: {name} (غير مسندة).',
  'list.empty.showOpen': 'إظهار كل المفتوحة',

  'row.unread':
    '{count, plural, zero {لا شيء غير مقروء} one {واحدة غير مقروءة} two {اثنتان غير مقروءتين} few {# غير مقروءة} many {# غير مقروءة} other {# غير مقروءة}}',
  'row.you': 'أنت: {text}',
  'row.note': 'ملاحظة: {text}',
  'row.automatic': 'تلقائية: {text}',
  'row.draft': 'مسودة',
  'row.pending': 'ليس على الخادم بعد',
  'row.noMessages': 'لا رسائل بعد',
  'row.unassigned': 'غير مسندة',
  'row.assignedTo': 'مسندة إلى {name}',
  'row.snoozedUntil': 'حتى {time}',
  'row.snoozedUntilReply': 'حتى يجيب العميل',
  'row.attachment': 'مرفق',
  'row.waitingSince': 'ينتظر منذ {time}',

  'bulk.label': 'تغيير المحادثات المحددة',
  'bulk.count':
    '{count, plural, zero {لا شيء محدد} one {حُددت واحدة} two {حُددت اثنتان} few {حُددت #} many {حُددت #} other {حُددت #}}',
  'bulk.all':
    '{count, plural, zero {لا شيء محمّل لتحديده} one {تحديد المحمّلة الواحدة} two {تحديد المحمّلتين كلتيهما} few {تحديد كل المحمّلة (#)} many {تحديد كل المحمّلة (#)} other {تحديد كل المحمّلة (#)}}',
  'bulk.clear': 'مسح التحديد (Esc)',
  'bulk.did':
    '{count, plural, zero {لم يتغير شيء: {what}.} one {تغيرت واحدة: {what}.} two {تغيرت اثنتان: {what}.} few {تغيرت #: {what}.} many {تغيرت #: {what}.} other {تغيرت #: {what}.}}',
  'bulk.already':
    '{count, plural, zero {لم تكن أي منها كذلك.} one {واحدة كانت كذلك من قبل.} two {اثنتان كانتا كذلك من قبل.} few {# كانت كذلك من قبل.} many {# كانت كذلك من قبل.} other {# كانت كذلك من قبل.}}',
  'bulk.window':
    '{count, plural, zero {لم تُستبعد أي منها.} one {استُبعدت واحدة: نافذتها لا تسمح بنص حر الآن.} two {استُبعدت اثنتان: نافذتاهما لا تسمحان بنص حر الآن.} few {استُبعدت #: نوافذها لا تسمح بنص حر الآن.} many {استُبعدت #: نوافذها لا تسمح بنص حر الآن.} other {استُبعدت #: نوافذها لا تسمح بنص حر الآن.}}',
  'bulk.refused':
    '{count, plural, zero {أمكن تغييرها كلها هنا.} one {تعذّر تغيير واحدة هنا.} two {تعذّر تغيير اثنتين هنا.} few {تعذّر تغيير # هنا.} many {تعذّر تغيير # هنا.} other {تعذّر تغيير # هنا.}}',
  'bulk.undo': 'تراجع',
  'bulk.undone':
    '{count, plural, zero {لم يمكن التراجع عن شيء: {what}.} one {تم التراجع عن واحدة: {what}.} two {تم التراجع عن اثنتين: {what}.} few {تم التراجع عن #: {what}.} many {تم التراجع عن #: {what}.} other {تم التراجع عن #: {what}.}}',
  'bulk.undone.ran':
    '{count, plural, zero {لم يفت الأوان على شيء.} one {فات الأوان على واحدة: نُفّذ الماكرو.} two {فات الأوان على اثنتين: نُفّذ الماكرو.} few {فات الأوان على #: نُفّذ الماكرو.} many {فات الأوان على #: نُفّذ الماكرو.} other {فات الأوان على #: نُفّذ الماكرو.}}',
  'bulk.undone.changed':
    '{count, plural, zero {لم يغيّر أحد شيئًا منذ ذلك.} one {غيّر أحدهم واحدة منذ ذلك فتبقى كما هي.} two {غيّر أحدهم اثنتين منذ ذلك فتبقيان كما هما.} few {غيّر أحدهم # منذ ذلك فتبقى كما هي.} many {غيّر أحدهم # منذ ذلك فتبقى كما هي.} other {غيّر أحدهم # منذ ذلك فتبقى كما هي.}}',
  'bulk.dismiss': 'إخفاء',
  'bulk.reaches': '{can} من {all}',
  'bulk.outliving':
    '{count, plural, zero {لن تنتهي أي نافذة قبل ذلك.} one {ستكون نافذة واحدة قد انتهت حينها: سيلزم قالب.} two {ستكون نافذتان قد انتهتا حينها: سيلزم قالبان.} few {ستكون # نوافذ قد انتهت حينها: ستلزم قوالب.} many {ستكون # نافذة قد انتهت حينها: ستلزم قوالب.} other {ستكون # نافذة قد انتهت حينها: ستلزم قوالب.}}',
  'bulk.action.assign': 'إسناد',
  'bulk.action.team': 'الفريق',
  'bulk.action.status': 'الحالة',
  'bulk.action.snooze': 'تأجيل',
  'bulk.action.label': 'الوسم',
  'bulk.action.priority': 'الأولوية',
  'bulk.action.read': 'مقروءة أو غير مقروءة',
  'bulk.action.macro': 'ماكرو',
  'bulk.title.assign':
    '{count, plural, =1 {إسناد {name}} zero {لا محادثات لإسنادها} one {إسناد محادثة واحدة} two {إسناد محادثتين} few {إسناد # محادثات} many {إسناد # محادثة} other {إسناد # محادثة}}',
  'bulk.title.team':
    '{count, plural, =1 {الفريق لمحادثة {name}} zero {لا محادثات لاختيار فريقها} one {الفريق لمحادثة واحدة} two {الفريق لمحادثتين} few {الفريق لـ # محادثات} many {الفريق لـ # محادثة} other {الفريق لـ # محادثة}}',
  'bulk.title.status':
    '{count, plural, =1 {حالة محادثة {name}} zero {لا محادثات لتغيير حالتها} one {حالة محادثة واحدة} two {حالة محادثتين} few {حالة # محادثات} many {حالة # محادثة} other {حالة # محادثة}}',
  'bulk.title.snooze':
    '{count, plural, =1 {تأجيل {name}} zero {لا محادثات لتأجيلها} one {تأجيل محادثة واحدة} two {تأجيل محادثتين} few {تأجيل # محادثات} many {تأجيل # محادثة} other {تأجيل # محادثة}}',
  'bulk.title.label':
    '{count, plural, =1 {وسم {name}} zero {لا محادثات لوسمها} one {وسم محادثة واحدة} two {وسم محادثتين} few {وسم # محادثات} many {وسم # محادثة} other {وسم # محادثة}}',
  'bulk.title.priority':
    '{count, plural, =1 {أولوية {name}} zero {لا محادثات لتغيير أولويتها} one {أولوية محادثة واحدة} two {أولوية محادثتين} few {أولوية # محادثات} many {أولوية # محادثة} other {أولوية # محادثة}}',
  'bulk.title.read':
    '{count, plural, =1 {تعليم {name}} zero {لا محادثات لتعليمها} one {تعليم محادثة واحدة} two {تعليم محادثتين} few {تعليم # محادثات} many {تعليم # محادثة} other {تعليم # محادثة}}',
  'bulk.title.macro':
    '{count, plural, =1 {تشغيل ماكرو على {name}} zero {لا محادثات لتشغيل ماكرو عليها} one {تشغيل ماكرو على محادثة واحدة} two {تشغيل ماكرو على محادثتين} few {تشغيل ماكرو على # محادثات} many {تشغيل ماكرو على # محادثة} other {تشغيل ماكرو على # محادثة}}',
  'bulk.find': 'اكتب للبحث',
  'bulk.nothing': 'لا شيء يطابق «{text}».',
  'bulk.option.me': '{name} (أنت)',
  'bulk.option.nobody': 'لا أحد',
  'bulk.option.noTeam': 'بلا فريق',
  'bulk.option.noPriority': 'بلا أولوية',
  'bulk.option.addLabel': 'إضافة {label}',
  'bulk.option.removeLabel': 'إزالة {label}',
  'bulk.option.read': 'تعليم كمقروءة',
  'bulk.option.unread': 'تعليم كغير مقروءة',
  'bulk.option.macroWrites': 'يكتب إلى العميل',
};
