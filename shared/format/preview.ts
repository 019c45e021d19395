/** What a text looks like to the one who gets it: `preview` while the agent types, `render` in the thread. */
import { parseMarkdown } from './markdown-blocks.ts';
import { noteBlocks } from './note-text.ts';
import type { Span, TextBlock } from './spans.ts';
import { toWhatsApp, type FormatWarning } from './to-whatsapp.ts';
import { whatsAppBlocks } from './whatsapp-text.ts';

export interface Preview {
  /** As it reaches WhatsApp, with WhatsApp's own marks. */
  readonly text: string;
  /** As the customer's phone shows it. */
  readonly blocks: readonly TextBlock[];
  /** What differs from what was typed, in order. */
  readonly warnings: readonly FormatWarning[];
}

/** Texts longer than this (characters) are shown as they are: formatting them would hold up the page. */
const longest = 10_000;

/** Private-use characters stand for placeholders while the text is formatted: what they become is not known here. */
const firstStandIn = 0xe0_00;

/** What the customer will see of a text sent through Chatwoot: Liquid, then CommonMark, then WhatsApp's markup. */
export function preview(typed: string): Preview {
  if (typed.length > longest) return { text: typed, blocks: asTyped(typed), warnings: [] };
  const { text: source, placeholders } = withStandIns(typed);
  const { text, warnings } = toWhatsApp(parseMarkdown(source));
  const name = (value: string): string => withoutStandIns(value, placeholders);
  const blocks = whatsAppBlocks(text).map((block) => ({ ...block, spans: namedSpans(block.spans, placeholders) }));
  const found = warnings.map(({ kind, about }) => ({ kind, about: name(about) }));
  const filled = [...new Set(placeholders)].map((about) => ({ kind: 'placeholder', about }) as const);
  return { text: name(text), blocks, warnings: [...filled, ...found] };
}

/** `whatsapp`: as it was written in WhatsApp; `sent`: typed by an agent and sent through the server; `note`: for the team. */
export type TextKind = 'whatsapp' | 'sent' | 'note' | 'plain';

export function render(text: string, kind: TextKind): readonly TextBlock[] {
  if (kind === 'plain' || text.length > longest) return asTyped(text);
  if (kind === 'whatsapp') return whatsAppBlocks(text);
  const markdown = parseMarkdown(text);
  return kind === 'note' ? noteBlocks(markdown) : whatsAppBlocks(toWhatsApp(markdown).text);
}

function asTyped(text: string): readonly TextBlock[] {
  return [{ kind: 'text', marker: '', spans: [{ kind: 'text', text }] }];
}

/** Liquid leaves what stands between backticks alone (Chatwoot's liquidable.rb). */
function withStandIns(typed: string): { readonly text: string; readonly placeholders: readonly string[] } {
  const placeholders: string[] = [];
  const text = typed.replaceAll(/`[^]*?`|\{\{[^]*?\}\}|\{%[^]*?%\}/g, (found) => {
    if (found.startsWith('`') || placeholders.length >= 1_000) return found;
    placeholders.push(found);
    return String.fromCodePoint(firstStandIn + placeholders.length - 1);
  });
  return { text, placeholders };
}

const standIn = /([\ue000-\ue3e7])/;

function placeholderOf(character: string, placeholders: readonly string[]): string | undefined {
  return placeholders[(character.codePointAt(0) ?? 0) - firstStandIn];
}

function withoutStandIns(text: string, placeholders: readonly string[]): string {
  return text.replaceAll(/[\ue000-\ue3e7]/g, (found) => placeholderOf(found, placeholders) ?? found);
}

function namedSpans(spans: readonly Span[], placeholders: readonly string[]): readonly Span[] {
  return spans.flatMap((span): readonly Span[] => {
    if ('children' in span) return [{ ...span, children: namedSpans(span.children, placeholders) }];
    if (span.kind === 'link') {
      const [text, href] = [withoutStandIns(span.text, placeholders), withoutStandIns(span.href, placeholders)];
      return [{ ...span, text, href }];
    }
    if (span.kind !== 'text') return [{ ...span, text: withoutStandIns(span.text, placeholders) }];
    const parts = span.text.split(standIn).filter((part) => part !== '');
    return parts.map((text): Span => {
      const named = standIn.test(text) ? placeholderOf(text, placeholders) : undefined;
      return named === undefined ? { kind: 'text', text } : { kind: 'placeholder', text: named };
    });
  });
}
