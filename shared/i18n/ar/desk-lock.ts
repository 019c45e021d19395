import type { deskLock as english } from '../en/desk-lock.ts';
import type { Texts } from '../messages.ts';

export const deskLock: Texts<typeof english> = {
  'deskLock.title': 'Latchkey مقفل',
  'deskLock.text': 'تستمر الرسائل في الوصول، ويُرسل ما وضعته في الانتظار. مسوداتك محفوظة.',
  'deskLock.pin': 'الرمز السري',
  'deskLock.unlock': 'فتح القفل',
  'deskLock.wrong': 'هذا ليس الرمز السري. لم يتغير شيء.',
  'deskLock.wait':
    '{seconds, plural, zero {رموز خاطئة كثيرة. حاول الآن.} one {رموز خاطئة كثيرة. انتظر ثانية واحدة.} two {رموز خاطئة كثيرة. انتظر ثانيتين.} few {رموز خاطئة كثيرة. انتظر # ثوانٍ.} many {رموز خاطئة كثيرة. انتظر # ثانية.} other {رموز خاطئة كثيرة. انتظر # ثانية.}}',
  'deskLock.failed': 'تعذّر التحقق من الرمز السري. يبقى Latchkey مقفلًا. حاول مرة أخرى.',
  'deskLock.forgot': 'هل نسيت الرمز السري؟',
  'deskLock.forgot.title': 'تسجيل الخروج بدلًا من ذلك؟',
  'deskLock.forgot.text':
    'لا يستطيع أحد معرفة الرمز السري. تسجيل الخروج من كل مساحات العمل يفتح Latchkey بدونه: تُحذف المحادثات وجهات الاتصال والملفات من هذا الحاسوب وتعود عند تسجيل الدخول من جديد. تبقى المسودات وما لم يُرسل محفوظة، ومغلقة حتى ذلك الحين.',
  'deskLock.forgot.do': 'تسجيل الخروج من الكل',
  'deskLock.forgot.failed': 'لم ينجح تسجيل الخروج. يبقى Latchkey مقفلًا، ولم يُفقد شيء. حاول مرة أخرى.',
  'deskLock.section': 'القفل',
  'deskLock.setting': 'الرمز السري',
  'deskLock.settingHelp': 'من يمرّ يرى صفحة مقفلة بدلًا من محادثاتك. هذا لا يشفّر الملفات على هذا الحاسوب.',
  'deskLock.choose': 'اختيار رمز سري…',
  'deskLock.change': 'تغيير…',
  'deskLock.remove': 'إزالة…',
  'deskLock.now': 'القفل الآن',
  'deskLock.after': 'القفل بعد',
  'deskLock.after.off': 'إيقاف',
  'deskLock.after.minutes': '{minutes} د',
  'deskLock.afterHelp':
    'بعد هذه المدة دون أحد على هذا الحاسوب (في المتصفح: على هذه الصفحة)، وعند سكونه. مع رمز سري يبدأ Latchkey مقفلًا دائمًا.',
  'deskLock.impossible': 'لا يوجد في هذا الحاسوب مكان آمن لحفظ رمز سري.',
  'deskLock.dialog.choose': 'اختيار رمز سري',
  'deskLock.dialog.change': 'تغيير الرمز السري',
  'deskLock.dialog.remove': 'إزالة الرمز السري',
  'deskLock.current': 'الرمز الحالي',
  'deskLock.new': 'الرمز الجديد',
  'deskLock.newHelp': 'أربعة أحرف على الأقل. يمكن استخدام الحروف والكلمات.',
  'deskLock.again': 'الرمز الجديد مرة أخرى',
  'deskLock.differ': 'الرمزان غير متطابقين.',
  'deskLock.short': 'قصير جدًا: أربعة أحرف على الأقل.',
  'deskLock.save': 'حفظ',
};
