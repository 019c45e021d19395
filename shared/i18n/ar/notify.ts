import type { notify as english } from '../en/notify.ts';
import type { Texts } from '../messages.ts';

export const notify: Texts<typeof english> = {
  'notify.text': '{text}',
  'notify.message.title': '{name}',
  'notify.message.private': 'رسالة جديدة',
  'notify.message.several':
    '{count, plural, zero {لا رسائل جديدة} one {رسالة جديدة واحدة} two {رسالتان جديدتان} few {# رسائل جديدة} many {# رسالة جديدة} other {# رسالة جديدة}}',
  'notify.mention.title': 'أشار إليك {by}',
  'notify.mention.body': '{name}: {text}',
  'notify.mention.private': 'في المحادثة مع {name}',
  'notify.assignment.title': 'أُسندت إليك {name}',
  'notify.parked.title': 'تعذّر خروج رسالة',
  'notify.parked.body': '{name}: انتهت النافذة قبل أن تخرج. نصك محفوظ.',
  'notify.closing.title':
    '{minutes, plural, =240 {بقيت 4 ساعات} =60 {بقيت ساعة واحدة} zero {لم يبقَ وقت} one {بقيت دقيقة واحدة} two {بقيت دقيقتان} few {بقيت # دقائق} many {بقيت # دقيقة} other {بقيت # دقيقة}}: {name}',
  'notify.closing.body': 'ينتظر إجابة. تنتهي النافذة في {closesAt}.',
  'notify.closing.burst.title':
    '{count, plural, zero {لا نافذة تنتهي} one {نافذة واحدة تنتهي} two {نافذتان تنتهيان} few {# نوافذ تنتهي} many {# نافذة تنتهي} other {# نافذة تنتهي}} قبل {before}',
  'notify.closing.burst.body': 'الأولى: {name}، في {closesAt}',
  'notify.burst.title':
    '{count, plural, zero {لا شيء} one {أمر واحد} two {أمران} few {# أمور} many {# أمرًا} other {# أمر}} للاطلاع',
  'notify.count.title':
    '{count, plural, zero {لا جديد في Latchkey} one {أمر جديد واحد في Latchkey} two {أمران جديدان في Latchkey} few {# أمور جديدة في Latchkey} many {# أمرًا جديدًا في Latchkey} other {# أمر جديد في Latchkey}}',
  'notify.digest.title': 'أثناء غيابك',
  'notify.tally.messages':
    '{count, plural, zero {لا رسائل جديدة} one {رسالة جديدة واحدة} two {رسالتان جديدتان} few {# رسائل جديدة} many {# رسالة جديدة} other {# رسالة جديدة}}',
  'notify.tally.mentions':
    '{count, plural, zero {لا إشارات} one {إشارة واحدة} two {إشارتان} few {# إشارات} many {# إشارة} other {# إشارة}}',
  'notify.tally.assignments':
    '{count, plural, zero {لم يُسند إليك شيء} one {أُسندت إليك واحدة} two {أُسندت إليك اثنتان} few {أُسندت إليك #} many {أُسندت إليك #} other {أُسندت إليك #}}',
  'notify.tally.closing':
    '{count, plural, zero {لا نافذة تنتهي قريبًا} one {نافذة واحدة تنتهي قريبًا} two {نافذتان تنتهيان قريبًا} few {# نوافذ تنتهي قريبًا} many {# نافذة تنتهي قريبًا} other {# نافذة تنتهي قريبًا}}',
  'notify.tally.closed':
    '{count, plural, zero {لم تنتهِ أي نافذة} one {انتهت نافذة واحدة} two {انتهت نافذتان} few {انتهت # نوافذ} many {انتهت # نافذة} other {انتهت # نافذة}}',
  'notify.tally.parked':
    '{count, plural, zero {لا رسائل بانتظار قالب} one {رسالة واحدة بانتظار قالب} two {رسالتان بانتظار قالب} few {# رسائل بانتظار قالب} many {# رسالة بانتظار قالب} other {# رسالة بانتظار قالب}}',
  'notify.action.reply': 'رد',
  'notify.action.note': 'إضافة ملاحظة',
  'notify.action.choose-template': 'اختيار قالب',
  'notify.action.open': 'فتح',
  'notify.action.start-sweep': 'بدء الجولة',

  'tray.summary':
    '{unread, plural, zero {لا شيء غير مقروء} one {واحدة غير مقروءة} two {اثنتان غير مقروءتين} few {# غير مقروءة} many {# غير مقروءة} other {# غير مقروءة}} · {closing, plural, zero {لا نافذة تنتهي قريبًا} one {نافذة واحدة تنتهي قريبًا} two {نافذتان تنتهيان قريبًا} few {# نوافذ تنتهي قريبًا} many {# نافذة تنتهي قريبًا} other {# نافذة تنتهي قريبًا}}',
  'tray.summary.offline':
    'دون اتصال · {unread, plural, zero {لا شيء غير مقروء} one {واحدة غير مقروءة} two {اثنتان غير مقروءتين} few {# غير مقروءة} many {# غير مقروءة} other {# غير مقروءة}} · {closing, plural, zero {لا نافذة تنتهي قريبًا} one {نافذة واحدة تنتهي قريبًا} two {نافذتان تنتهيان قريبًا} few {# نوافذ تنتهي قريبًا} many {# نافذة تنتهي قريبًا} other {# نافذة تنتهي قريبًا}}',
  'tray.signed-out': 'مسجّل الخروج. المسودات والرسائل المنتظرة محفوظة.',
  'tray.open': 'فتح Latchkey',
  'tray.closing': 'تنتهي قريبًا',
  'tray.closing.one': '{name} · حتى {closesAt}',
  'tray.outbox': 'صندوق الصادر ({count})',
  'tray.dnd': 'عدم الإزعاج',
  'tray.dnd.half-hour': 'لمدة 30 دقيقة',
  'tray.dnd.hour': 'لمدة ساعة واحدة',
  'tray.dnd.tomorrow': 'حتى الغد 09:00',
  'tray.dnd.off': 'السماح بالإزعاج من جديد',
  'tray.check': 'فحص الإشعارات…',
  'tray.quit': 'إنهاء',

  'alerts.section': 'التنبيهات',
  'alerts.privacy': 'تقول الإشعارات',
  'alerts.privacyHelp': 'مقدار ما يظهر على شاشة قد يراها غيرك.',
  'alerts.privacy.off': 'لا شيء: بلا إشعارات',
  'alerts.privacy.count': 'العدد فقط',
  'alerts.privacy.name': 'مَن، من دون ماذا',
  'alerts.privacy.text': 'مَن وماذا',
  'alerts.whose': 'نبّهني عن',
  'alerts.whoseHelp': 'يُنبَّه دائمًا عن الإشارات وعن رسائلك التي تعذّر خروجها.',
  'alerts.whose.mine': 'محادثاتي',
  'alerts.whose.mine-and-unassigned': 'محادثاتي وما لا يتولاه أحد',
  'alerts.whose.all': 'جميع المحادثات',
  'alerts.messages': 'الرسائل الجديدة',
  'alerts.messagesHelp': 'ليس عن المحادثة التي أمامك.',
  'alerts.mentions': 'الإشارات',
  'alerts.mentionsHelp': 'حين يشير إليك زميل في ملاحظة.',
  'alerts.assignments': 'الإسنادات',
  'alerts.assignmentsHelp': 'حين يسند إليك أحد محادثة.',
  'alerts.parked': 'الرسائل المحفوظة جانبًا',
  'alerts.parkedHelp': 'حين تنتهي نافذة قبل أن يخرج ردك.',
  'alerts.closing': 'النوافذ التي توشك أن تنتهي',
  'alerts.closingHelp': 'قبل 4 ساعات وساعة واحدة و15 دقيقة، ما دام العميل ينتظر إجابة. ودون اتصال أيضًا.',
  'alerts.sound': 'الصوت',
  'alerts.soundHelp': 'للرسائل الجديدة وللتحذير الأخير.',
  'alerts.quiet': 'ساعات الهدوء',
  'alerts.quietHelp': 'لا يظهر شيء فيها؛ ويُلخَّص ما حدث حين تنتهي.',
  'alerts.quietFrom': 'الهدوء من',
  'alerts.quietTo': 'الهدوء حتى',
  'alerts.dnd': 'عدم الإزعاج',
  'alerts.dndHelp': 'لمرة واحدة. يُلخَّص بعدها ما حدث خلالها.',
  'alerts.dndUntil': 'حتى {time}',
  'alerts.closeToTray': 'البقاء عاملًا في العلبة',
  'alerts.closeToTrayHelp': 'إغلاق النافذة يترك Latchkey في العلبة كي يواصل تنبيهك.',
  'alerts.startAtLogin': 'البدء مع الحاسوب',
  'alerts.startAtLoginHelp': 'مخفيًا في العلبة. لا شيء ينبهك قبل أن يعمل Latchkey.',
  'alerts.banner': 'التنبيهات',
  'alerts.noWorkspace': 'هذا الرابط يخص مساحة عمل ليست على هذا الحاسوب.',
  'alerts.several':
    '{count, plural, zero {لا مزيد} one {وواحد آخر} two {واثنان آخران} few {و# أخرى} many {و# آخر} other {و# آخر}}',

  'tray.badge':
    '{count, plural, zero {لا محادثات غير مقروءة} one {محادثة واحدة غير مقروءة} two {محادثتان غير مقروءتين} few {# محادثات غير مقروءة} many {# محادثة غير مقروءة} other {# محادثة غير مقروءة}}',
  'tray.none.title': 'يبقى Latchkey في شريط المهام',
  'tray.none.text':
    'لا يعرض سطح المكتب هذا أيقونات في العلبة، فإغلاق النافذة يصغّرها. أنهِ البرنامج بـ Ctrl+Q، أو أضف من إعدادات سطح المكتب امتدادًا لأيقونات العلبة.',
  'quit.title':
    '{count, plural, zero {خرجت جميع الرسائل من هذا الحاسوب} one {رسالة واحدة لم تخرج من هذا الحاسوب} two {رسالتان لم تخرجا من هذا الحاسوب} few {# رسائل لم تخرج من هذا الحاسوب} many {# رسالة لم تخرج من هذا الحاسوب} other {# رسالة لم تخرج من هذا الحاسوب}}',
  'quit.text': 'هي محفوظة وتخرج حين يعمل Latchkey من جديد، ما دامت نوافذها مفتوحة حينها.',
  'quit.leave': 'الإنهاء على أي حال',
  'quit.stay': 'مواصلة العمل',
  'crash.again.title': 'توقفت صفحة Latchkey عدة مرات',
  'crash.again.text': 'لم يضع شيء: المسودات والرسائل محفوظة. أنهِ Latchkey وشغّله من جديد.',
  'hang.title': 'صفحة Latchkey لا تجيب',
  'hang.text': 'لم يضع شيء: المسودات والرسائل محفوظة. يمكنك الانتظار، أو تحميل الصفحة من جديد.',
  'hang.wait': 'انتظار',
  'hang.reload': 'تحميل من جديد',

  'notify.kept.title': 'لم يُرسل ردك. انسخه من هنا:',
  'tray.none.understood': 'فهمت',
};
