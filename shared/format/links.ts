/** Web addresses in running text. Text comes from strangers: only http and https ever become links. */
import type { Span } from './spans.ts';

/** http(s) or www., without the punctuation that ends the sentence around it. */
const address = /(?:https?:\/\/|www\.)[^\s<>"']*[^\s<>"'.,;:!?)\]*_~]/giu;

export function linkSpan(text: string): Span {
  return { kind: 'link', text, href: /^www\./i.test(text) ? `https://${text}` : text };
}

/** The address that starts exactly at `at`, if one does and no letter stands before it. */
export function addressAt(text: string, at: number): string | null {
  const first = text.charAt(at);
  if (!/[hw]/i.test(first) || (at > 0 && /[\p{L}\p{N}]/u.test(text.charAt(at - 1)))) return null;
  const sticky = new RegExp(address.source, 'iuy');
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? null;
}

/** Plain text with its addresses as links. */
export function withLinks(text: string): Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    if (match.index > end) spans.push({ kind: 'text', text: text.slice(end, match.index) });
    spans.push(linkSpan(match[0]));
    end = match.index + match[0].length;
  }
  if (end < text.length) spans.push({ kind: 'text', text: text.slice(end) });
  return spans;
}
