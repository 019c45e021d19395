/** Search in messages (chatwoot-api §8.1): the last three months, 15 on a page, newest first. */
import { isVisible } from './conversations-api.ts';
import { asInteger, ok } from './http.ts';
import type { Answer, Call } from './http.ts';
import { conversationById, inboxById } from './practice.ts';
import { renderSender, seconds } from './render-push.ts';
import { slimInbox } from './render-rest.ts';

const perPage = 15;
const reachMs = 90 * 24 * 60 * 60 * 1000;

export function searchMessages({ practice, request, user }: Call): Answer {
  const { query } = request;
  const wanted = query.get('q')?.trim().toLowerCase() ?? '';
  const page = Math.max(asInteger(query.get('page')) ?? 1, 1);
  const since = practice.clock.now() - reachMs;
  const found = practice.state.messages.filter((message) => {
    const conversation = conversationById(practice, message.conversationId);
    if (conversation === undefined || !isVisible(practice, conversation, user)) return false;
    return message.createdAt >= since && (message.content ?? '').toLowerCase().includes(wanted);
  });
  const rows = found.toSorted((a, b) => b.createdAt - a.createdAt).slice((page - 1) * perPage, page * perPage);
  return ok({
    payload: {
      messages: rows.map((message) => ({
        id: message.id,
        content: message.content,
        // The view there turns the type's name into a number, which is 0 for every name, and leaves out `private`.
        message_type: 0,
        content_type: 'text',
        source_id: message.sourceId,
        inbox_id: message.inboxId,
        conversation_id: message.conversationId,
        created_at: seconds(message.createdAt),
        sender: renderSender(practice, message),
        inbox: inboxOf(practice, message.inboxId),
      })),
    },
  });
}

function inboxOf(practice: Call['practice'], id: number): unknown {
  const inbox = inboxById(practice, id);
  return inbox === undefined ? null : slimInbox(inbox);
}
