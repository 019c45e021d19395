import type { policy as english } from '../en/policy.ts';
import type { Texts } from '../messages.ts';

export const policy: Texts<typeof english> = {
  'policy.locked': 'حددته مؤسستك.',
  'policy.locked.ask': 'حددته مؤسستك. لتغييره اسأل: {contact}',
  'policy.title': 'قواعد مؤسستك',
  'policy.state': 'السياسة',
  'policy.state.none': 'لا توجد',
  'policy.state.applied': 'سارية',
  'policy.state.unreadable':
    'لا يمكن قراءة ملفها: إلى أن يمكن ذلك لا يسجّل أحد دخولًا جديدًا ولا توجد مساحة تدريب. المساحات المسجَّل دخولها تستمر.',
  'policy.state.unsafe': 'مُهمَلة: يستطيع غير المسؤول الكتابة في ملفها',
  'policy.path': 'مكان البحث',
  'policy.lockedSettings': 'إعدادات مقفلة',
  'policy.servers': 'الخوادم',
  'policy.servers.any': 'أي خادم',
  'policy.servers.none': 'لا شيء حاليًا',
  'policy.contact': 'من تسأل',
  'policy.problem': 'مشكلة في الملف',
  'policy.signIn.choose': 'اختارت مؤسستك الخوادم لهذا الحاسوب.',
  'policy.signIn.closed':
    'لا يستطيع أحد تسجيل الدخول على هذا الحاسوب حاليًا، لأن قواعد مؤسستك لا تذكر خادمًا أو لا يمكن قراءتها. لم يُفقد شيء. اسأل من يدير هذا الحاسوب.',
  'settings.trouble.damaged':
    'كان ملف الإعدادات تالفًا فبدأت الإعدادات من جديد. حُفظ الملف القديم باسم {detail} في مجلد البيانات.',
  'settings.trouble.newer':
    'كتب ملف الإعدادات إصدار أحدث من Latchkey. أُخذ منه ما يفهمه هذا الإصدار، وحُفظ الملف كاملًا باسم {detail} في مجلد البيانات.',
  'settings.trouble.bad-values': 'كانت لبعض الإعدادات قيم غير ممكنة فعادت إلى بدايتها: {detail}',
};
