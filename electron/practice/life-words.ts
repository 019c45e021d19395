/** What customers and colleagues say when they speak by themselves, by language. */

type Words = Readonly<Record<string, readonly string[]>>;

/** After an agent wrote. */
export const answers: Words = {
  en: [
    'Great, thank you so much!',
    'Ok, that works for me.',
    'Thanks for the quick reply 🙏',
    'Perfect. Can you also send me the invoice?',
    'Hmm, the tracking page still says "in transit".',
    'Yes please, go ahead.',
  ],
  es: [
    '¡Muchas gracias!',
    'Perfecto, quedo atento.',
    'Sí, por favor.',
    '¿Y para cuándo llegaría?',
    'Vale, gracias por avisar 😊',
  ],
  pt: [
    'Muito obrigado!',
    'Pode ser, sim.',
    'Perfeito, fico no aguardo.',
    'E qual é o prazo, mais ou menos?',
    'Show, valeu 👍',
  ],
  de: [
    'Super, vielen Dank!',
    'Ja, das passt so.',
    'Alles klar, danke für die schnelle Antwort.',
    'Und wann kommt das Paket dann an?',
  ],
  nl: ['Top, dankjewel!', 'Ja, dat is goed.', 'Prima, ik wacht het even af.', 'Wanneer wordt het dan bezorgd?'],
  fr: ['Merci beaucoup !', 'Parfait, ça me va.', 'Oui, allez-y.', 'Et la livraison, c’est pour quand ?'],
  it: ['Grazie mille!', 'Va benissimo.', 'Sì, procedete pure.'],
  ar: ['شكراً جزيلاً!', 'نعم، هذا مناسب.', 'متى يصل الطلب تقريباً؟'],
  hi: ['बहुत धन्यवाद!', 'हाँ, ठीक है।', 'डिलीवरी कब तक होगी?'],
  tr: ['Çok teşekkürler!', 'Olur, bekliyorum.', 'Peki ne zaman gelir?'],
};

/** Out of the blue, in a conversation that exists. */
export const openers: Words = {
  en: [
    'Hi again, any news about my order?',
    'Quick question: can I still change the delivery address?',
    'The courier just called, but I missed it. What now?',
    'Is it possible to pick it up at your store instead?',
    'Sorry, one more thing…',
  ],
  es: [
    'Hola de nuevo, ¿hay novedades de mi pedido?',
    '¿Puedo cambiar la dirección de entrega?',
    'El repartidor llamó y no pude contestar.',
  ],
  pt: [
    'Oi, alguma novidade do meu pedido?',
    'Ainda dá para mudar o endereço?',
    'O entregador passou e eu não estava em casa.',
  ],
  de: [
    'Hallo nochmal, gibt es etwas Neues zu meiner Bestellung?',
    'Kann ich die Lieferadresse noch ändern?',
    'Der Bote war da, aber ich war nicht zu Hause.',
  ],
  nl: [
    'Hallo, is er al nieuws over mijn bestelling?',
    'Kan ik het bezorgadres nog wijzigen?',
    'Ik heb de bezorger net gemist.',
  ],
  fr: ['Bonjour, des nouvelles de ma commande ?', 'Puis-je encore changer l’adresse de livraison ?'],
  it: ['Buongiorno, ci sono novità sul mio ordine?', 'Posso ancora cambiare l’indirizzo?'],
  ar: ['مرحباً، هل من جديد بخصوص طلبي؟', 'هل يمكنني تغيير عنوان التوصيل؟'],
  hi: ['नमस्ते, मेरे ऑर्डर का क्या हुआ?', 'क्या मैं डिलीवरी का पता बदल सकता हूँ?'],
  tr: ['Merhaba, siparişimle ilgili gelişme var mı?', 'Teslimat adresini değiştirebilir miyim?'],
};

export const colleagueAnswers: Words = {
  en: [
    'Hi! I am looking into this for you right now.',
    'Thanks for waiting. I have asked the warehouse and will write back today.',
  ],
  es: ['¡Hola! Lo estoy revisando ahora mismo.', 'Gracias por la espera, ya hablé con el almacén.'],
  pt: ['Olá! Já estou verificando para você.', 'Obrigada por aguardar, falei com o depósito agora.'],
  de: ['Hallo! Ich schaue mir das gerade für Sie an.', 'Danke für die Geduld, das Lager meldet sich heute noch.'],
  nl: ['Hoi! Ik zoek het meteen voor je uit.', 'Bedankt voor het wachten, ik heb het magazijn gevraagd.'],
  fr: ['Bonjour ! Je regarde cela tout de suite.'],
  it: ['Buongiorno! Verifico subito.'],
  ar: ['مرحباً! أتحقق من الأمر الآن.'],
  hi: ['नमस्ते! मैं अभी देखता हूँ।'],
  tr: ['Merhaba! Hemen kontrol ediyorum.'],
};

export interface Stranger {
  readonly name: string;
  readonly phoneNumber: string;
  readonly language: string;
  readonly text: string;
}

/** People who write for the first time. Numbers are from ranges kept free for fiction where the country has one. */
export const strangers: readonly Stranger[] = [
  ['Olivia Grant', '+447700900301', 'en', 'Hello, do you ship to Northern Ireland?'],
  ['Marcus Bell', '+12025550171', 'en', 'Hi, the promo code from your newsletter does not work.'],
  ['Lucía Ferrer', '+34600000301', 'es', 'Buenas, ¿tienen la lámpara Alba en color negro?'],
  ['Tomás Herrera', '+525550000302', 'es', 'Hola, me llegó un pedido que no es mío.'],
  ['Beatriz Nogueira', '+5511900000303', 'pt', 'Bom dia! Vocês entregam em Curitiba?'],
  ['Rafael Pinto', '+351900000304', 'pt', 'Olá, comprei ontem e quero trocar o tamanho.'],
  ['Lena Hoffmann', '+4915000000305', 'de', 'Guten Tag, mein Gutschein wird nicht angenommen.'],
  ['Tim Brandt', '+4915000000306', 'de', 'Moin, kann ich die Bestellung auch abholen?'],
  ['Sanne de Vries', '+31600000307', 'nl', 'Goedemorgen, is de eettafel nog leverbaar?'],
  ['Daan Bakker', '+31600000308', 'nl', 'Hoi, ik kreeg een beschadigd pakket.'],
  ['Chloé Martin', '+33600000309', 'fr', 'Bonjour, comment retourner un article ?'],
  ['Giulia Conti', '+39300000310', 'it', 'Salve, spedite anche in Sardegna?'],
  ['نور الهاشمي', '+971500000311', 'ar', 'السلام عليكم، هل لديكم توصيل إلى الشارقة؟'],
  ['आरव मेहता', '+919900000312', 'hi', 'नमस्ते, क्या कैश ऑन डिलीवरी उपलब्ध है?'],
  ['Elif Kaya', '+905300000313', 'tr', 'Merhaba, iade süreci nasıl işliyor?'],
  ['Hannah Osei', '+447700900314', 'en', 'My parcel was left in the rain. Can somebody help?'],
  ['Joaquín Silva', '+56900000315', 'es', '¿Aceptan transferencia bancaria?'],
  ['Klara Novak', '+12025550176', 'en', 'Can I pay on account as a company?'],
].map(([name = '', phoneNumber = '', language = 'en', text = '']) => ({ name, phoneNumber, language, text }));
