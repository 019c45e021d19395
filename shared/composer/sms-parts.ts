/** How many SMS a text becomes (3GPP TS 23.038): 160 or 70 characters alone, 153 or 67 each when there are several. */
const gsm = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΔΦΓΛΩΠΨΣΘΞ^{}\\[~\]|€]*$/u;
/** These take two places. */
const extended = /[\^{}\\[~\]|€]/gu;

export interface SmsParts {
  readonly count: number;
  /** Characters until the next one begins. */
  readonly left: number;
}

export function smsParts(text: string): SmsParts {
  const plain = gsm.test(text);
  const length = plain ? text.length + (text.match(extended)?.length ?? 0) : text.length;
  const [alone, each] = plain ? [160, 153] : [70, 67];
  if (length <= alone) return { count: 1, left: alone - length };
  const count = Math.ceil(length / each);
  return { count, left: count * each - length };
}
