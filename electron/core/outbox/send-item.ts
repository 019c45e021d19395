/** One item, as one request of the connector; and the bytes that go ahead of it. */
import type { OutboxProblem } from '../../../shared/contract/outbox.ts';
import type { Template } from '../../../shared/contract/templates.ts';
import { assertNever } from '../../../shared/lang/assert.ts';
import { needsMarketingConsent, stoppedMarketingCode } from '../../../shared/templates/opt-out.ts';
import { isSendable } from '../../../shared/templates/parse.ts';
import { ConnectorError, type Connector, type NewMessage } from '../connectors/connector.ts';
import type { OutboxRecord } from '../store/call-types.ts';
import type { MessagePatch } from '../store/records.ts';
import type { Store } from '../store/store-client.ts';
import { judgeOf, type JudgePorts } from './judge.ts';
import { performAction } from './perform-action.ts';

export interface SendPorts extends JudgePorts {
  readonly connector: Connector;
  readonly store: Store;
  /** Bytes of one of our own copies, on the disk until they are read; null: they are gone. */
  readonly fileBytes: (id: string) => Promise<Blob | null>;
}

/** The window closed between marking the attempt and making the request. */
export class HeldBack extends Error {}

/** Answers the message the server made of it; null for actions. Rejects with `HeldBack` or a `ConnectorError`. */
export async function sendItem(ports: SendPorts, item: OutboxRecord): Promise<MessagePatch | null> {
  const { connector } = ports;
  const { content, conversationId, uploadId } = item;
  switch (content.kind) {
    case 'action': {
      const judge = await judgeOf(ports, item);
      if (judge() !== 'may-leave') throw new HeldBack();
      await performAction(connector, conversationId, content.action);
      return null;
    }
    case 'note':
      return connector.createMessage(messageOf(item, { kind: 'note', text: content.text, uploadId }));
    case 'template': {
      const template = await templateOf(ports, item, content.name, content.language);
      const { text, values } = content;
      return connector.createMessage(messageOf(item, { kind: 'template', text, template, values }));
    }
    case 'reply': {
      const { text, quotedId } = content;
      const message = messageOf(item, { kind: 'reply', text, quotedId, uploadId });
      const judge = await judgeOf(ports, item);
      // No await between this judgement and the request: law 1 is about the moment the text leaves.
      if (judge() !== 'may-leave') throw new HeldBack();
      return connector.createMessage(message);
    }
    default:
      return assertNever(content, 'An outbox item is a reply, note, template or action');
  }
}

function messageOf(item: OutboxRecord, content: NewMessage['content']): NewMessage {
  return { conversationId: item.conversationId, clientId: item.clientId, writtenAt: item.createdAt, content };
}

/**
 * Whether WhatsApp would refuse it because this customer stopped marketing: null: no; `later`: it may be, and neither the
 * templates nor what was refused elsewhere meanwhile need be here before the connection is live.
 */
export async function marketingRefusal(
  { store }: SendPorts,
  { content, conversationId }: OutboxRecord,
  isLive: boolean,
): Promise<OutboxProblem | 'later' | null> {
  if (content.kind !== 'template') return null;
  const conversation = await store.call('conversation.get', { id: conversationId });
  const { name, language } = content;
  const template = await store.call('template.get', { channelId: conversation?.channel.id ?? -1, name, language });
  // One that is gone is refused for that; but while catching up, what there is may not have been read yet.
  if (template === null) return isLive ? null : 'later';
  if (!needsMarketingConsent(template)) return null;
  if (!(await store.call('customer.stoppedMarketing', { conversationId }))) return isLive ? null : 'later';
  return { kind: 'refused', code: stoppedMarketingCode, text: 'The customer stopped marketing messages.' };
}

async function templateOf({ store }: SendPorts, item: OutboxRecord, name: string, language: string): Promise<Template> {
  const conversation = await store.call('conversation.get', { id: item.conversationId });
  const channelId = conversation?.channel.id ?? -1;
  const template = await store.call('template.get', { channelId, name, language });
  if (template === null || !isSendable(template)) {
    throw new ConnectorError('rejected', 'no', null, 'This template is not available any more.');
  }
  return template;
}

/** Its file goes first, so that a restart before the message need not send it again. */
export function needsUpload({ content, uploadId }: OutboxRecord): boolean {
  return (content.kind === 'reply' || content.kind === 'note') && content.file !== null && uploadId === null;
}

/** Answers the server's name for the bytes; null: there are none any more. Rejects with a `ConnectorError`. */
export async function uploadFileOf({ connector, fileBytes }: SendPorts, item: OutboxRecord): Promise<string | null> {
  const { content } = item;
  const file = content.kind === 'reply' || content.kind === 'note' ? content.file : null;
  const bytes = file === null ? null : await fileBytes(file.id);
  return file === null || bytes === null ? null : connector.uploadFile({ name: file.name, type: file.type, bytes });
}

/** What a person is told when the server does not take it; `ofFile`: because of its file, as far as one can tell. */
export function refusalProblem({ status, message }: ConnectorError, ofFile: boolean): OutboxProblem {
  if (status === 413) return { kind: 'file', why: 'too-large', text: message };
  return ofFile ? { kind: 'file', why: 'refused', text: message } : { kind: 'refused', code: null, text: message };
}
