/**
 * What Chatwoot makes of an agent's text before it goes to WhatsApp: CommonMark in, WhatsApp's markup out, and much is lost
 * on the way (v4.10: messages/markdown_renderers/whats_app_renderer.rb and its base class; `cr` there ends a line only if it
 * is not ended yet). Each loss is a warning, with the part of the text that it is about.
 */
import type { Block } from './markdown-blocks.ts';
import type { Inline } from './markdown-inline.ts';

export type FormatWarningKind =
  | 'star-is-italic'
  | 'stars-inside-word'
  | 'link-text-lost'
  | 'image-lost'
  | 'numbers-lost'
  | 'blank-lines-lost'
  | 'code-block-lost'
  | 'html-lost'
  | 'heading-lost'
  | 'line-lost'
  | 'placeholder';

export interface FormatWarning {
  readonly kind: FormatWarningKind;
  readonly about: string;
}

export interface WhatsAppText {
  readonly text: string;
  readonly warnings: readonly FormatWarning[];
}

export function toWhatsApp(blocks: readonly Block[]): WhatsAppText {
  const writer = createWriter();
  writeBlocks(writer, blocks, true);
  return { text: writer.text().replace(/\n+$/, ''), warnings: writer.warnings };
}

function createWriter() {
  let out = '';
  const warnings: FormatWarning[] = [];
  return {
    warnings,
    text: () => out,
    write(text: string): void {
      out += text;
    },
    endLine(): void {
      if (out !== '' && !out.endsWith('\n')) out += '\n';
    },
    warn(kind: FormatWarningKind, about: string): void {
      if (!warnings.some((known) => known.kind === kind && known.about === about)) warnings.push({ kind, about });
    },
  };
}
type Writer = ReturnType<typeof createWriter>;

function writeBlocks(writer: Writer, blocks: readonly Block[], top: boolean): void {
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    if (top && before?.kind === 'paragraph' && block.kind === 'paragraph') writer.warn('blank-lines-lost', '');
    writeBlock(writer, block);
    writer.endLine();
  });
}

function writeBlock(writer: Writer, block: Block): void {
  switch (block.kind) {
    case 'paragraph':
      writeInlines(writer, block.inlines);
      return;
    case 'heading':
      writer.warn('heading-lost', plain(block.inlines));
      writeInlines(writer, block.inlines);
      return;
    case 'list':
      if (block.ordered) writer.warn('numbers-lost', '');
      for (const item of block.items) {
        writer.write('- ');
        writeBlocks(writer, item, false);
        writer.endLine();
      }
      return;
    case 'quote':
      writer.write('> ');
      writeBlocks(writer, block.blocks, false);
      return;
    case 'code':
      writer.warn('code-block-lost', block.text);
      return;
    case 'html':
      writer.warn('html-lost', block.text);
      return;
    case 'rule':
      writer.warn('line-lost', '');
  }
}

function writeInlines(writer: Writer, inlines: readonly Inline[]): void {
  for (const [index, inline] of inlines.entries()) writeInline(writer, inline, inlines[index - 1], inlines[index + 1]);
}

function writeInline(writer: Writer, inline: Inline, before?: Inline, after?: Inline): void {
  switch (inline.kind) {
    case 'text':
      writer.write(inline.text);
      return;
    case 'break':
      writer.write('\n');
      return;
    case 'strong':
      writeMarked(writer, inline.children, '*');
      return;
    case 'emphasis': {
      // WhatsApp does not format inside a word: there the customer sees the underscores themselves.
      const inside = endsInWord(before) || startsInWord(after);
      writer.warn(inside ? 'stars-inside-word' : 'star-is-italic', plain(inline.children));
      writeMarked(writer, inline.children, '_');
      return;
    }
    case 'code':
      writer.write(`\`${inline.text}\``);
      return;
    case 'link':
      if (plain(inline.children) !== inline.href) writer.warn('link-text-lost', plain(inline.children));
      writer.write(inline.href);
      return;
    case 'image':
      writer.warn('image-lost', plain(inline.children));
      writeInlines(writer, inline.children);
      writer.endLine();
      return;
    case 'html':
      writer.warn('html-lost', inline.text);
      writer.endLine();
  }
}

function writeMarked(writer: Writer, children: readonly Inline[], mark: string): void {
  writer.write(mark);
  writeInlines(writer, children);
  writer.write(mark);
}

function endsInWord(inline: Inline | undefined): boolean {
  return inline?.kind === 'text' && /[\p{L}\p{N}]$/u.test(inline.text);
}

function startsInWord(inline: Inline | undefined): boolean {
  return inline?.kind === 'text' && /^[\p{L}\p{N}]/u.test(inline.text);
}

export function plain(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      return 'children' in inline ? plain(inline.children) : inline.text;
    })
    .join('');
}
