/**
 * The emoji that business chats use, with the English words they are found by. Curated, not complete: the system's own
 * picker (Win+. · Ctrl+Cmd+Space) has the rest, and every emoji can be typed or pasted.
 */
export type EmojiGroup = 'smileys' | 'people' | 'nature' | 'food' | 'things' | 'symbols';

export interface Emoji {
  readonly character: string;
  readonly words: string;
}

/** One entry before each comma: the character, then its words. */
const source: Readonly<Record<EmojiGroup, string>> = {
  smileys: `
    😀 grin happy, 😃 smile open happy, 😄 smile eyes happy, 😁 beam grin teeth, 😆 laugh squint, 😅 sweat laugh relief,
    🤣 rolling laugh rofl, 😂 tears joy laugh, 🙂 slight smile, 🙃 upside down, 😉 wink, 😊 blush smile thanks,
    😇 angel halo innocent, 🥰 hearts love adore, 😍 heart eyes love, 🤩 star struck wow, 😘 kiss, 😗 kissing,
    😋 yummy tasty tongue, 😛 tongue, 😜 wink tongue joke, 🤪 zany crazy, 🤗 hug, 🤭 giggle oops hand,
    🤫 quiet secret shush, 🤔 think hmm, 🤐 zip mouth secret, 🤨 eyebrow doubt, 😐 neutral, 😑 expressionless,
    😶 no mouth speechless, 😏 smirk, 😒 unamused, 🙄 roll eyes, 😬 grimace awkward, 😌 relieved calm,
    😔 sad pensive sorry, 😪 sleepy, 😴 sleep zzz, 😷 mask ill, 🤒 ill thermometer fever, 🤕 hurt bandage,
    🤢 sick nausea, 🤧 sneeze cold, 🥵 hot, 🥶 cold freezing, 🥴 dizzy woozy, 😵 dizzy, 🤯 mind blown, 🥳 party celebrate,
    😎 cool sunglasses, 🤓 nerd glasses, 🧐 monocle look check, 😕 confused, 😟 worried, 🙁 frown sad, 😮 surprised oh,
    😲 astonished wow, 😳 flushed embarrassed, 🥺 please pleading, 😢 cry tear sad, 😭 sob cry, 😤 huff proud,
    😠 angry, 😡 rage angry, 😱 scream fear, 😨 fear, 😰 anxious sweat, 😥 sad relieved, 😓 sweat, 😩 weary,
    😫 tired, 🥱 yawn tired, 😈 devil, 💀 skull, 👻 ghost, 🤖 robot bot, 💩 poo`,
  people: `
    👍 thumbs up yes ok good, 👎 thumbs down no bad, 👌 ok perfect, ✌️ victory peace, 🤞 fingers crossed luck,
    🤟 love you hand, 🤘 rock, 🤙 call me, 👈 left point, 👉 right point, 👆 up point, 👇 down point below,
    ☝️ point up one, ✋ hand stop, 🖐️ hand five, 👋 wave hello bye hi, 🤚 hand back, 👏 clap applause bravo,
    🙌 hooray raise hands, 🤝 handshake deal agree, 🙏 please thanks pray, 💪 strong muscle, ✍️ write sign, 👀 eyes look see,
    👂 ear listen, 🧠 brain, 🗣️ speak, 👤 person user, 👥 people team, 🙋 raise hand question, 🙇 bow sorry,
    🤷 shrug unknown, 🤦 facepalm, 💁 help desk, 🙅 no, 🙆 ok, 👨‍💻 man computer developer, 👩‍💻 woman computer developer,
    👨‍🔧 man mechanic repair, 👩‍🔧 woman mechanic repair, 👨‍⚕️ man doctor, 👩‍⚕️ woman doctor, 👨‍🍳 man cook, 👩‍🍳 woman cook,
    🧑‍🎓 student, 👮 police, 🕵️ detective search, 👶 baby, 👨‍👩‍👧 family, 🚶 walk, 🏃 run hurry, 💃 dance`,
  nature: `
    ☀️ sun sunny, 🌤️ sun cloud, ⛅ cloud sun, ☁️ cloud, 🌧️ rain, ⛈️ storm thunder, 🌩️ lightning, ❄️ snow cold, ☃️ snowman,
    🌈 rainbow, 🌊 wave sea, 💧 drop water, 🔥 fire hot, 🌍 earth world, 🌙 moon night, ⭐ star, 🌟 star glow, ✨ sparkles new,
    ⚡ lightning fast, 🌸 blossom flower, 🌹 rose flower, 🌻 sunflower, 🌷 tulip, 💐 flowers bouquet, 🌱 plant seedling,
    🌲 tree, 🌴 palm, 🌵 cactus, 🍀 clover luck, 🍁 leaf autumn, 🐶 dog, 🐱 cat, 🐭 mouse, 🐰 rabbit, 🦊 fox, 🐻 bear,
    🐼 panda, 🐨 koala, 🦁 lion, 🐮 cow, 🐷 pig, 🐸 frog, 🐵 monkey, 🙈 see no evil monkey, 🐔 chicken, 🐧 penguin,
    🐦 bird, 🦉 owl, 🐴 horse, 🦄 unicorn, 🐝 bee, 🦋 butterfly, 🐢 turtle, 🐟 fish, 🐬 dolphin, 🐳 whale`,
  food: `
    ☕ coffee tea hot, 🍵 tea, 🥤 drink soda, 🍺 beer, 🍻 cheers beer, 🥂 cheers champagne, 🍷 wine, 🍹 cocktail, 🍾 champagne bottle,
    🍞 bread, 🥐 croissant, 🥨 pretzel, 🧀 cheese, 🍳 egg breakfast, 🥗 salad, 🍕 pizza, 🍔 burger, 🍟 fries, 🌭 hot dog,
    🌮 taco, 🌯 wrap burrito, 🍣 sushi, 🍜 noodles soup, 🍝 pasta spaghetti, 🍛 curry rice, 🍚 rice, 🍗 chicken, 🥩 meat steak,
    🍎 apple, 🍌 banana, 🍊 orange, 🍋 lemon, 🍓 strawberry, 🍇 grapes, 🍉 watermelon, 🥑 avocado, 🍅 tomato, 🥕 carrot,
    🍰 cake, 🎂 birthday cake, 🧁 cupcake, 🍪 cookie, 🍫 chocolate, 🍬 candy, 🍦 ice cream, 🍩 donut, 🍿 popcorn, 🍽️ plate dinner`,
  things: `
    📦 package parcel delivery, 🚚 truck delivery, 🚛 lorry truck, 🚗 car, 🚕 taxi, 🚌 bus, 🚲 bicycle bike, 🛵 scooter,
    🏍️ motorbike, 🚆 train, ✈️ plane flight, 🚢 ship, 🚀 rocket launch, 🏠 home house, 🏢 office building, 🏪 shop store,
    🏦 bank, 🏥 hospital, 🏨 hotel, 📍 pin place address, 🗺️ map, ⏰ alarm clock time, ⌚ watch time, ⏳ hourglass wait,
    📅 calendar date, 📆 calendar appointment, 📞 phone call, 📱 mobile phone, 💬 chat message, 📧 email mail, ✉️ letter mail,
    📨 mail incoming, 📎 paperclip attachment, 📄 document page, 📋 clipboard list, 📝 memo note write, 📊 chart, 📈 chart up,
    🔍 search look, 🔗 link, 🔒 lock secure, 🔑 key, 🔧 wrench repair, 🔨 hammer, ⚙️ gear settings, 🛠️ tools repair,
    💡 idea bulb light, 🔋 battery, 🔌 plug power, 💻 laptop computer, 🖥️ computer screen, 🖨️ printer, 📷 camera photo, 🎥 video camera,
    🎁 gift present, 🎉 party celebrate tada, 🎈 balloon, 🏆 trophy win, 🥇 gold medal first, ⚽ football, 🎵 music note, 🎫 ticket,
    🛒 cart shopping, 🛍️ bags shopping, 💰 money bag, 💶 euro money, 💵 dollar money, 💳 card pay, 🧾 receipt invoice, 🏷️ label price tag,
    👕 shirt, 👟 shoe, 👗 dress, 🎒 backpack, 🧢 cap, ⛑️ helmet, 💊 pill medicine, 🩹 plaster bandage, 🧼 soap clean, 🗑️ bin delete`,
  symbols: `
    ❤️ heart love red, 🧡 heart orange, 💛 heart yellow, 💚 heart green, 💙 heart blue, 💜 heart purple, 🖤 heart black,
    🤍 heart white, 💔 broken heart, 💕 hearts, 💯 hundred perfect, ✅ check done yes, ☑️ check box, ✔️ check mark, ❌ cross no wrong,
    ❎ cross, ➕ plus, ➖ minus, ❓ question, ❗ exclamation important, ‼️ double exclamation, ⚠️ warning careful, 🚫 forbidden no,
    ⛔ no entry stop, 🆗 ok, 🆕 new, 🆓 free, ℹ️ info, 🔴 red circle, 🟠 orange circle, 🟡 yellow circle, 🟢 green circle,
    🔵 blue circle, ⚫ black circle, ⚪ white circle, ⬆️ up arrow, ⬇️ down arrow, ⬅️ left arrow, ➡️ right arrow, ↩️ back return,
    🔄 refresh repeat again, 🔁 repeat, ▶️ play, ⏸️ pause, 🔔 bell notification, 🔕 bell off quiet, ♻️ recycle, ♿ accessible,
    1️⃣ one, 2️⃣ two, 3️⃣ three, 4️⃣ four, 5️⃣ five, ©️ copyright, ®️ registered, ™️ trademark`,
};

function parse(text: string): readonly Emoji[] {
  return text.split(',').map((entry) => {
    const [character = '', ...words] = entry.trim().split(' ');
    return { character, words: words.join(' ') };
  });
}

export const emojiGroups: readonly { readonly group: EmojiGroup; readonly emoji: readonly Emoji[] }[] = (
  ['smileys', 'people', 'nature', 'food', 'things', 'symbols'] as const
).map((group) => ({ group, emoji: parse(source[group]) }));

/** Every word of the query begins a word of the emoji. */
export function findEmoji(query: string): readonly Emoji[] {
  const wanted = query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return emojiGroups
    .flatMap(({ emoji }) => emoji)
    .filter(({ words }) => {
      const all = words.split(' ');
      return wanted.every((word) => all.some((one) => one.startsWith(word)));
    });
}
