/**
 * A moment in the words of another language of the page, said in the English ones that `read-moment.ts` reads. Word by word,
 * so English goes through as it is, and a mixture too. Days and months come from `Intl`, the rest from the lists below.
 */

/** What each English word of a moment is called; longer phrases win over shorter ones. '' : says nothing here. */
type Words = Readonly<Record<string, readonly string[]>>;

const german: Words = {
  today: ['heute'],
  tomorrow: ['morgen'],
  'tomorrow morning': ['morgen früh', 'morgen vormittag'],
  tonight: ['heute abend', 'heute nacht'],
  morning: ['früh', 'vormittag', 'vormittags', 'morgens'],
  noon: ['mittag', 'mittags'],
  afternoon: ['nachmittag', 'nachmittags'],
  evening: ['abend', 'abends'],
  next: ['nächsten', 'nächste', 'nächster', 'nächstes', 'kommenden'],
  until: ['bis', 'bis zum'],
  for: ['für'],
  on: ['am'],
  at: ['um', 'gegen'],
  "o'clock": ['uhr'],
  in: ['in'],
  '1': ['ein', 'eine', 'einem', 'einer'],
  m: ['min', 'minute', 'minuten'],
  h: ['std', 'stunde', 'stunden'],
  d: ['tag', 'tage', 'tagen'],
  w: ['woche', 'wochen'],
  'before close': ['vor dem schließen', 'bevor es schließt', 'vor schluss'],
};

const dutch: Words = {
  today: ['vandaag'],
  tomorrow: ['morgen'],
  'tomorrow morning': ['morgenochtend', 'morgenvroeg', 'morgen vroeg'],
  'tomorrow afternoon': ['morgenmiddag'],
  'tomorrow evening': ['morgenavond'],
  tonight: ['vanavond', 'vannacht'],
  morning: ['ochtend', "'s ochtends"],
  afternoon: ['middag', "'s middags"],
  evening: ['avond', "'s avonds"],
  next: ['volgende', 'komende'],
  until: ['tot'],
  on: ['op'],
  at: ['om'],
  in: ['over', 'in'],
  '1': ['een', 'één'],
  m: ['min', 'minuut', 'minuten'],
  h: ['uur', 'uren', 'u'],
  d: ['dag', 'dagen'],
  w: ['week', 'weken'],
  'before close': ['voor het sluit', 'voor sluiten', 'voor het sluiten'],
};

const spanish: Words = {
  '': ['de', 'del'],
  today: ['hoy'],
  tomorrow: ['mañana', 'manana'],
  tonight: ['esta noche', 'hoy por la noche'],
  morning: ['por la mañana'],
  noon: ['mediodía', 'mediodia', 'al mediodía'],
  afternoon: ['por la tarde', 'tarde'],
  evening: ['por la noche', 'noche'],
  am: ['de la mañana'],
  pm: ['de la tarde', 'de la noche'],
  next: ['próximo', 'próxima', 'proximo', 'proxima', 'el próximo', 'el proximo', 'la próxima', 'que viene'],
  until: ['hasta'],
  for: ['durante'],
  on: ['el'],
  at: ['a las', 'a la', 'las'],
  in: ['en', 'dentro de'],
  '1': ['un', 'una'],
  m: ['min', 'minuto', 'minutos'],
  h: ['hora', 'horas'],
  d: ['día', 'días', 'dia', 'dias'],
  w: ['semana', 'semanas'],
  'before close': ['antes del cierre', 'antes de cerrar'],
};

const portuguese: Words = {
  '': ['de'],
  today: ['hoje'],
  tomorrow: ['amanhã', 'amanha'],
  tonight: ['hoje à noite', 'hoje a noite', 'esta noite'],
  morning: ['de manhã', 'pela manhã', 'manhã'],
  noon: ['meio-dia', 'ao meio-dia', 'meio dia'],
  afternoon: ['à tarde', 'de tarde', 'tarde'],
  evening: ['à noite', 'de noite', 'noite'],
  am: ['da manhã'],
  pm: ['da tarde', 'da noite'],
  next: ['próxima', 'próximo', 'proxima', 'proximo', 'na próxima', 'no próximo', 'que vem'],
  until: ['até', 'ate'],
  for: ['durante'],
  on: ['na', 'no'],
  at: ['às', 'as', 'à'],
  in: ['em', 'daqui a', 'daqui'],
  '1': ['um', 'uma'],
  m: ['min', 'minuto', 'minutos'],
  h: ['hora', 'horas'],
  d: ['dia', 'dias'],
  w: ['semana', 'semanas'],
  mon: ['segunda'],
  tue: ['terça', 'terca'],
  wed: ['quarta'],
  thu: ['quinta'],
  fri: ['sexta'],
  'before close': ['antes de fechar'],
};

const arabic: Words = {
  today: ['اليوم'],
  tomorrow: ['غدا', 'غدًا', 'غدّا', 'بكرة'],
  tonight: ['الليلة', 'هذا المساء', 'مساء اليوم'],
  am: ['ص', 'صباحا', 'صباحًا'],
  pm: ['م', 'مساء', 'مساءً'],
  noon: ['ظهرا', 'ظهرًا', 'الظهر'],
  next: ['القادم', 'القادمة', 'المقبل'],
  until: ['حتى', 'إلى'],
  for: ['لمدة'],
  on: ['يوم'],
  at: ['الساعة', 'في الساعة'],
  in: ['بعد', 'خلال'],
  m: ['دقيقة', 'دقائق', 'د'],
  h: ['ساعة', 'ساعات'],
  d: ['أيام', 'ايام', 'يوما', 'يومًا'],
  w: ['أسبوع', 'أسابيع', 'اسبوع', 'اسابيع'],
  // One of a kind is said without its number, and two in one word.
  'in 1 h': ['بعد ساعة'],
  'in 1 d': ['بعد يوم'],
  'in 1 w': ['بعد أسبوع', 'بعد اسبوع'],
  'for 1 h': ['لمدة ساعة'],
  'for 1 d': ['لمدة يوم'],
  'for 1 w': ['لمدة أسبوع', 'لمدة اسبوع'],
  '2 h': ['ساعتين'],
  '2 d': ['يومين'],
  '2 w': ['أسبوعين', 'اسبوعين'],
  'before close': ['قبل الإغلاق', 'قبل انتهائها'],
};

const languages: Readonly<Record<string, Words>> = {
  de: german,
  nl: dutch,
  es: spanish,
  pt: portuguese,
  ar: arabic,
};

/** As `read-moment.ts` knows them; the first is day 0 of a week. */
export const englishDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
export const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A Sunday. */
const someSunday = Date.UTC(2023, 0, 1);
const dayMs = 86_400_000;

interface Dictionary {
  readonly words: ReadonlyMap<string, string>;
  /** Behind a number they come first: "mar" is Tuesday in Spanish, and in "24 mar" it is March. */
  readonly months: ReadonlyMap<string, string>;
  readonly longestPhrase: number;
}

const dictionaries = new Map<string, Dictionary | null>();

/** `locale`: BCP 47. In a language we have no words of, and in English, `text` as it is. */
export function momentInEnglish(text: string, locale: string): string {
  const dictionary = dictionaryOf(locale.split('-')[0]?.toLowerCase() ?? '');
  if (dictionary === null) return text;
  const tokens =
    asciiDigits(text.normalize('NFC').toLowerCase()).match(/[\p{L}\p{M}'’-]+\.?|\d+(?:[:./-]\d+)*\.?|\S/gu) ?? [];
  const said: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const { english, length } = longestAt(tokens, at, dictionary, said.at(-1));
    if (english !== '') said.push(english);
    at += length;
  }
  return inOrder(said.join(' '));
}

function longestAt(
  tokens: readonly string[],
  at: number,
  { words, months, longestPhrase }: Dictionary,
  before: string | undefined,
): { readonly english: string; readonly length: number } {
  const isBehindNumber = /^\d+$/u.test(before ?? '');
  for (let length = Math.min(longestPhrase, tokens.length - at); length > 0; length -= 1) {
    const phrase = tokens
      .slice(at, at + length)
      .map(plain)
      .join(' ');
    const month = isBehindNumber ? months.get(phrase) : undefined;
    const english = month ?? words.get(phrase) ?? months.get(phrase);
    // "9 am" is English even where "am" is a word of its own.
    if (english !== undefined && !(isBehindNumber && phrase === 'am')) return { english, length };
  }
  return { english: numbers(tokens[at] ?? ''), length: 1 };
}

/** "24.12." and "24/12" are a day and its month, wherever English is not spoken; "14.30" is a time, and "24." a day. */
function numbers(token: string): string {
  const date = /^(\d{1,2})(?:\.(\d{1,2})\.|[/-](\d{1,2}))$/u.exec(token);
  const month = date === null ? undefined : englishMonths[Number(date[2] ?? date[3]) - 1];
  return month === undefined ? token.replace(/(?<=\d)\.$/u, '') : `${date?.[1] ?? ''} ${month}`;
}

/** English puts "next" before the day, and says "pm" of hours only. */
function inOrder(said: string): string {
  return said
    .replaceAll(/(?<!\d )\bam\b/gu, 'morning')
    .replaceAll(/(?<!\d )\bpm\b/gu, 'evening')
    .replace(new RegExp(`\\b(${englishDays.join('|')}) next\\b`, 'u'), 'next $1')
    .replace(/^on /u, '')
    .replaceAll(' ,', ',');
}

function dictionaryOf(language: string): Dictionary | null {
  const known = dictionaries.get(language);
  if (known !== undefined) return known;
  const list = languages[language];
  const made = list === undefined ? null : makeDictionary(language, list);
  dictionaries.set(language, made);
  return made;
}

function makeDictionary(language: string, list: Words): Dictionary {
  const words = new Map<string, string>();
  const months = new Map<string, string>();
  for (const style of ['short', 'long'] as const) {
    const dayAt = namer(language, 'weekday', { weekday: style });
    const monthAt = namer(language, 'month', { month: style, day: 'numeric' });
    for (const [index, day] of englishDays.entries()) words.set(dayAt(someSunday + index * dayMs), day);
    for (const [index, month] of englishMonths.entries()) months.set(monthAt(Date.UTC(2023, index, 15)), month);
  }
  for (const [english, phrases] of Object.entries(list)) {
    for (const phrase of phrases) words.set(phrase.split(' ').map(plain).join(' '), english);
  }
  const longestPhrase = Math.max(...[...words.keys()].map((phrase) => phrase.split(' ').length));
  return { words, months, longestPhrase };
}

/** Tells the weekday or month of a moment as it stands in a date, "novembro". */
function namer(language: string, part: 'weekday' | 'month', style: Intl.DateTimeFormatOptions): (at: number) => string {
  const format = new Intl.DateTimeFormat(language, { ...style, calendar: 'gregory', timeZone: 'UTC' });
  return (at) => {
    const found = format.formatToParts(at).find(({ type }) => type === part);
    return plain(found?.value.toLowerCase() ?? '');
  };
}

/** Without the dot of an abbreviation. */
function plain(word: string): string {
  return word.replace(/\.$/u, '').replaceAll('’', "'");
}

function asciiDigits(text: string): string {
  return text
    .replaceAll(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
