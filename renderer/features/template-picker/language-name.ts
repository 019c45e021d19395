/** Names of languages in the language of the page. Building the formatter is dear, so each is kept. */
const formats = new Map<string, Intl.DisplayNames>();

/** `pt_BR` → "Brazilian Portuguese"; the tag itself if nobody knows it. */
export function languageName(tag: string): string {
  const shown = document.documentElement.lang || 'en';
  let format = formats.get(shown);
  if (format === undefined) formats.set(shown, (format = new Intl.DisplayNames([shown], { type: 'language' })));
  try {
    return format.of(tag.replaceAll('_', '-')) ?? tag;
  } catch {
    // Meta's list has tags that are none of BCP 47.
    return tag;
  }
}

/** For a badge: `pt_BR` → "PT-BR". */
export function languageCode(tag: string): string {
  return tag.replaceAll('_', '-').toUpperCase();
}
