/** Who is named in a private note (chatwoot-api §6): people by their id, and everybody of a team. */
import type { Practice } from './practice.ts';
import type { Conversation, Message, User } from './state.ts';

/** The name after the id must not be empty, as in the expression of mention_service.rb. */
const mention = /\(mention:\/\/(user|team)\/(\d+)\/.+?\)/g;

export function mentionedUserIds(practice: Practice, message: Message): ReadonlySet<number> {
  if (!message.isPrivate) return new Set();
  const ids = [...(message.content ?? '').matchAll(mention)].flatMap(([, kind, id]) => {
    if (kind === 'user') return [Number(id)];
    return practice.state.teams.find((team) => team.id === Number(id))?.memberIds ?? [];
  });
  return new Set(ids.filter((id) => practice.state.users.some((user) => user.id === id)));
}

export const isMentioned = (practice: Practice, conversation: Conversation, user: User): boolean =>
  practice.messagesOf(conversation.id).some((message) => mentionedUserIds(practice, message).has(user.id));
