import type { intro as english } from '../en/intro.ts';
import type { Texts } from '../messages.ts';

export const intro: Texts<typeof english> = {
  'intro.drill.next.do': 'اضغط {keys}',
  'intro.drill.next.why': 'للنزول في القائمة إلى Mara Singh.',
  'intro.drill.reply.do': 'اضغط {keys}',
  'intro.drill.reply.why': 'للرد عليها.',
  'intro.drill.send.do': 'اكتب بضع كلمات واضغط {keys}',
  'intro.drill.send.why': 'لإرسالها.',
  'intro.drill.mention.do': 'اضغط @',
  'intro.drill.mention.why':
    'انتهت نافذة 24 ساعة: لا يصل أي نص حر إلى Mara. ما تبدؤه بـ @ ملاحظة، ولا يقرؤها إلا فريقك.',
  'intro.drill.note.do': 'اختر Ana بمفتاح Enter، واكتب لها كلمة، ثم اضغط {keys}',
  'intro.drill.note.why': 'لإضافة الملاحظة.',
  'intro.drill.template.do': 'اضغط {keys}',
  'intro.drill.template.why': 'القالب هو الشيء الوحيد الذي ما زال واتساب يسمح بمروره.',
  'intro.drill.choose.do': 'اختر واحدًا بمفاتيح الأسهم واضغط Enter',
  'intro.drill.choose.why': 'حين تجيب Mara عليه تُفتح النافذة من جديد.',
  'intro.drill.done.do': 'لقد أجبت وكتبت ملاحظة وأعدت فتح محادثة من دون الفأرة.',
  'intro.drill.done.why': 'لم يُرسل شيء من ذلك إلى أحد.',

  'intro.title': 'مقدمة',
  'intro.step': 'الخطوة {at} من {all}',
  'intro.skip': 'تخطي هذه الخطوة',
  'intro.next': 'التالي',
  'intro.back': 'رجوع',
  'intro.finish': 'إلى صندوق الوارد',
  'intro.again': 'البدء من جديد',
  'intro.againHelp': 'كيف تعمل النوافذ والملاحظات والقوالب، وتمرين من ستين ثانية. لا يُرسل شيء من ذلك.',

  'intro.bar.welcome': 'جديد هنا؟ ثلاث دقائق تريك كيف تعمل النوافذ والملاحظات والقوالب.',
  'intro.bar.resume':
    '{count, plural, zero {لم يبقَ من المقدمة شيء.} one {بقيت خطوة واحدة من المقدمة.} two {بقيت خطوتان من المقدمة.} few {بقيت # خطوات من المقدمة.} many {بقيت # خطوة من المقدمة.} other {بقيت # خطوة من المقدمة.}}',
  'intro.bar.start': 'أرني',
  'intro.bar.goOn': 'متابعة',
  'intro.bar.later': 'ليس الآن',
  'intro.bar.label': 'مقدمة',

  'intro.welcome.title': 'مرحبًا بك في Latchkey',
  'intro.welcome.text':
    'Latchkey للرد على العملاء في واتساب. يعدّ تنازليًا 24 ساعة يمكنك فيها الكتابة بحرية، ويعرض دائمًا مخرجًا حين تنتهي.',
  'intro.welcome.practice': 'التجول في مساحة التدريب',
  'intro.welcome.practiceWhy':
    'صندوق وارد حي لفريق على هذا الحاسوب، بعملاء وهميين. يمكنك تجربة كل شيء: لا يصل شيء إلى أي شخص حقيقي.',
  'intro.welcome.server': 'تسجيل الدخول إلى خادم فريقك',
  'intro.welcome.serverWhy': 'خادم Chatwoot، بكلمة مرورك أو برمز الوصول. لا يرى Latchkey كلمة مرورك في واتساب أبدًا.',

  'intro.computer.title': 'هذا الحاسوب',
  'intro.computer.kept':
    'تُحفظ المحادثات والمسودات وما ينتظر الإرسال في ملفات على هذا الحاسوب، كي تستطيع العمل دون اتصال.',
  'intro.computer.plain':
    'هذه الملفات غير مشفرة بعد. من يستطيع فتح حسابك يستطيع قراءتها. إن كان غيرك يستخدم هذا الحاسوب فشغّل تشفير القرص في النظام.',
  'intro.computer.token': 'رمز وصولك',
  'intro.computer.folder': 'المجلد',
  'intro.computer.nowhere': 'لا يُرسل إلينا شيء. يتحدث Latchkey مع خادم فريقك ولا يتحدث مع غيره.',

  'intro.window.title': 'الحلقة هي نافذة 24 ساعة',
  'intro.window.text':
    'كل رسالة من عميل تفتح 24 ساعة يمكنك فيها الكتابة بحرية. تبيّن الحلقة في القائمة كم بقي: يتغير شكلها وإطارها وكلماتها كلما اقتربت النهاية.',
  'intro.window.real': 'من قائمتك، الآن:',
  'intro.window.none': 'ليس في قائمتك محادثة كهذه بعد. تظهر الحلقة مع أول واحدة.',
  'intro.window.closed':
    'حين تنتهي لا يقبل واتساب إلا قالبًا معتمدًا. يقفل Latchkey قبل ذلك، كي لا تُرفض لك رسالة في الطريق. الملاحظات لفريقك تعمل دائمًا.',

  'intro.drill.title': 'ستون ثانية من دون الفأرة',
  'intro.drill.text': 'محادثتان وهميتان. لا توجدان إلا في هذه الصفحة، ولا يُرسل شيء مما تكتبه هنا.',
  'intro.drill.list': 'محادثات التدريب',
  'intro.drill.thread': 'رسائل التدريب',
  'intro.drill.asks': 'متى تصل دراجتي؟',
  'intro.drill.other': 'شكرًا، كل شيء على ما يرام.',
  'intro.drill.field.reply': 'رد إلى Mara Singh',
  'intro.drill.field.note': 'ملاحظة داخلية، لفريقك فقط',
  'intro.drill.mode.reply': 'إلى Mara Singh · واتساب',
  'intro.drill.mode.note': 'ملاحظة داخلية · لفريقك فقط',
  'intro.drill.locked': 'انتهت نافذة 24 ساعة. لا يقبل واتساب الآن إلا قالبًا.',
  'intro.drill.templates': 'قوالب التدريب',
  'intro.drill.template.followUp': 'مرحبًا Mara، طلبك جاهز. هل نخبرك بالمزيد؟',
  'intro.drill.template.callBack': 'مرحبًا Mara، سألتِنا عن شيء. هل نتابع هنا؟',
  'intro.drill.kind.reply': 'ردك',
  'intro.drill.kind.note': 'ملاحظتك',
  'intro.drill.kind.template': 'قالبك',
  'intro.drill.singleOff':
    'المفاتيح المفردة متوقفة في الإعدادات، فلا تفعل J وR وT شيئًا هنا ولا في صندوق الوارد. مفاتيح الأسهم وEnter والمفاتيح مع Ctrl تعمل.',
  'intro.drill.switchOn': 'تفعيلها',
  'intro.drill.restart': 'من البداية',

  'intro.notifications.title': 'الإشعارات',
  'intro.notifications.text':
    'ينبهك Latchkey حين يكتب عميل وحين توشك نافذة أن تنتهي. وأفضل طريقة لمعرفة هل يسمح النظام بذلك هي التجربة.',
};
