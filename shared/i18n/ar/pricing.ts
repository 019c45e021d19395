import type { pricing as english } from '../en/pricing.ts';
import type { Texts } from '../messages.ts';

export const pricing: Texts<typeof english> = {
  'price.free': 'مجاني الآن',
  'price.rate': '≈ {amount}',
  'price.unknown': 'التعرفة غير معروفة',
  'price.list': 'سعر القائمة لـ {market} من {from} إلى {until}، دون الضرائب والرسوم ({source}).',
  'price.mayBeFree': 'أول 1,000 رسالة حرة في الشهر لا تكلف شيئًا لكل رقم.',
  'price.why.free-entry-point': 'جاء العميل من إعلان: لا يحتسب واتساب شيئًا حاليًا.',
  'price.why.no-list': 'لا قائمة أسعار على هذا الحاسوب.',
  'price.why.unreadable': 'لا يمكن استخدام قائمة الأسعار على هذا الحاسوب: {detail}.',
  'price.why.not-yet': 'تبدأ قائمة الأسعار على هذا الحاسوب في {from}.',
  'price.why.expired': 'انتهت قائمة الأسعار على هذا الحاسوب في {until}.',
  'price.why.not-whatsapp': 'لا تذكر قائمة أسعار واتساب شيئًا عن هذه القناة.',
  'price.why.no-number': 'رقم العميل غير معروف.',
  'price.why.no-market': 'لا تذكر قائمة الأسعار تعرفة لبلد العميل.',
  'price.why.no-rate': 'لا تذكر قائمة الأسعار تعرفة لهذا النوع من الرسائل.',
  'price.why.no-kind': 'لم يذكر واتساب فئة هذا القالب.',
  'price.sum.free':
    '{count, plural, zero {لا شيء مجاني} one {واحدة مجانية} two {اثنتان مجانيتان} few {# مجانية} many {# مجانية} other {# مجانية}}',
  'price.sum.rated':
    '{count, plural, zero {لا شيء مقابل ≈ {amount}} one {واحدة مقابل ≈ {amount}} two {اثنتان مقابل ≈ {amount}} few {# مقابل ≈ {amount}} many {# مقابل ≈ {amount}} other {# مقابل ≈ {amount}}}',
  'price.sum.unknown':
    '{count, plural, zero {لا شيء بتعرفة غير معروفة} one {واحدة بتعرفة غير معروفة} two {اثنتان بتعرفة غير معروفة} few {# بتعرفة غير معروفة} many {# بتعرفة غير معروفة} other {# بتعرفة غير معروفة}}',
  'price.answers': 'تكلفة الرد عليها: {sum}.',
  'price.messages': 'تكلفة رسائله: {sum}.',
};
