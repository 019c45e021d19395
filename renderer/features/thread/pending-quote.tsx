import { useApp } from '../../state/app-provider.tsx';
import { QuoteBlock } from './quote-block.tsx';

/** What a waiting reply answers, as far as it is on the screen. */
export function PendingQuote({ messageId }: { readonly messageId: number }) {
  const conversationId = useApp((state) => state.thread?.conversationId ?? null);
  const quoted = useApp((state) => state.thread?.messages.find(({ id }) => id === messageId));
  if (conversationId === null) return null;
  const words = { messageId, author: quoted?.author.name ?? null, text: quoted?.text ?? null };
  return <QuoteBlock conversationId={conversationId} quoted={words} />;
}
