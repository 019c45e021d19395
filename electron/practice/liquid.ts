/** The few Liquid variables Chatwoot fills in outgoing text (liquidable.rb). Text between backticks is left alone. */
import { contactById, inboxById } from './practice.ts';
import type { Practice } from './practice.ts';
import type { Conversation, User } from './state.ts';

export function substituteVariables(practice: Practice, text: string, conversation: Conversation, user: User): string {
  if (!text.includes('{{')) return text;
  const contact = contactById(practice, conversation.contactId);
  const [firstName = '', ...rest] = (contact?.name ?? '').split(' ');
  const values: Readonly<Record<string, string>> = {
    'contact.name': contact?.name ?? '',
    'contact.first_name': firstName,
    'contact.last_name': rest.join(' '),
    'contact.email': contact?.email ?? '',
    'contact.phone_number': contact?.phoneNumber ?? '',
    'agent.name': user.name,
    'agent.first_name': user.name.split(' ')[0] ?? '',
    'agent.email': user.email,
    'conversation.id': String(conversation.id),
    'conversation.display_id': String(conversation.id),
    'inbox.name': inboxById(practice, conversation.inboxId)?.name ?? '',
    'account.name': practice.state.accountName,
  };
  // A bare number is a Liquid literal and renders as itself; an unknown name renders as nothing.
  const fill = (part: string): string =>
    part.replaceAll(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => (/^\d+$/.test(name) ? name : (values[name] ?? '')));
  return text
    .split(/(```[\s\S]*?```|`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : fill(part)))
    .join('');
}
