/**
 * `{{contact.name}}` and its like. Chatwoot fills them into every outgoing text by Liquid, notes too, and leaves what
 * stands between backticks alone (`app/models/concerns/liquidable.rb`). We fill those we know when a ready text is put
 * into the field, so that the agent sees what the customer gets, and name the others.
 */
import type { Agent, Channel, Contact } from '../contract/entities.ts';

/** Chatwoot's name of a variable → its value here. */
export type Variables = Readonly<Record<string, string>>;

const variable = /\{\{\s*([\w.]+)\s*\}\}/gu;
/** Anything Liquid would act on, with filters and tags as well. */
const liquid = /\{\{[^`]*?\}\}|\{%[^`]*?%\}/gu;
const code = /```.*?```|`[^`]*`/gsu;

/** First word, and the last of several. */
function nameParts(name: string): { readonly first: string; readonly last: string } {
  const words = name.trim().split(/\s+/u);
  return { first: words[0] ?? '', last: words.length > 1 ? (words.at(-1) ?? '') : '' };
}

interface Facts {
  readonly contact: Contact;
  readonly me: Agent | null;
  readonly conversationId: number;
  readonly channel: Channel;
}

/** Only what this device knows for certain; an empty value is left to the server. */
export function knownVariables({ contact, me, conversationId, channel }: Facts): Variables {
  const theirs = nameParts(contact.name);
  const mine = nameParts(me?.name ?? '');
  const all: Record<string, string> = {
    'contact.name': contact.name,
    'contact.first_name': theirs.first,
    'contact.last_name': theirs.last,
    'contact.phone': contact.phoneNumber ?? '',
    'contact.phone_number': contact.phoneNumber ?? '',
    'agent.name': me?.name ?? '',
    'agent.first_name': mine.first,
    'agent.last_name': mine.last,
    'conversation.id': String(conversationId),
    'conversation.display_id': String(conversationId),
    'inbox.name': channel.name,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** Known variables become their values; the others stay for the server. */
export function fillVariables(text: string, variables: Variables): string {
  return text.replaceAll(variable, (whole: string, name: string) =>
    Object.hasOwn(variables, name) ? (variables[name] ?? whole) : whole,
  );
}

/** What the server would replace in this text, in order, each once. */
export function serverFilled(text: string): readonly string[] {
  return [...new Set(text.replaceAll(code, '`').match(liquid))];
}

/** The same text with backticks around everything that the server would replace. */
export function sendLiterally(text: string): string {
  let out = '';
  let position = 0;
  // What is in backticks already is left as it is.
  for (const found of text.matchAll(code)) {
    out += text.slice(position, found.index).replaceAll(liquid, (piece) => `\`${piece}\``) + found[0];
    position = found.index + found[0].length;
  }
  return out + text.slice(position).replaceAll(liquid, (piece) => `\`${piece}\``);
}
