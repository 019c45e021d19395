/** The `Connector` for Chatwoot 4.x (chatwoot-api). One call is at most one request unless its name says otherwise. */
import type { ClockSample } from '../../../../shared/clock/server-clock.ts';
import {
  ConnectorError,
  type Connector,
  type LiveConnection,
  type LiveHandlers,
  type MessageBatch,
  type NewMessage,
  type Profile,
} from '../connector.ts';
import { openCable } from './cable.ts';
import { parseApiTimestamp, parseDateHeader, sampleAcross, samplePing, type Timing } from './clock-samples.ts';
import { conversationRows, identityOf, inAccount, read, type ChatwootOptions, type Session } from './connection.ts';
import { handleEvent } from './live-events.ts';
import { messageBody } from './message-body.ts';
import { peopleCalls } from './people.ts';
import { reference } from './reference.ts';
import {
  RestAnything,
  RestApi,
  RestAssignment,
  RestConversation,
  RestConversationLabels,
  RestConversationList,
  RestLastSeen,
  RestMessage,
  RestMessageList,
  RestProfile,
  RestToggleStatus,
} from './rest-shapes.ts';
import { createRest, LONG_REQUEST_TIMEOUT_MS } from './rest.ts';
import { readRows } from './rows.ts';
import { availability, conversationFromRest, messageFromRest, nameOf } from './to-records.ts';
import { uploadFile } from './upload.ts';

/** Page sizes of `message_finder.rb`: a full page means that there may be more. */
const NEWEST_PAGE = 20;
const AFTER_PAGE = 100;
const BETWEEN_PAGE = 1_000;
/**
 * Pings and `/api` come from the application's clock, which also dates the messages; `Date` comes from whatever proxy
 * stands in front. It is used only while the better ones are silent this long.
 */
const APP_CLOCK_FRESH_MS = 30_000;

export function createChatwootConnector(options: ChatwootOptions): Connector {
  const onAnswered = (timing: Timing, dateHeader: string | null): void => offerDate(session, timing, dateHeader);
  const session: Session = {
    options,
    rest: createRest({ ...options, onAnswered }),
    identity: null,
    listener: null,
    appClockHeardAt: null,
  };
  return {
    profile: () => profile(session),
    setAvailability: (wanted) => setAvailability(session, wanted),
    reference: (mark) => reference(session, mark),
    ...conversationCalls(session),
    ...messageCalls(session),
    ...peopleCalls(session),
    ...actionCalls(session),
    sampleClock: () => sampleClock(session),
    roundTrips: () => session.rest.roundTrips(),
    live: (handlers) => live(session, handlers),
  };
}

// ---- who we are ----------------------------------------------------------------------------------------------------

async function profile(session: Session): Promise<Profile> {
  return profileFrom(session, await read(session, '/api/v1/profile', RestProfile));
}

async function setAvailability(session: Session, wanted: Profile['agent']['availability']): Promise<Profile> {
  const body = { profile: { account_id: identityOf(session).accountId, availability: wanted } };
  const request = { path: '/api/v1/profile/availability', body };
  return profileFrom(session, (await session.rest.exchange(request, RestProfile)).value);
}

function profileFrom(session: Session, raw: RestProfile): Profile {
  // Another device may have switched accounts meanwhile; the workspace's files belong to the first one.
  const wanted = session.identity?.accountId ?? session.options.accountId ?? raw.account_id ?? raw.accounts[0]?.id;
  const account = raw.accounts.find((one) => one.id === wanted);
  if (account === undefined) throw new ConnectorError('forbidden', 'no', 200, 'no longer a member of the account');
  session.identity = { accountId: account.id, userId: raw.id, pubsubToken: raw.pubsub_token };
  return {
    accountId: account.id,
    accountName: account.name,
    agent: { id: raw.id, name: nameOf(raw), availability: availability(account.availability) },
  };
}

// ---- conversations and messages ------------------------------------------------------------------------------------

function conversationCalls(
  session: Session,
): Pick<Connector, 'conversationPage' | 'conversationsChangedWithin' | 'conversation' | 'mentions'> {
  return {
    async conversationPage(page) {
      const query = `status=all&sort_by=last_activity_at_desc&page=${page}`;
      const { data } = await read(session, inAccount(session, `conversations?${query}`), RestConversationList);
      // Counted after the filter by status, which here is "all"; so it is the total of these pages.
      return { rows: conversationRows(session, data.payload), total: data.meta.all_count ?? null };
    },
    async conversationsChangedWithin(seconds) {
      const query = `status=all&updated_within=${Math.max(1, Math.ceil(seconds))}`;
      const path = inAccount(session, `conversations?${query}`);
      const { data } = await read(session, path, RestConversationList, LONG_REQUEST_TIMEOUT_MS);
      return conversationRows(session, data.payload);
    },
    async mentions(page) {
      const query = `status=all&conversation_type=mention&sort_by=last_activity_at_desc&page=${page}`;
      const { data } = await read(session, inAccount(session, `conversations?${query}`), RestConversationList);
      return conversationRows(session, data.payload);
    },
    async conversation(id) {
      return conversationFromRest(await read(session, inAccount(session, `conversations/${id}`), RestConversation));
    },
  };
}

type MessageCall =
  'newestMessages' | 'messagesAfter' | 'messagesBefore' | 'messagesBetween' | 'createMessage' | 'uploadFile';

function messageCalls(session: Session): Pick<Connector, MessageCall> {
  const batch = async (conversationId: number, query: string, pageSize: number): Promise<MessageBatch> => {
    const path = inAccount(session, `conversations/${conversationId}/messages${query}`);
    const { payload } = await read(session, path, RestMessageList);
    const rows = readRows(payload, RestMessage, 'messages', session.options.log);
    return { messages: rows.map(messageFromRest), more: payload.length >= pageSize };
  };
  return {
    newestMessages: (conversationId) => batch(conversationId, '', NEWEST_PAGE),
    messagesBefore: (conversationId, messageId) => batch(conversationId, `?before=${messageId}`, NEWEST_PAGE),
    messagesAfter: (conversationId, messageId) => batch(conversationId, `?after=${messageId}`, AFTER_PAGE),
    messagesBetween: (conversationId, fromId, beforeId) =>
      batch(conversationId, `?after=${fromId}&before=${beforeId}`, BETWEEN_PAGE),
    uploadFile: (file) => uploadFile(session.rest, inAccount(session, 'upload'), file),
    async createMessage(message: NewMessage) {
      const path = inAccount(session, `conversations/${message.conversationId}/messages`);
      const { value } = await session.rest.exchange({ path, body: messageBody(message) }, RestMessage);
      // REST cannot say that it is a template; we know because we just sent one.
      const isTemplate = message.content.kind === 'template';
      return { ...messageFromRest(value), ...(isTemplate ? { isTemplate } : {}) };
    },
  };
}

// ---- actions -------------------------------------------------------------------------------------------------------

type ActionCall =
  'setStatus' | 'assign' | 'assignTeam' | 'setPriority' | 'changeLabels' | 'markRead' | 'markUnread' | 'runMacro';

function actionCalls(session: Session): Pick<Connector, ActionCall> {
  const path = (conversationId: number, action: string): string =>
    inAccount(session, `conversations/${conversationId}/${action}`);
  return {
    // Always with the status: without one the server toggles, and a repeat would undo it.
    async setStatus(conversationId, status, snoozedUntil) {
      const until = status === 'snoozed' && snoozedUntil !== null ? Math.floor(snoozedUntil / 1000) : null;
      const body = until === null ? { status } : { status, snoozed_until: until };
      await session.rest.exchange({ path: path(conversationId, 'toggle_status'), body }, RestToggleStatus);
    },
    async assign(conversationId, assigneeId) {
      const body = { assignee_id: assigneeId };
      const request = { path: path(conversationId, 'assignments'), body, mayBeEmpty: true };
      await session.rest.exchange(request, RestAssignment);
    },
    async assignTeam(conversationId, teamId) {
      // Without `assignee_id`: with both keys the server ignores the team. 0 is "none"; an id that is gone is a 404.
      const request = { path: path(conversationId, 'assignments'), body: { team_id: teamId ?? 0 }, mayBeEmpty: true };
      await session.rest.exchange(request, RestAssignment);
    },
    async setPriority(conversationId, priority) {
      const request = { path: path(conversationId, 'toggle_priority'), body: { priority }, mayBeEmpty: true };
      await session.rest.exchange(request, RestAnything);
    },
    async changeLabels(conversationId, add, remove) {
      const { payload: before } = await read(session, path(conversationId, 'labels'), RestConversationLabels);
      const unwanted = new Set(remove);
      const labels = [...new Set([...before, ...add])].filter((label) => !unwanted.has(label));
      const isSame = labels.length === before.length && labels.every((label, index) => label === before[index]);
      // Writing replaces the whole list; not writing cannot undo what somebody adds in this moment.
      if (isSame) return;
      const request = { path: path(conversationId, 'labels'), body: { labels } };
      await session.rest.exchange(request, RestConversationLabels);
    },
    async markRead(conversationId) {
      await session.rest.exchange({ path: path(conversationId, 'update_last_seen'), body: {} }, RestLastSeen);
    },
    async markUnread(conversationId) {
      await session.rest.exchange({ path: path(conversationId, 'unread'), body: {} }, RestLastSeen);
    },
    async runMacro(conversationId, macroId) {
      const request = { path: inAccount(session, `macros/${macroId}/execute`), mayBeEmpty: true };
      await session.rest.exchange({ ...request, body: { conversation_ids: [conversationId] } }, RestAnything);
    },
  };
}

// ---- time and live events ------------------------------------------------------------------------------------------

/** Null whenever there is no time to be had, whatever the reason: the next try is as good. */
async function sampleClock(session: Session): Promise<ClockSample | null> {
  try {
    const { value, timing, dateHeader } = await session.rest.exchange({ path: '/api', anonymous: true }, RestApi);
    const told = parseApiTimestamp(value.timestamp ?? '');
    if (told !== null) {
      session.appClockHeardAt = session.options.clock.monotonicNow();
      return sampleAcross(told, timing, 'api');
    }
    const date = parseDateHeader(dateHeader);
    return date === null ? null : sampleAcross(date, timing, 'date');
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    session.options.log.write('info', 'no clock sample', { kind: error.kind });
    return null;
  }
}

function offerDate(session: Session, timing: Timing, dateHeader: string | null): void {
  const heardAt = session.appClockHeardAt;
  if (heardAt !== null && session.options.clock.monotonicNow() - heardAt < APP_CLOCK_FRESH_MS) return;
  const date = parseDateHeader(dateHeader);
  if (date !== null) session.listener?.(sampleAcross(date, timing, 'date'));
}

function live(session: Session, handlers: LiveHandlers): LiveConnection {
  const { serverUrl, openWebSocket, clock, log } = session.options;
  const listener = (sample: ClockSample): void => handlers.onClockSample(sample);
  const stopListening = (): void => {
    if (session.listener === listener) session.listener = null;
  };
  session.listener = listener;
  const cable = openCable({
    serverUrl,
    openWebSocket,
    clock,
    log,
    ...identityOf(session),
    onConfirmed: () => handlers.onConfirmed(),
    onPing: (epochSeconds) => {
      session.appClockHeardAt = clock.monotonicNow();
      listener(samplePing(epochSeconds, clock, session.rest.roundTrips()));
    },
    onEvent: (event, data) => handleEvent(event, data, handlers, log),
    onDown: (reason) => {
      stopListening();
      handlers.onDown(reason);
    },
  });
  return {
    sayPresent: () => cable.sayPresent(),
    close: () => {
      stopListening();
      cable.close();
    },
  };
}
