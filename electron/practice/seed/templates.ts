/** WhatsApp templates in Meta's JSON: every kind of header, variable and button a client has to cope with, and every verdict. */
import type { TemplateButton, TemplateComponent, WhatsAppTemplate } from '../state.ts';

const body = (text: string): TemplateComponent => ({ type: 'BODY', text });
const footer = (text: string): TemplateComponent => ({ type: 'FOOTER', text });
const heading = (text: string): TemplateComponent => ({ type: 'HEADER', format: 'TEXT', text });
const media = (format: 'IMAGE' | 'VIDEO' | 'DOCUMENT'): TemplateComponent => ({ type: 'HEADER', format });
const buttons = (...list: readonly TemplateButton[]): TemplateComponent => ({ type: 'BUTTONS', buttons: list });

type Rest = Partial<Pick<WhatsAppTemplate, 'status' | 'parameter_format'>>;
let lastId = 987_650_000_000_100;
function template(
  name: string,
  language: string,
  category: WhatsAppTemplate['category'],
  components: readonly TemplateComponent[],
  rest: Rest = {},
): WhatsAppTemplate {
  lastId += 37;
  return {
    id: String(lastId),
    name,
    language,
    category,
    status: 'APPROVED',
    parameter_format: 'POSITIONAL',
    components,
    ...rest,
  };
}

const deliveryButtons = buttons(
  { type: 'QUICK_REPLY', text: 'Yes, that works' },
  { type: 'QUICK_REPLY', text: 'Another day' },
);

export const templates: readonly WhatsAppTemplate[] = [
  template('continue_conversation', 'en_US', 'UTILITY', [
    body(
      'Hello {{1}}, we have an answer to your question about {{2}}. Reply to this message and we will carry on right here.',
    ),
    footer('Harbour & Pine customer care'),
  ]),
  template('continue_conversation', 'es_MX', 'UTILITY', [
    body('Hola {{1}}, ya tenemos respuesta a tu consulta sobre {{2}}. Responde a este mensaje y seguimos por aquí.'),
    footer('Atención al cliente de Harbour & Pine'),
  ]),
  template('continue_conversation', 'pt_BR', 'UTILITY', [
    body('Olá {{1}}, temos uma resposta sobre {{2}}. Responda a esta mensagem e continuamos por aqui.'),
  ]),
  template('continue_conversation', 'de', 'UTILITY', [
    body('Guten Tag {{1}}, wir haben eine Antwort auf Ihre Frage zu {{2}}. Antworten Sie einfach auf diese Nachricht.'),
  ]),
  template(
    'order_shipped',
    'en_US',
    'UTILITY',
    [
      heading('Order {{order_number}}'),
      body(
        'Good news, {{first_name}}: your order has left our warehouse and should arrive on {{delivery_date}}. Follow it with the button below.',
      ),
      footer('You receive this because you ordered from us'),
      buttons(
        { type: 'URL', text: 'Track parcel', url: 'https://track.example.com/p/{{1}}' },
        { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+15550783881' },
      ),
    ],
    { parameter_format: 'NAMED' },
  ),
  template(
    'appointment_delivery',
    'nl',
    'UTILITY',
    [
      body(
        'Hallo {{voornaam}}, past het als we je bestelling op {{datum}} tussen {{tijdvak}} bezorgen? Laat het ons weten.',
      ),
      deliveryButtons,
    ],
    { parameter_format: 'NAMED' },
  ),
  template('delivery_window', 'en_US', 'UTILITY', [
    body('We would like to deliver your order on {{1}} between {{2}}. Does that work for you?'),
    deliveryButtons,
  ]),
  template('invoice_ready', 'en_US', 'UTILITY', [
    media('DOCUMENT'),
    body('Dear {{1}}, please find attached the invoice for order {{2}}. Write back if anything is wrong.'),
  ]),
  template('damage_photo_request', 'en_US', 'UTILITY', [
    body(
      'Sorry that your parcel arrived damaged. Please answer with a photo of the box and of the item, and we will replace it.',
    ),
  ]),
  template('autumn_offer', 'en_US', 'MARKETING', [
    media('IMAGE'),
    body(
      'Hi {{1}}, the new autumn collection is here. As a regular customer you get 15% off with the code below until Sunday.',
    ),
    footer('Reply STOP to hear no more offers'),
    buttons(
      { type: 'COPY_CODE', text: 'Copy code' },
      { type: 'URL', text: 'See collection', url: 'https://shop.example.com/autumn' },
    ),
  ]),
  template('rate_our_service', 'pt_BR', 'MARKETING', [
    body('Olá {{1}}! Como foi a sua experiência com a gente? Sua opinião nos ajuda muito a melhorar.'),
    buttons(
      { type: 'QUICK_REPLY', text: 'Ótima' },
      { type: 'QUICK_REPLY', text: 'Boa' },
      { type: 'QUICK_REPLY', text: 'Ruim' },
    ),
  ]),
  template('order_confirmed', 'ar', 'UTILITY', [
    body('مرحباً {{1}}، تم تأكيد طلبك رقم {{2}} وسنخبرك فور شحنه. شكراً لثقتك بنا.'),
  ]),
  template('refund_done', 'hi', 'UTILITY', [
    body('नमस्ते {{1}}, आपके ऑर्डर {{2}} का रिफंड कर दिया गया है। 3–5 दिन में आपके खाते में दिखेगा।'),
  ]),
  template(
    'back_in_stock',
    'en_US',
    'MARKETING',
    [body('Hi {{1}}, the item on your wish list is back: {{2}}. Shall we keep one for you?')],
    { status: 'PAUSED' },
  ),
  template(
    'flash_sale_today',
    'en_US',
    'MARKETING',
    [body('FLASH SALE!!! Only today 70% off everything, {{1}}! Hurry up now!')],
    { status: 'REJECTED' },
  ),
  template(
    'pickup_ready',
    'en_US',
    'UTILITY',
    [body('Hello {{1}}, your order {{2}} is ready for pick-up at our store until Saturday.')],
    { status: 'PENDING' },
  ),
  template('login_code', 'en_US', 'AUTHENTICATION', [
    body('*{{1}}* is your verification code. For your security, do not share this code.'),
    footer('This code expires in 10 minutes.'),
    buttons({
      type: 'OTP',
      text: 'Copy code',
      url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}',
    }),
  ]),
  template('customer_satisfaction_survey_11', 'en', 'UTILITY', [
    body('Please rate this conversation'),
    buttons({ type: 'URL', text: 'Rate', url: 'https://survey.example.com/{{1}}' }),
  ]),
];
