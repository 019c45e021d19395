/** Formatted text (shared/format) as elements. Never HTML: text comes from strangers. */
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import type { Span, TextBlock } from '../../../shared/format/spans.ts';
import './formatted-text.css';

export function FormattedText({ blocks }: { readonly blocks: readonly TextBlock[] }) {
  const only = blocks.length === 1 ? blocks[0] : undefined;
  return only?.kind === 'text' ? drawSpans(only.spans) : inARow(blocks.map(drawBlock));
}

/** Children without keys: a text is replaced as a whole, its parts never move. */
function inARow(parts: readonly ReactNode[]): ReactElement {
  return createElement(Fragment, null, ...parts);
}

function drawBlock({ kind, marker, spans }: TextBlock): ReactNode {
  const listed = kind === 'bullet' || kind === 'number';
  return (
    <span className={`block block-${kind}`} dir="auto">
      {listed && <span className="block-marker">{marker} </span>}
      {listed ? <span className="block-item">{drawSpans(spans)}</span> : drawSpans(spans)}
    </span>
  );
}

function drawSpans(spans: readonly Span[]): ReactElement {
  return inARow(spans.map(drawSpan));
}

function drawSpan(span: Span): ReactNode {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'bold':
      return <strong>{drawSpans(span.children)}</strong>;
    case 'italic':
      return <em>{drawSpans(span.children)}</em>;
    case 'strike':
      return <s>{drawSpans(span.children)}</s>;
    case 'code':
      return <code className="span-code">{span.text}</code>;
    case 'link':
      return (
        <a className="message-link" href={span.href} target="_blank" rel="noopener noreferrer">
          {span.text}
        </a>
      );
    case 'mention':
      return <strong className="message-mention">{span.text}</strong>;
    case 'placeholder':
      return <span className="span-placeholder">{span.text}</span>;
  }
}
