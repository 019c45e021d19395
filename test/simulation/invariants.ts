/** What must be true after every run, whatever went wrong on the way. Each check returns sentences about what is not. */
import { CLIENT_ID_KEY } from '../../electron/core/connectors/chatwoot/client-id.ts';
import { View, type Conversation, type Message as ShownMessage } from '../../shared/contract/entities.ts';
import type { OutboxItem } from '../../shared/contract/outbox.ts';
import { isSettled, isVisibleToCustomer } from '../../shared/outbox/outbox-machine.ts';
import type { Message } from '../../electron/practice/state.ts';
import { macroKey, type Actors } from './actors.ts';
import type { Seat } from './desk-process.ts';
import { checkFiles } from './file-invariants.ts';
import type { SimulatedServer } from './server.ts';

/** One workspace with all who are at it. */
export interface Place {
  readonly desk: Seat;
  readonly server: SimulatedServer;
  readonly actors: Actors;
}

export async function checkAll(outcome: Place): Promise<readonly string[]> {
  const { items } = await outcome.desk.call('outbox.list', { conversationId: null });
  return [
    ...(await checkAgreement(outcome, items)),
    ...checkOutbox(items),
    ...checkOnce(outcome),
    ...checkMacros(outcome),
    ...checkAudience(outcome),
    ...checkQuotes(outcome),
    ...(await checkFindable(outcome, items)),
    ...(await checkViews(outcome)),
    ...(await checkFiles(outcome, items)),
  ];
}

/** Local conversations and messages are the server's. */
async function checkAgreement({ desk, server }: Place, items: readonly OutboxItem[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theirs of server.state.conversations) {
    const conversationId = theirs.id;
    // A change that lost or was refused is shown with both sides; it is laid over nothing.
    const isLaidOver = items.some((item) => item.conversationId === conversationId && item.content.kind === 'action');
    let ours: Conversation;
    try {
      ours = (await desk.call('conversations.get', { conversationId })).conversation;
    } catch (error) {
      found.push(`conversation ${String(conversationId)} is missing here (${String(error)})`);
      continue;
    }
    const here = {
      status: ours.status,
      snoozedUntil: ours.snoozedUntil,
      assignee: ours.assignee?.id ?? null,
      team: ours.team?.id ?? null,
      priority: ours.priority,
      labels: ours.labels.toSorted().join(),
    };
    const there = {
      status: theirs.status,
      snoozedUntil: theirs.snoozedUntil,
      assignee: theirs.assigneeId,
      team: theirs.teamId,
      priority: theirs.priority,
      labels: theirs.labels.toSorted().join(),
    };
    for (const key of Object.keys(here) as (keyof typeof here)[]) {
      if (here[key] === there[key] || isLaidOver) continue;
      found.push(
        `conversation ${String(conversationId)}: ${key} is ${String(here[key])} here, ${String(there[key])} there`,
      );
    }
    const page = await desk.call('messages.list', { conversationId, before: null, limit: 200 });
    found.push(...compareMessages(conversationId, page.rows, page.serverHasOlder, server));
  }
  return found;
}

function compareMessages(
  conversationId: number,
  rows: readonly ShownMessage[],
  serverHasOlder: boolean,
  server: SimulatedServer,
): readonly string[] {
  const where = `conversation ${String(conversationId)}`;
  const found: string[] = [];
  const here = new Map(rows.map((row) => [row.id, row]));
  const oldest = serverHasOlder ? (rows[0]?.id ?? Infinity) : 0;
  const all = server.room.practice.messagesOf(conversationId);
  for (const message of all) {
    const row = here.get(message.id);
    here.delete(message.id);
    if (row === undefined) {
      if (message.id >= oldest)
        found.push(`${where}: message ${String(message.id)} is missing here: ${message.content ?? ''}`);
      continue;
    }
    const shown = [row.kind, row.text, row.delivery].join(' | ');
    const meant = [kindOf(message), message.content ?? '', deliveryOf(message)].join(' | ');
    if (shown !== meant) found.push(`${where}: message ${String(message.id)} is "${shown}" here, "${meant}" there`);
  }
  if (rows.length === 0 && all.length > 0) found.push(`${where}: no messages here`);
  for (const id of here.keys()) found.push(`${where}: message ${String(id)} exists only here`);
  return found;
}

function kindOf(message: Message): ShownMessage['kind'] {
  if (message.type === 1) return message.isPrivate ? 'note' : 'outgoing';
  return message.type === 0 ? 'incoming' : message.type === 2 ? 'activity' : 'automatic';
}

function deliveryOf(message: Message): ShownMessage['delivery'] {
  if (kindOf(message) !== 'outgoing') return null;
  if (message.status !== 'sent') return message.status;
  return message.sourceId === null ? 'accepted' : 'handed';
}

/**
 * Nothing is on its way for ever: what is left waits for a person, or behind something that does. (Shown it is in any
 * case, because it is in this list.)
 */
function checkOutbox(items: readonly OutboxItem[]): readonly string[] {
  return items
    .filter((item) => isUnderWay(item) && !waitsBehindAnother(item, items))
    .map(({ clientId, content, state }) => `outbox: ${content.kind} ${clientId} is still ${state}`);
}

export const isUnderWay = ({ state }: OutboxItem): boolean =>
  state === 'queued' || state === 'sending' || isSettled(state);

/** An uncertain message to the same customer holds back what was written after it until a person decides. */
export const waitsBehindAnother = (item: OutboxItem, items: readonly OutboxItem[]): boolean =>
  isVisibleToCustomer(item.content.kind) &&
  items
    .slice(0, items.indexOf(item))
    .some(
      (other) =>
        other.conversationId === item.conversationId &&
        isVisibleToCustomer(other.content.kind) &&
        (other.state === 'uncertain' || other.state === 'held'),
    );

export const ours = ({ state, me }: SimulatedServer): readonly Message[] =>
  state.messages.filter(({ type, sender }) => type === 1 && sender?.kind === 'user' && sender.id === me.id);

/** No text reached the customer more often than a person said. */
function checkOnce({ server, actors }: Place): readonly string[] {
  return [...actors.typed.values()].flatMap(({ word, allowed }) => {
    const count = ours(server).filter((message) => !message.isPrivate && message.content?.includes(word)).length;
    return count > allowed
      ? [`${word} was sent to the customer ${String(count)} times, a person allowed ${String(allowed)}`]
      : [];
  });
}

/** Nothing tells whether a macro ran, so only a person may say that it runs again. */
function checkMacros({ server, actors }: Place): readonly string[] {
  const runs = new Map<string, number>();
  for (const { macroId, conversationId } of server.macroRuns) {
    const key = macroKey(macroId, conversationId);
    runs.set(key, (runs.get(key) ?? 0) + 1);
  }
  return [...runs].flatMap(([key, count]) => {
    const allowed = actors.macros.get(key) ?? 0;
    return count > allowed ? [`${key} ran ${String(count)} times, a person allowed ${String(allowed)}`] : [];
  });
}

function checkAudience({ server, actors }: Place): readonly string[] {
  return [...actors.typed.values()].flatMap(({ word, audience, conversationId, mayBeNote }) =>
    ours(server)
      .filter((message) => message.content?.includes(word))
      .flatMap((message) => [
        ...(audience === 'team' && !message.isPrivate ? [`note ${word} is public`] : []),
        ...(audience === 'customer' && message.isPrivate && !mayBeNote ? [`reply ${word} is private`] : []),
        ...(message.conversationId === conversationId ? [] : [`${word} went to another conversation`]),
      ]),
  );
}

/** Every text is on the server, on its way, in a draft, or kept. */
async function checkFindable(
  { desk, server, actors }: Place,
  items: readonly OutboxItem[],
): Promise<readonly string[]> {
  const lost: string[] = [];
  const kept = new Map<number, string>();
  for (const { id: conversationId } of server.state.conversations) {
    const drafts = await Promise.all(
      (['customer', 'team'] as const).map((audience) => desk.call('drafts.get', { conversationId, audience })),
    );
    const { texts } = await desk.call('drafts.history', { conversationId });
    kept.set(
      conversationId,
      [...drafts.map(({ draft }) => draft?.text ?? ''), ...texts.map(({ text }) => text)].join('\n'),
    );
  }
  for (const { word, conversationId, audience } of actors.typed.values()) {
    const isThere = ours(server).some((message) => message.content?.includes(word));
    const isWaiting = items.some(({ content }) => content.kind !== 'action' && content.text.includes(word));
    const isKept = kept.get(conversationId)?.includes(word) === true;
    if (!isThere && !isWaiting && !isKept)
      lost.push(`${word} (${audience}, conversation ${String(conversationId)}) is nowhere`);
  }
  return lost;
}

/** What was sent with a quote answers that message, and nothing else. */
function checkQuotes({ server, actors }: Place): readonly string[] {
  return ours(server).flatMap(({ id, contentAttributes }) => {
    const asked = actors.quotes.get(String(contentAttributes[CLIENT_ID_KEY]));
    const found = contentAttributes['in_reply_to'] ?? null;
    return asked === undefined || asked === found
      ? []
      : [`message ${String(id)} answers ${JSON.stringify(found)}, meant was ${String(asked)}`];
  });
}

/** A count is what its list shows. */
async function checkViews({ desk }: Place): Promise<readonly string[]> {
  const { counts } = await desk.call('conversations.counts', {});
  const found: string[] = [];
  for (const view of View.options) {
    const { rows } = await desk.call('conversations.list', { view, sort: 'activity', after: null, limit: 200 });
    if (rows.length !== counts[view])
      found.push(`view ${view} counts ${String(counts[view])} and shows ${String(rows.length)}`);
  }
  return found;
}

/** Nothing of one workspace is in another. */
export function checkApart(places: readonly Place[]): readonly string[] {
  return places.flatMap(({ actors, server }) =>
    places
      .filter((other) => other.server !== server)
      .flatMap((other) =>
        [...actors.typed.keys()]
          .filter((word) => other.server.state.messages.some(({ content }) => content?.includes(word)))
          .map((word) => `${word} of ${server.url} is at ${other.server.url}`),
      ),
  );
}
