/**
 * What keyboards make of their keys, for telling whether a binding can be typed and whether it would type something. Each has three
 * rows of the 48 keys that differ between keyboards, in the order of `places`: alone, with Shift, with AltGr (on a Mac: Option).
 * `◌` is a dead key, a space is nothing. Source: X.Org's xkeyboard-config, whose AltGr rows hold what Windows has and more; the
 * two of the Mac are Apple's.
 */
import { chordsOf, type Chord, type Stroke } from './keys.ts';

export interface Layout {
  readonly id: string;
  readonly name: string;
  readonly mac: boolean;
  readonly rows: readonly [plain: string, shift: string, altGr: string];
}

const places: readonly string[] = [
  'Backquote',
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((digit) => `Digit${digit}`),
  'Minus',
  'Equal',
  ...Array.from('QWERTYUIOP').map((letter) => `Key${letter}`),
  'BracketLeft',
  'BracketRight',
  ...Array.from('ASDFGHJKL').map((letter) => `Key${letter}`),
  'Semicolon',
  'Quote',
  'Backslash',
  'IntlBackslash',
  ...Array.from('ZXCVBNM').map((letter) => `Key${letter}`),
  'Comma',
  'Period',
  'Slash',
];

function layout(id: string, name: string, rows: Layout['rows']): Layout {
  return { id, name, mac: id.endsWith('-mac'), rows };
}

export const layouts: readonly Layout[] = [
  layout('us', 'English (US)', [
    "`1234567890-=qwertyuiop[]asdfghjkl;'\\<zxcvbnm,./",
    '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|>ZXCVBNM<>?',
    '                                     |          ',
  ]),
  layout('us-intl', 'English (US, international)', [
    '◌1234567890-=qwertyuiop[]asdfghjkl;◌\\\\zxcvbnm,./',
    '◌!@#$%◌&*()_+QWERTYUIOP{}ASDFGHJKL:◌||ZXCVBNM<>?',
    "`¡²³¤€¼½¾‘’¥×äåé®þüúíóö«»áßðfghjœø¶'¬\\æx©vbñµç◌¿",
  ]),
  layout('us-mac', 'English (US, Mac)', [
    "`1234567890-=qwertyuiop[]asdfghjkl;'\\<zxcvbnm,./",
    '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|>ZXCVBNM<>?',
    '◌¡™£¢∞§¶•ªº–≠œ∑◌®†¥◌◌øπ“‘åß∂ƒ©˙∆˚¬…æ«`Ω≈ç√∫◌µ≤≥÷',
  ]),
  layout('gb', 'English (UK)', [
    "`1234567890-=qwertyuiop[]asdfghjkl;'#\\zxcvbnm,./",
    '¬!"£$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@~|ZXCVBNM<>?',
    '|¹²³€½¾{[]}\\◌@ſe¶ŧ←↓→øþ◌◌æßðđŋħ◌ĸł◌◌◌|«»¢„“”µ•·◌',
  ]),
  layout('de', 'German', [
    '◌1234567890ß◌qwertzuiopü+asdfghjklöä#<yxcvbnm,.-',
    '°!"§$%&/()=?◌QWERTZUIOPÜ*ASDFGHJKLÖÄ\'>YXCVBNM;:_',
    '′¹²³¼½¬{[]}\\◌@ſ€¶ŧ←↓→øþ◌~æſðđŋħ◌ĸł◌◌’|»«¢„“”µ·…–',
  ]),
  layout('de-mac', 'German (Mac)', [
    '◌1234567890ß◌qwertzuiopü+asdfghjklöä#<yxcvbnm,.-',
    '°!"§$%&/()=?◌QWERTZUIOPÜ*ASDFGHJKLÖÄ\'>YXCVBNM;:_',
    '„¡“¶¢[]|{}≠¿◌«∑€®†Ω◌⁄øπ•±å‚∂ƒ©ªº∆@œæ‘≤¥≈ç√∫◌µ∞…–',
  ]),
  layout('ch', 'German (Switzerland)', [
    "§1234567890'◌qwertzuiopü◌asdfghjklöä$<yxcvbnm,.-",
    '°+"*ç%&/()=?◌QWERTZUIOPè!ASDFGHJKLéà£>YXCVBNM;:_',
    '¬|@#¼½¬|¢]}◌◌@ſ€¶ŧ←↓→œþ[]æßðđŋħ◌ĸł◌{}\\«»¢„“”µ•·◌',
  ]),
  layout('fr', 'French', [
    '²&é"\'(-è_çà)=azertyuiop◌$qsdfghjklmù*<wxcvbn,;:!',
    ' 1234567890°+AZERTYUIOP◌£QSDFGHJKLM%µ>WXCVBN?./§',
    '  ~#{[|`\\^@]}  €        ¤            |          ',
  ]),
  layout('be', 'French and Dutch (Belgium)', [
    '²&é"\'(§è!çà)-azertyuiop◌$qsdfghjklmùµ<wxcvbn,;:=',
    '³1234567890°_AZERTYUIOP◌*QSDFGHJKLM%£>WXCVBN?./+',
    '¬|@#¼½^{[{}\\◌@ſ€¶ŧ←↓→œþ[]æßðđŋħ◌ĸł◌◌◌\\«»¢„“”◌•·◌',
  ]),
  layout('es', 'Spanish', [
    "º1234567890'¡qwertyuiop◌+asdfghjklñ◌ç<zxcvbnm,.-",
    'ª!"·$%&/()=?¿QWERTYUIOP◌*ASDFGHJKLÑ◌Ç>ZXCVBNM;:_',
    '\\|@#~½¬{[]}\\◌@ſ€¶ŧ←↓→øþ[]æßðđŋħ◌ĸł◌{}|«»¢„“”µ•·◌',
  ]),
  layout('pt', 'Portuguese', [
    "\\1234567890'«qwertyuiop+◌asdfghjklçº◌<zxcvbnm,.-",
    '|!"#$%&/()=?»QWERTYUIOP*◌ASDFGHJKLÇª◌>ZXCVBNM;:_',
    '¬¹@£§½¬{[]}\\◌@ſ€¶ŧ←↓→øþ◌◌æßðđŋħ◌ĸł◌◌◌\\«»¢„“”µ•·◌',
  ]),
  layout('br', 'Portuguese (Brazil)', [
    "'1234567890-=qwertyuiop◌[asdfghjklç◌]\\zxcvbnm,.;",
    '"!@#$%◌&*()_+QWERTYUIOP◌{ASDFGHJKLÇ◌}|ZXCVBNM<>:',
    '¬¹²³£¢¬{[]}\\§/?°®ŧ←↓→øþ´ªæßðđŋħ◌ĸł◌~º◌«»©„“”µ•·◌',
  ]),
  layout('it', 'Italian', [
    "\\1234567890'ìqwertyuiopè+asdfghjklòàù<zxcvbnm,.-",
    '|!"£$%&/()=?^QWERTYUIOPé*ASDFGHJKLç°§>ZXCVBNM;:_',
    '¬¹²³¼½¬{[]}`~@ſ€¶ŧ←↓→øþ[]æßðđŋħ◌ĸł@#◌««»¢“”ñµ◌·◌',
  ]),
  layout('se', 'Swedish', [
    "§1234567890+◌qwertyuiopå◌asdfghjklöä'<zxcvbnm,.-",
    '½!"#¤%&/()=?◌QWERTYUIOPÅ◌ASDFGHJKLÖÄ*>ZXCVBNM;:_',
    '¶¡@£$€¥{[]}\\±@ſ€®þ←↓→œþ◌◌ªßðđŋħ◌ĸłøæ´|«»©„“”µ◌·◌',
  ]),
  layout('no', 'Norwegian', [
    "|1234567890+\\qwertyuiopå◌asdfghjkløæ'<zxcvbnm,.-",
    '§!"#¤%&/()=?◌QWERTYUIOPÅ◌ASDFGHJKLØÆ*>ZXCVBNM;:_',
    '¦¡@£$½¥{[]}±◌@ſ€®þ←↓→œπ◌◌ªßðđŋħ◌ĸł◌◌◌½«»©„“”µ◌…–',
  ]),
  layout('dk', 'Danish', [
    "½1234567890+◌qwertyuiopå◌asdfghjklæø'<zxcvbnm,.-",
    '§!"#¤%&/()=?◌QWERTYUIOPÅ◌ASDFGHJKLÆØ*>ZXCVBNM;:_',
    '¾¡@£$½¥{[]}±|@ſ€®þ←↓→œþ◌◌ªßðđŋħ◌ĸł◌◌◌\\«»©„“”µ◌·◌',
  ]),
  layout('pl', 'Polish', [
    "`1234567890-=qwertyuiop[]asdfghjkl;'\\<zxcvbnm,./",
    '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|>ZXCVBNM<>?',
    '¬≠²³¢€½§·«»–◌πœę©ß←↓→óþ◌◌ąśðæŋ’ə…ł◌◌◌|żźć„”ńµ≤≥◌',
  ]),
  layout('cz', 'Czech', [
    ';+ěščřžýáíé=◌qwertzuiopú)asdfghjklů§◌\\yxcvbnm,.-',
    '◌1234567890%◌QWERTZUIOP/(ASDFGHJKL"!\'|YXCVBNM?:_',
    "`!@#$%^&*{}\\◌\\|€¶ŧ←↓→øþ[]~đĐ[]`'łŁ$'\\/°#&@{}^<>*",
  ]),
  layout('hu', 'Hungarian', [
    '0123456789öüóqwertzuiopőúasdfghjkléáűíyxcvbnm,.-',
    '§\'"+!%/=()ÖÜÓQWERTZUIOPŐÚASDFGHJKLÉÁŰÍYXCVBNM?:_',
    '¬~◌^◌◌◌`◌◌◌◌◌\\|Ä¶ŧ–€Í„”÷×äđĐ[]ħíłŁ$ß¤<>#&@{}<;>*',
  ]),
  layout('tr', 'Turkish', [
    '"1234567890*-qwertyuıopğüasdfghjklşi,<zxcvbnmöç.',
    "é!'^+%&/()=?_QWERTYUIOPĞÜASDFGHJKLŞİ;>ZXCVBNMÖÇ:",
    "<>£#$½¾{[]}\\|@ €¶₺←ûîô ◌~âß ª  ◌  ´'`|«»¢„“”µ×·◌",
  ]),
  layout('ru', 'Russian', [
    'ё1234567890-=йцукенгшщзхъфывапролджэ\\/ячсмитьбю.',
    'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/|ЯЧСМИТЬБЮ,',
    '        ₽                            |          ',
  ]),
  layout('ara', 'Arabic', [
    'ذ1234567890-=ضصثقفغعهخحجدشسيبلاتنمكط\\|ئءؤرﻻىةوزظ',
    '◌!@#$%^&*)(_+◌◌◌◌ﻹإ`÷×؛<>◌◌][ﻷأـ،/:"…¦~◌}{ﻵآ\',.؟',
    '٪١٢٣٤٥٦٧٨٩٠–≠    ڤ     چ    پ ٱ ٫ گ⟩⟨|»«   ◌ ٬ژ٭',
  ]),
];

/** One press of a key with modifiers, and what it types in a text field: '' for nothing. */
export interface Press {
  readonly stroke: Stroke;
  readonly types: string;
}

/** Every press of this keyboard with every combination of modifiers, as the systems report them. */
export function pressesOf(keyboard: Layout): readonly Press[] {
  return places.flatMap((code, index) => [false, true].flatMap((shift) => pressesAt(keyboard, code, index, shift)));
}

function pressesAt({ rows, mac }: Layout, code: string, index: number, shift: boolean): Press[] {
  const made = (row: string): string => Array.from(row)[index] ?? ' ';
  const base = made(rows[shift ? 1 : 0]);
  const third = made(rows[2]);
  const press = (character: string, held: Partial<Stroke>, types: boolean): Press => ({
    stroke: { ...stroke(character), code, shiftKey: shift, ...held },
    types: types && character !== ' ' ? character : '',
  });
  const withThird = third === ' ' ? base : third;
  return [
    press(base, {}, true),
    press(base, mac ? { metaKey: true } : { ctrlKey: true }, false),
    // Windows says Ctrl+Alt for AltGr, Linux says AltGraph alone, the Mac says Alt for Option.
    ...(mac
      ? [press(withThird, { altKey: true }, true), press(withThird, { altKey: true, metaKey: true }, false)]
      : [
          press(withThird, { ctrlKey: true, altKey: true, altGraph: true }, true),
          press(withThird, { ctrlKey: true, altKey: true }, true),
          press(withThird, { altGraph: true }, true),
          press(withThird, { altGraph: true, ctrlKey: true }, true),
          press(base, { altKey: true }, false),
        ]),
  ];
}

function stroke(character: string): Stroke {
  const key = character === '◌' ? 'Dead' : character === ' ' ? 'Unidentified' : character;
  const held = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false };
  return { key, code: '', ...held, isComposing: false, keyCode: 0 };
}

/** True if some press on this keyboard is read as this chord. Named keys (F6, Enter) are on all of them. */
export function canPress({ key, mod, shift }: Chord, keyboard: Layout): boolean {
  if (key.length > 1 && key !== 'Plus') return true;
  return pressesOf(keyboard).some((press) =>
    chordsOf(press.stroke, keyboard.mac).some(
      (chord) => chord.key === key && chord.mod === mod && chord.shift === shift,
    ),
  );
}

/** The keyboard whose keys fit best what the browser says they type (`navigator.keyboard.getLayoutMap`). */
export function closestLayout(typed: ReadonlyMap<string, string>, mac: boolean): Layout | null {
  const fitting = (keyboard: Layout): number =>
    places.filter((code, index) => typed.get(code) === Array.from(keyboard.rows[0])[index]).length;
  const ranked = layouts
    .filter((keyboard) => keyboard.mac === mac || !layouts.some(({ id }) => id === `${keyboard.id}-mac`))
    .map((keyboard) => ({ keyboard, fit: fitting(keyboard) }))
    .toSorted((a, b) => b.fit - a.fit);
  const best = ranked[0];
  return best === undefined || best.fit < places.length / 2 ? null : best.keyboard;
}
