/** What a specification asks the practice server about, in the server's own state: the truth the page has to agree with. */
import type { PracticeServer } from '../../../electron/practice/practice-server.ts';
import { must } from '../../../shared/lang/assert.ts';

/** For what a reply does: it waits 5 s so that it can be taken back, then the server plays WhatsApp. */
export const afterUndo = { timeout: 20_000 };

/** WhatsApp's own example of an incoming message, with a message id of its own. */
export function whatsappWebhook(from: { name: string; number: string }, text: string): string {
  const id = `wamid.${crypto.randomUUID()}`;
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '102290129340398',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
              contacts: [{ profile: { name: from.name }, wa_id: from.number }],
              messages: [{ from: from.number, id, timestamp: '1749416383', type: 'text', text: { body: text } }],
            },
          },
        ],
      },
    ],
  });
}

/** Lets a customer write; resolves with the conversation. */
export async function customerWrites(
  practice: PracticeServer,
  text: string,
  { name, number } = { name: 'Sheena Nelson', number: '16505551234' },
): Promise<number> {
  const response = await fetch(practice.webhook, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: whatsappWebhook({ name, number }, text),
  });
  if (response.status !== 200) throw new Error(`the webhook was answered with ${response.status}`);
  const came = () => practice.state.messages.find((message) => message.content === text);
  return (await until(came, 'the message')).conversationId;
}

/** Ana answers the customer from a computer of her own. */
export async function colleagueReplies(practice: PracticeServer, conversationId: number, text: string): Promise<void> {
  await colleaguePosts(practice, conversationId, 'messages', {
    content: text,
    message_type: 'outgoing',
    private: false,
  });
}

export async function colleagueSnoozes(practice: PracticeServer, conversationId: number): Promise<void> {
  await colleaguePosts(practice, conversationId, 'toggle_status', { status: 'snoozed' });
}

async function colleaguePosts(practice: PracticeServer, id: number, what: string, body: unknown): Promise<void> {
  const ana = must(
    practice.state.users.find((user) => user.name.startsWith('Ana')),
    'there is a colleague',
  );
  const response = await fetch(`${practice.url}/api/v1/accounts/${practice.accountId}/conversations/${id}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', api_access_token: ana.accessToken },
    body: JSON.stringify(body),
  });
  if (response.status !== 200) throw new Error(`the colleague was answered with ${response.status}`);
}

type PracticeMessage = PracticeServer['state']['messages'][number];

/** What the agents sent to the customer, in the order in which the server got it. */
export function sentTo(practice: PracticeServer, conversationId: number): readonly PracticeMessage[] {
  return practice.state.messages.filter(
    (message) => message.conversationId === conversationId && message.type === 1 && !message.isPrivate,
  );
}

/** Message texts of a conversation that the agents wrote, in the order in which the server got them. */
export function written(practice: PracticeServer, conversationId: number, what: 'replies' | 'notes'): string[] {
  return practice.state.messages
    .filter((message) => message.conversationId === conversationId && message.type === 1)
    .filter((message) => message.isPrivate === (what === 'notes'))
    .map((message) => message.content ?? '');
}

export function conversationOf(practice: PracticeServer, id: number): PracticeServer['state']['conversations'][number] {
  const found = practice.state.conversations.find((conversation) => conversation.id === id);
  return must(found, `conversation ${id} is on the server`);
}

async function until<T>(look: () => T | undefined, what: string): Promise<T> {
  const deadline = performance.now() + 5_000;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`${what} did not come within 5 s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
