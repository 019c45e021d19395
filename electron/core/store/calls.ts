/**
 * Every call of the store, by name: the one place that ties a name to a function. The client derives its types from
 * here (types only), so that nothing is declared twice.
 */
import type {
  Agent,
  Attachment,
  Audience,
  CannedResponse,
  Channel,
  Contact,
  Conversation,
  ConversationPage,
  Draft,
  KeptText,
  Label,
  Macro,
  MessagePage,
  Repaired,
  Team,
  View,
} from '../../../shared/contract/entities.ts';
import type { LocalFile } from '../../../shared/contract/files.ts';
import type { OutboxItem, OutboxProblem } from '../../../shared/contract/outbox.ts';
import type { SearchHit, SearchResult } from '../../../shared/contract/search.ts';
import type { Template, TemplateDraft, TemplateList } from '../../../shared/contract/templates.ts';
import { applyBatch } from './apply.ts';
import type {
  AddOutbox,
  AddSend,
  AddToMany,
  FavourTemplate,
  MakeNote,
  OutboxRecord,
  PageArgs,
  RemoveOutbox,
  SearchArgs,
  SomeoneWroteArgs,
  StoreFacts,
  SyncInfo,
  TakeBackOutbox,
  UpdateOutbox,
  UsedTemplate,
  ViewArgs,
} from './call-types.ts';
import { searchContacts } from './queries/contacts.ts';
import { changedMeanwhile } from './queries/conflicts.ts';
import * as alerts from './queries/alerts.ts';
import * as conversations from './queries/conversations.ts';
import { getDraft, saveDraft, saveTemplateDraft, templateDrafts } from './queries/drafts.ts';
import { keptTexts } from './queries/history.ts';
import { getAttachment, hasMessage, messagePage } from './queries/messages.ts';
import { markNotHanded } from './queries/not-handed.ts';
import { messagesAround, type MessagesAround } from './queries/messages-around.ts';
import { hitsOf, searchMessages } from './queries/search.ts';
import * as localFiles from './queries/local-files.ts';
import { addToMany } from './queries/outbox-many.ts';
import * as outbox from './queries/outbox.ts';
import * as reference from './queries/reference.ts';
import { someoneWrote } from './queries/someone-wrote.ts';
import { stoppedMarketing } from './queries/stopped-marketing.ts';
import { favourTemplate, rememberUse } from './queries/template-uses.ts';
import { storeFacts } from './queries/facts.ts';
import { tend } from './repair/tend.ts';
import { takeBackOutbox } from './queries/take-back.ts';
import { getSyncValues, setSyncValues } from './queries/sync-values.ts';
import { forgetUnusedFiles } from './queries/unused-files.ts';
import { workspaceCounts } from './queries/workspace-counts.ts';
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
  /** Newest activity first. */
  'conversation.listOfContact': (files: Files, { contactId }: { contactId: number }): Conversation[] =>
    conversations.conversationsOfContact(files, contactId),
  'contact.search': (files: Files, args: { text: string; limit: number }): Contact[] => searchContacts(files, args),
  'conversation.ids': (files: Files): number[] => conversations.conversationIds(files),
  'conversation.syncInfo': (files: Files, { id }: { id: number }): SyncInfo | null => conversations.syncInfo(files, id),
  'conversation.incomplete': (files: Files, { limit }: { limit: number }): number[] =>
    conversations.incompleteIds(files, limit),
  'conversation.ofContact': (files: Files, { contactId }: { contactId: number }): number[] =>
    conversations.idsOfContact(files, contactId),
  /** Changed since their messages were last read; longest ago first. */
  'conversation.behind': (files: Files, { limit }: { limit: number }): number[] =>
    conversations.behindIds(files, limit),
  /** Less than one page of messages stored and not known to be all. */
  'conversation.withoutHistory': (files: Files, { limit }: { limit: number }): number[] =>
    conversations.idsWithoutHistory(files, limit),

  'message.page': (files: Files, args: { conversationId: number; before: number | null; limit: number }): MessagePage =>
    messagePage(files, args),
  'message.around': (
    files: Files,
    args: { conversationId: number; messageId: number; limit: number },
  ): MessagesAround => messagesAround(files, args),
  'message.hits': (files: Files, args: Parameters<typeof hitsOf>[1]): SearchHit[] => hitsOf(files, args),
  'message.search': (files: Files, args: SearchArgs): SearchResult => searchMessages(files, args),
  'message.has': (files: Files, args: { conversationId: number; id: number }): boolean => hasMessage(files, args),
  /** The first message that the agent cannot have read. */
  'message.someoneWrote': (files: Files, args: SomeoneWroteArgs): OutboxProblem | null => someoneWrote(files, args),

  /** Their number of the business is this conversation's channel. */
  'customer.stoppedMarketing': (files: Files, { conversationId }: { conversationId: number }): boolean =>
    stoppedMarketing(files, conversationId),

  'reference.agents': ({ cache }: Files): Agent[] => reference.listAgents(cache),
  /** Whoever is not in it is away. True: somebody came or went. */
  'reference.presence': ({ cache }: Files, args: { present: ReadonlyMap<number, Agent['availability']> }): boolean =>
    reference.notePresence(cache, args.present),
  'reference.teams': ({ cache }: Files): Team[] => reference.listTeams(cache),
  'reference.labels': ({ cache }: Files): Label[] => reference.listLabels(cache),
  'reference.channels': ({ cache }: Files): Channel[] => reference.listChannels(cache),
  'reference.canned': ({ cache }: Files): CannedResponse[] => reference.listCanned(cache),
  'reference.macros': ({ cache }: Files): Macro[] => reference.listMacros(cache),
  'template.list': (files: Files, { channelId }: { channelId: number }): TemplateList =>
    reference.listTemplates(files, channelId),
  'template.favour': ({ desk }: Files, args: FavourTemplate): void => favourTemplate(desk, args),
  'template.used': ({ desk }: Files, args: UsedTemplate): void => rememberUse(desk, args),
  'template.get': (
    { cache }: Files,
    { channelId, name, language }: { channelId: number; name: string; language: string },
  ): Template | null => reference.getTemplate(cache, channelId, name, language),

  'draft.get': (
    { desk }: Files,
    { conversationId, audience }: { conversationId: number; audience: Audience },
  ): Draft | null => getDraft(desk, conversationId, audience),
  'draft.save': ({ desk }: Files, draft: Draft): void => saveDraft(desk, draft),
  'draft.templates': ({ desk }: Files, { conversationId }: { conversationId: number }): readonly TemplateDraft[] =>
    templateDrafts(desk, conversationId),
  'draft.saveTemplate': (
    { desk }: Files,
    { conversationId, template }: { conversationId: number; template: TemplateDraft },
  ): void => saveTemplateDraft(desk, conversationId, template),
  'draft.history': ({ desk }: Files, { conversationId }: { conversationId: number }): KeptText[] =>
    keptTexts(desk, conversationId),

  'alerts.waitingWindows': (files: Files, { nowMs }: { nowMs: number }): alerts.WaitingWindow[] =>
    alerts.waitingWindows(files, nowMs),
  'alerts.news': (
    files: Files,
    args: { meId: number; afterSeq: number; sinceMs: number },
  ): { items: alerts.NewsItem[]; lastSeq: number } => alerts.news(files, args),
  'alerts.parked': (files: Files): { clientId: string; conversationId: number }[] => alerts.parked(files),
  'alerts.assignedTo': (files: Files, { meId }: { meId: number }): alerts.Assigned[] => alerts.assignedTo(files, meId),
  'alerts.away': (files: Files, args: alerts.AwayArgs): alerts.AwayCounts => alerts.awayCounts(files, args),

  'outbox.add': (files: Files, args: AddOutbox): OutboxItem => outbox.addOutbox(files, args),
  /** Answers the conversations that are not on this device; then nothing was added. */
  'outbox.addToMany': (files: Files, args: AddToMany): number[] => addToMany(files, args),
  'outbox.addSend': (files: Files, args: AddSend): OutboxItem[] => outbox.addSend(files, args),
  'outbox.get': ({ desk }: Files, { clientId }: { clientId: string }): OutboxRecord | null =>
    outbox.getOutbox(desk, clientId),
  'outbox.list': ({ desk }: Files, { conversationId }: { conversationId: number | null }): OutboxItem[] =>
    outbox.listOutbox(desk, conversationId),
  'outbox.due': ({ desk }: Files): OutboxRecord[] => outbox.dueOutbox(desk),
  /** Null: no such item, or `onlyFrom` did not hold. */
  'outbox.update': (files: Files, args: UpdateOutbox): OutboxRecord | null => outbox.updateOutbox(files, args),
  'outbox.remove': (files: Files, args: RemoveOutbox): OutboxItem | null => outbox.removeOutbox(files, args),
  /** Null: no such item, or `onlyFrom` did not hold. */
  'outbox.takeBack': (files: Files, args: TakeBackOutbox): Draft | null => takeBackOutbox(files, args),
  /** Null: what this action changes is as it was, or already as it should be. */
  'outbox.changedMeanwhile': (files: Files, args: { clientId: string; meId: number }): OutboxProblem | null =>
    changedMeanwhile(files, args),
  'outbox.replaceWithNote': (files: Files, args: MakeNote): OutboxItem | null => outbox.replaceWithNote(files, args),

  /** Conversations in which something was marked, and the server time of the oldest message that still has time. */
  'outbox.markNotHanded': (
    files: Files,
    args: { acceptedBefore: number },
  ): { conversationIds: number[]; nextAt: number | null } => markNotHanded(files, args),

  'file.add': ({ desk }: Files, file: LocalFile): void => localFiles.addLocalFile(desk, file),
  'file.get': ({ desk }: Files, { id }: { id: string }): LocalFile | null => localFiles.getLocalFile(desk, id),
  'file.ids': ({ desk }: Files): string[] => localFiles.localFileIds(desk),
  'file.forgetUnused': ({ desk }: Files): string[] => forgetUnusedFiles(desk),
  'attachment.get': ({ cache }: Files, { id }: { id: number }): Attachment | null => getAttachment(cache, id),

  'workspace.counts': (files: Files, { meId }: { meId: number }): { unread: number; unsent: number } =>
    workspaceCounts(files, meId),

  'store.facts': (files: Files): StoreFacts => storeFacts(files),
  /** Null: nothing had to be repaired since the start. */
  'store.repaired': ({ repaired }: Files): Repaired | null => repaired,
  /** One small step of housekeeping; see `repair/tend.ts`. */
  'store.tend': (files: Files, args: { nowMs: number }): { more: boolean } => tend(files, args),
} as const;

export type Calls = typeof calls;
