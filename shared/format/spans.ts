/** Formatted text as the page draws it: blocks of spans. Never HTML. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Span[] }
  | { readonly kind: 'code'; readonly text: string }
  /** `href` is http, https or mailto: nothing else becomes a link. */
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'mention'; readonly text: string }
  /** Filled in by the server before it sends (Liquid). */
  | { readonly kind: 'placeholder'; readonly text: string };

export interface TextBlock {
  /** `text` keeps its line breaks; the others are one line, except `code`. */
  readonly kind: 'text' | 'bullet' | 'number' | 'quote' | 'code';
  /** What stands before it: `•` or `3.`; otherwise empty. */
  readonly marker: string;
  readonly spans: readonly Span[];
}

/** The words alone, for quotes, names and the clipboard. */
export function plainText(spans: readonly Span[]): string {
  return spans.map((span) => ('children' in span ? plainText(span.children) : span.text)).join('');
}
