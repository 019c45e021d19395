/**
 * Every call of the store, by name: the one place that ties a name to a function. The client derives its types from
 * here (types only), so that nothing is declared twice.
 */
import type {
  Agent,
  Audience,
  Channel,
  Conversation,
  ConversationPage,
  Draft,
  KeptText,
  Label,
  MessagePage,
  OutboxItem,
  OutboxProblem,
  Team,
  Template,
  TemplateList,
  View,
} from '../../../shared/contract/entities.ts';
import { applyBatch } from './apply.ts';
import type {
  AddOutbox,
  MakeNote,
  OutboxRecord,
  PageArgs,
  RemoveOutbox,
  SomeoneWroteArgs,
  StoreStats,
  SyncInfo,
  TakeBackOutbox,
  UpdateOutbox,
  ViewArgs,
} from './call-types.ts';
import { changedMeanwhile } from './queries/conflicts.ts';
import * as conversations from './queries/conversations.ts';
import { getDraft, saveDraft } from './queries/drafts.ts';
import { keptTexts } from './queries/history.ts';
import { messagePage } from './queries/messages.ts';
import * as outbox from './queries/outbox.ts';
import * as reference from './queries/reference.ts';
import { someoneWrote } from './queries/someone-wrote.ts';
import { storeStats } from './queries/stats.ts';
import { getSyncValues, setSyncValues } from './queries/sync-values.ts';
import type { Applied, CacheBatch } from './records.ts';
import type { Files } from './sql.ts';

export const calls = {
  'cache.apply': (files: Files, batch: CacheBatch): Applied => applyBatch(files, batch),

  /** Keys without a value are missing from the answer. */
  'sync.get': ({ cache }: Files, { keys }: { keys: readonly string[] }): Record<string, string> =>
    getSyncValues(cache, keys),
  'sync.set': ({ cache }: Files, { values }: { values: Readonly<Record<string, string>> }): void =>
    setSyncValues(cache, values),

  'conversation.page': (files: Files, args: PageArgs): ConversationPage => conversations.conversationPage(files, args),
  'conversation.counts': (files: Files, args: ViewArgs): Record<View, number> =>
    conversations.conversationCounts(files, args),
  'conversation.get': (files: Files, { id }: { id: number }): Conversation | null =>
    conversations.getConversation(files, id),
  'conversation.ids': (files: Files): number[] => conversations.conversationIds(files),
  'conversation.syncInfo': (files: Files, { id }: { id: number }): SyncInfo | null => conversations.syncInfo(files, id),
  'conversation.incomplete': (files: Files, { limit }: { limit: number }): number[] =>
    conversations.incompleteIds(files, limit),
  /** Less than one page of messages stored and not known to be all. */
  'conversation.withoutHistory': (files: Files, { limit }: { limit: number }): number[] =>
    conversations.idsWithoutHistory(files, limit),

  'message.page': (files: Files, args: { conversationId: number; before: number | null; limit: number }): MessagePage =>
    messagePage(files, args),
  /** The first message that the agent cannot have read. */
  'message.someoneWrote': (files: Files, args: SomeoneWroteArgs): OutboxProblem | null => someoneWrote(files, args),

  'reference.agents': ({ cache }: Files): Agent[] => reference.listAgents(cache),
  'reference.teams': ({ cache }: Files): Team[] => reference.listTeams(cache),
  'reference.labels': ({ cache }: Files): Label[] => reference.listLabels(cache),
  'reference.channels': ({ cache }: Files): Channel[] => reference.listChannels(cache),
  'template.list': ({ cache }: Files, { channelId }: { channelId: number }): TemplateList =>
    reference.listTemplates(cache, channelId),
  'template.get': (
    { cache }: Files,
    { channelId, name, language }: { channelId: number; name: string; language: string },
  ): Template | null => reference.getTemplate(cache, channelId, name, language),

  'draft.get': (
    { desk }: Files,
    { conversationId, audience }: { conversationId: number; audience: Audience },
  ): Draft | null => getDraft(desk, conversationId, audience),
  'draft.save': ({ desk }: Files, draft: Draft): void => saveDraft(desk, draft),
  'draft.history': ({ desk }: Files, { conversationId }: { conversationId: number }): KeptText[] =>
    keptTexts(desk, conversationId),

  'outbox.add': (files: Files, args: AddOutbox): OutboxItem => outbox.addOutbox(files, args),
  'outbox.get': ({ desk }: Files, { clientId }: { clientId: string }): OutboxRecord | null =>
    outbox.getOutbox(desk, clientId),
  'outbox.list': ({ desk }: Files, { conversationId }: { conversationId: number | null }): OutboxItem[] =>
    outbox.listOutbox(desk, conversationId),
  'outbox.due': ({ desk }: Files): OutboxRecord[] => outbox.dueOutbox(desk),
  /** Null: no such item, or `onlyFrom` did not hold. */
  'outbox.update': (files: Files, args: UpdateOutbox): OutboxRecord | null => outbox.updateOutbox(files, args),
  'outbox.remove': (files: Files, args: RemoveOutbox): OutboxItem | null => outbox.removeOutbox(files, args),
  /** Null: no such item, or `onlyFrom` did not hold. */
  'outbox.takeBack': (files: Files, args: TakeBackOutbox): Draft | null => outbox.takeBackOutbox(files, args),
  /** Null: what this action changes is as it was, or already as it should be. */
  'outbox.changedMeanwhile': (files: Files, args: { clientId: string; meId: number }): OutboxProblem | null =>
    changedMeanwhile(files, args),
  'outbox.replaceWithNote': (files: Files, args: MakeNote): OutboxItem | null => outbox.replaceWithNote(files, args),

  'store.stats': (files: Files): StoreStats => storeStats(files),
} as const;

export type Calls = typeof calls;
