/** A note as the team's server shows it: CommonMark with Chatwoot's mentions as names. */
import { withLinks } from './links.ts';
import type { Block } from './markdown-blocks.ts';
import type { Inline } from './markdown-inline.ts';
import { plain } from './to-whatsapp.ts';
import type { Span, TextBlock } from './spans.ts';

export function noteBlocks(blocks: readonly Block[]): readonly TextBlock[] {
  const result: TextBlock[] = [];
  for (const block of blocks) {
    for (const next of blockOf(block)) {
      const last = result.at(-1);
      if (next.kind === 'text' && last?.kind === 'text') {
        const between: Span = { kind: 'text', text: '\n\n' };
        result[result.length - 1] = { ...last, spans: [...last.spans, between, ...next.spans] };
      } else result.push(next);
    }
  }
  return result;
}

function blockOf(block: Block): readonly TextBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'text', marker: '', spans: spansOf(block.inlines) }];
    case 'heading':
      return [{ kind: 'text', marker: '', spans: [{ kind: 'bold', children: spansOf(block.inlines) }] }];
    case 'list':
      return block.items.flatMap((item, index) =>
        noteBlocks(item).map((inner, place) => {
          const marker = block.ordered ? `${block.start + index}.` : '•';
          if (inner.kind !== 'text') return inner;
          return { ...inner, kind: block.ordered ? 'number' : 'bullet', marker: place === 0 ? marker : '' } as const;
        }),
      );
    case 'quote':
      return noteBlocks(block.blocks).map((inner) => (inner.kind === 'text' ? { ...inner, kind: 'quote' } : inner));
    case 'code':
      return [{ kind: 'code', marker: '', spans: [{ kind: 'text', text: block.text }] }];
    case 'html':
      return [{ kind: 'text', marker: '', spans: [{ kind: 'text', text: block.text }] }];
    case 'rule':
      return [];
  }
}

function spansOf(inlines: readonly Inline[]): readonly Span[] {
  return inlines.flatMap(spanOf);
}

function spanOf(inline: Inline): readonly Span[] {
  switch (inline.kind) {
    case 'text':
      return withLinks(inline.text);
    case 'break':
      return [{ kind: 'text', text: '\n' }];
    case 'strong':
      return [{ kind: 'bold', children: spansOf(inline.children) }];
    case 'emphasis':
      return [{ kind: 'italic', children: spansOf(inline.children) }];
    case 'code':
    case 'html':
      return [{ kind: inline.kind === 'code' ? 'code' : 'text', text: inline.text }];
    case 'image':
      return spansOf(inline.children);
    case 'link':
      return linkOf(inline.href, plain(inline.children));
  }
}

/** The address is shown beside the words: a link must not say one thing and lead to another. */
function linkOf(href: string, words: string): readonly Span[] {
  if (href.startsWith('mention://')) return [{ kind: 'mention', text: words }];
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return [{ kind: 'text', text: words }];
  if (words === '' || words === href) return [{ kind: 'link', text: href, href }];
  if (href.startsWith('mailto:')) return [{ kind: 'link', text: words, href }];
  return [
    { kind: 'text', text: `${words} (` },
    { kind: 'link', text: href, href },
    { kind: 'text', text: ')' },
  ];
}
