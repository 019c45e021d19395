/** Message text with web addresses as links and Chatwoot's mentions as names. Never HTML: text comes from strangers. */
import type { ReactNode } from 'react';

/** `[@Ana](mention://user/2/Ana)` or an http(s) address without the punctuation after it. */
const pattern = /\[(@[^\]\n]+)\]\(mention:\/\/[^)\s]*\)|(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/g;

export function RichText({ text }: { readonly text: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    const [whole, mention, address] = match;
    parts.push(
      mention === undefined ? (
        <a key={match.index} className="message-link" href={address} target="_blank" rel="noopener noreferrer">
          {address}
        </a>
      ) : (
        <strong key={match.index} className="message-mention">
          {mention}
        </strong>
      ),
    );
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return <>{parts}</>;
}
