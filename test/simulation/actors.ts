/** What people do, one step at a time. Every text carries a word of its own, by which it is found again. */
import { asRecord } from '../../electron/practice/http.ts';
import type { CallInput, CallName, CallResult } from '../../shared/contract/contract.ts';
import { View, type Draft } from '../../shared/contract/entities.ts';
import type { ConversationAction, OutboxItem } from '../../shared/contract/outbox.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { decisionsFor, kindOf } from '../../shared/outbox/outbox-machine.ts';
import { maxFiles } from '../../shared/files/rules.ts';
import { ChosenFiles } from './chosen-files.ts';
import type { Seat } from './desk-process.ts';
import { dice, type Dice, type PersonStep } from './plan.ts';
import type { SimulatedServer } from './server.ts';

/** A text that our agent typed and Latchkey said it has. */
export interface Typed {
  readonly word: string;
  readonly audience: 'customer' | 'team';
  readonly conversationId: number;
  /** How often a person said that it may go (again). */
  allowed: number;
  /** A person turned it into a note. */
  mayBeNote: boolean;
}

export interface ActorPorts {
  readonly desk: Seat;
  readonly server: SimulatedServer;
  readonly tell: (what: string) => void;
  readonly violated: (what: string) => void;
}

const dayMs = 24 * 60 * 60 * 1000;
/** The shortest that the core knows. */
const guardMs = 90_000;
const longestWaitMs = 30 * 60_000;

const wordOf = (seed: number): string => `w${seed.toString(36)}`;

export const macroKey = (macroId: number, conversationId: number): string =>
  `macro ${String(macroId)} in conversation ${String(conversationId)}`;

export class Actors {
  readonly #ports: ActorPorts;
  readonly typed = new Map<string, Typed>();
  /** How often a person said that a macro may run (again) in a conversation, by `macroKey`. */
  readonly macros = new Map<string, number>();
  readonly files = new ChosenFiles();
  /** By client id of a reply: the message it quotes. */
  readonly quotes = new Map<string, number | null>();

  constructor(ports: ActorPorts) {
    this.#ports = ports;
  }

  /** Starts the step and does not wait for it: the process may die on the way. */
  act(kind: Exclude<PersonStep, 'last-minute'>, seed: number): void {
    const roll = dice(seed);
    const id = roll.pick(this.#ports.server.state.conversations).id;
    this.#start(kind, this.#run(kind, roll, id, wordOf(seed)));
  }

  #start(kind: PersonStep, under: Promise<void>): void {
    under.catch((error: unknown) => {
      // A refusal with a reason is an answer.
      if (!(error instanceof CallError)) throw error;
      this.#ports.tell(`refused ${kind}: ${error.code}`);
    });
  }

  /** So late that the window may close while the bytes of a file are on their way; null: nothing closes soon. */
  lastMinute(roll: Dice): { readonly conversationId: number; readonly inMs: number } | null {
    const { practice } = this.#ports.server.room;
    const [soonest] = this.#ports.server.state.conversations
      .map(({ id }) => {
        const opened = practice.messagesOf(id).findLast((message) => message.type === 0)?.createdAt ?? 0;
        return { conversationId: id, leftMs: opened + dayMs - guardMs - practice.clock.now() };
      })
      .filter(({ leftMs }) => leftMs > 0 && leftMs < longestWaitMs)
      .toSorted((a, b) => a.leftMs - b.leftMs);
    if (soonest === undefined) return null;
    return { ...soonest, inMs: Math.max(0, soonest.leftMs - roll.ms(500, 40_000)) };
  }

  sendFile(conversationId: number, seed: number): void {
    const roll = dice(seed);
    const send = async (): Promise<void> =>
      this.#send(roll, await this.#type(roll, conversationId, 'customer', wordOf(seed), 1));
    this.#start('last-minute', send());
  }

  async #run(kind: Exclude<PersonStep, 'last-minute'>, roll: Dice, id: number, word: string): Promise<void> {
    switch (kind) {
      case 'draft':
        return void (await this.#type(roll, id, roll.chance(0.7) ? 'customer' : 'team', word));
      case 'reply':
      case 'note':
        return this.#send(roll, await this.#type(roll, id, kind === 'reply' ? 'customer' : 'team', word));
      case 'bulk':
        return this.#bulk(roll);
      case 'look-at-file':
        return this.#lookAtFile(roll);
      case 'template':
        return this.#template(roll, id, word, null);
      case 'decide':
        return this.#decide(roll, word);
      case 'take-back':
        return this.#takeBack(roll);
      case 'restore':
        return this.#restore(roll, id);
      case 'open':
        return void (await this.#call('conversations.open', { conversationId: id }));
      case 'status':
      case 'assign':
      case 'priority':
      case 'labels':
      case 'team':
      case 'macro':
      case 'unread': {
        const action = this.#action(kind, roll);
        if (action.kind === 'run-macro') this.#allowMacro(id, action.macroId);
        return void (await this.#call('conversations.act', { conversationId: id, clientId: roll.uuid(), action }));
      }
      case 'colleague-reply':
      case 'colleague-note':
        return this.#asColleague(id, 'messages', {
          content: `colleague ${word}`,
          private: kind === 'colleague-note',
        });
      case 'colleague-changes':
        return this.#colleagueChanges(roll, id);
      case 'customer':
      case 'new-customer':
        return this.#customerWrites(roll, id, word, kind === 'new-customer');
      case 'late-refusal':
        return this.#lateRefusal(roll);
    }
  }

  #call<N extends CallName>(name: N, args: CallInput<N>): Promise<CallResult<N>> {
    this.#ports.tell(`agent ${name} ${JSON.stringify(args)}`);
    return this.#ports.desk.call(name, args);
  }

  /** Types into the field, behind what stands there already or instead of it, with or without files. */
  async #type(
    roll: Dice,
    conversationId: number,
    audience: Typed['audience'],
    word: string,
    leastFiles: 0 | 1 = 0,
  ): Promise<Draft> {
    const about = { conversationId, audience, word, leastFiles };
    const chosen = await this.files.choose(roll, about, (name, bytes) => this.#ports.desk.addFile(name, bytes));
    const { draft: found } = await this.#call('drafts.get', { conversationId, audience });
    const old = found === null || roll.chance(0.2) ? null : found;
    const isFileAlone = old === null && chosen.length > 0 && roll.chance(0.3);
    const text = isFileAlone ? '' : [old?.text ?? '', word].filter((part) => part !== '').join(' ');
    const files = [...(old?.files ?? []), ...chosen].slice(0, maxFiles);
    const quotedId = audience === 'customer' && roll.chance(0.3) ? this.#someMessage(roll, conversationId) : null;
    const draft = { conversationId, audience, text, caret: text.length, files, quotedId };
    await this.#call('drafts.save', draft);
    for (const file of this.files.of(files)) file.held = true;
    if (!isFileAlone) this.typed.set(word, { word, audience, conversationId, allowed: 1, mayBeNote: false });
    return draft;
  }

  #someMessage(roll: Dice, conversationId: number): number | null {
    const messages = this.#ports.server.room.practice.messagesOf(conversationId);
    return messages.length === 0 ? null : roll.pick(messages).id;
  }

  async #send(roll: Dice, { conversationId, audience, text, files, quotedId }: Draft): Promise<void> {
    const clientId = roll.uuid();
    const ids = files.map(({ id }) => id);
    if (audience === 'team') {
      await this.#call('notes.add', { conversationId, clientId, body: { audience, text, files: ids } });
    } else {
      this.quotes.set(clientId, quotedId);
      await this.#call('replies.send', { conversationId, clientId, body: { audience, text, files: ids, quotedId } });
    }
  }

  /** What the list shows, all at once. */
  async #bulk(roll: Dice): Promise<void> {
    const view = roll.pick(View.options);
    const { rows } = await this.#call('conversations.list', { view, sort: 'activity', after: null, limit: 50 });
    const targets = rows.slice(0, 1 + roll.int(4)).map(({ id }) => ({ conversationId: id, clientId: roll.uuid() }));
    if (targets.length === 0) return;
    const kinds = ['status', 'assign', 'priority', 'labels', 'team', 'macro', 'unread'] as const;
    const action = this.#action(roll.pick(kinds), roll);
    if (action.kind === 'run-macro') {
      for (const { conversationId } of targets) this.#allowMacro(conversationId, action.macroId);
    }
    await this.#call('conversations.actOnMany', { targets, action });
  }

  /** A file in a thread is shown whole or not at all. */
  async #lookAtFile(roll: Dice): Promise<void> {
    const { server, desk, violated, tell } = this.#ports;
    const attachments = server.state.messages.flatMap((message) => message.attachments);
    if (attachments.length === 0) return;
    const { id } = roll.pick(attachments);
    tell(`agent looks at file ${String(id)}`);
    const shown = await desk.openMedia(id);
    if (shown === null) return;
    const address = `/rails/active_storage/disk/${String(id)}/any`;
    const { bytes, text } = server.request({ method: 'GET', address });
    const meant = bytes ?? new TextEncoder().encode(text);
    if (!Buffer.from(shown).equals(meant)) violated(`file ${String(id)} is shown as something else`);
  }

  async #template(roll: Dice, conversationId: number, word: string, replaces: OutboxItem | null): Promise<void> {
    await this.#call('templates.send', {
      conversationId,
      clientId: roll.uuid(),
      name: 'continue_conversation',
      language: 'en_US',
      values: { header: {}, body: { 1: 'there', 2: word }, buttons: {}, mediaUrl: null, mediaName: null },
      replaces: replaces?.clientId ?? null,
    });
    this.typed.set(word, { word, audience: 'customer', conversationId, allowed: 1, mayBeNote: false });
  }

  async #decide(roll: Dice, word: string): Promise<void> {
    const { items } = await this.#call('outbox.list', { conversationId: null });
    const open = items.filter((item) => decisionsFor(kindOf(item.content), item.state).length > 0);
    if (open.length === 0) return;
    const item = roll.pick(open);
    if (item.state === 'needs-template' && roll.chance(0.4)) {
      return this.#template(roll, item.conversationId, word, item);
    }
    const decision = roll.pick(decisionsFor(kindOf(item.content), item.state));
    // Noted before it is asked: the process may die between doing and answering.
    for (const typed of this.#typedIn(item)) {
      if (decision === 'send-again') typed.allowed += 1;
      if (decision === 'make-note') typed.mayBeNote = true;
    }
    for (const file of this.files.in([item])) {
      if (decision === 'send-again') file.allowed += 1;
      if (decision === 'make-note') file.mayBeNote = true;
    }
    const action = item.content.kind === 'action' ? item.content.action : null;
    if (decision === 'send-again' && action?.kind === 'run-macro') {
      this.#allowMacro(item.conversationId, action.macroId);
    }
    await this.#call('outbox.decide', { clientId: item.clientId, decision });
  }

  async #takeBack(roll: Dice): Promise<void> {
    const { items } = await this.#call('outbox.list', { conversationId: null });
    const open = items.filter(({ content }) => content.kind === 'reply' || content.kind === 'note');
    if (open.length === 0) return;
    const item = roll.pick(open);
    // What may have left already is sent again on the person's own word.
    if (item.state === 'uncertain' || item.state === 'failed') {
      for (const written of [...this.#typedIn(item), ...this.files.in([item])]) written.allowed += 1;
    }
    await this.#call('outbox.takeBack', { clientId: item.clientId });
  }

  /** Puts an earlier text with its files behind the draft of its own audience, as far as there is room. */
  async #restore(roll: Dice, conversationId: number): Promise<void> {
    const { texts } = await this.#call('drafts.history', { conversationId });
    if (texts.length === 0) return;
    const kept = roll.pick(texts);
    const { audience } = kept;
    // What may have left already is sent again on the person's own word.
    for (const written of [...this.#wordsIn(kept.text), ...this.files.of(kept.files)]) written.allowed += 1;
    const { draft } = await this.#call('drafts.get', { conversationId, audience });
    const text = [draft?.text ?? '', kept.text].filter((part) => part !== '').join('\n');
    const files = [...new Map([...(draft?.files ?? []), ...kept.files].map((file) => [file.id, file])).values()];
    const quotedId = draft?.quotedId ?? null;
    const restored = { conversationId, audience, text, caret: text.length, files: files.slice(0, maxFiles), quotedId };
    await this.#call('drafts.save', restored);
    if (roll.chance(0.5)) await this.#send(roll, restored);
  }

  #typedIn({ content }: OutboxItem): readonly Typed[] {
    return content.kind === 'action' ? [] : this.#wordsIn(content.text);
  }

  #wordsIn(text: string): readonly Typed[] {
    return [...this.typed.values()].filter(({ word }) => text.includes(word));
  }

  #allowMacro(conversationId: number, macroId: number): void {
    const key = macroKey(macroId, conversationId);
    this.macros.set(key, (this.macros.get(key) ?? 0) + 1);
  }

  #action(
    kind: 'status' | 'assign' | 'priority' | 'labels' | 'team' | 'macro' | 'unread',
    roll: Dice,
  ): ConversationAction {
    const { server } = this.#ports;
    switch (kind) {
      case 'status': {
        const status = roll.pick(['open', 'resolved', 'pending', 'snoozed'] as const);
        const inOneHour = Math.floor((server.room.practice.clock.now() + 3_600_000) / 1000) * 1000;
        return {
          kind: 'set-status',
          status,
          snoozedUntil: status === 'snoozed' && roll.chance(0.7) ? inOneHour : null,
        };
      }
      case 'assign':
        return { kind: 'assign', assigneeId: roll.pick([server.me.id, server.colleague.id, null]) };
      case 'priority':
        return { kind: 'set-priority', priority: roll.pick(['low', 'high', 'urgent', null] as const) };
      case 'labels':
        return {
          kind: 'change-labels',
          add: [roll.pick(['vip', 'refund'])],
          remove: [roll.pick(['delivery', 'complaint'])],
        };
      case 'team':
        return { kind: 'assign-team', teamId: roll.pick([1, 2, null]) };
      case 'macro':
        return { kind: 'run-macro', macroId: roll.pick([1, 2, 3]), name: 'any' };
      case 'unread':
        return { kind: 'mark-unread' };
    }
  }

  // ---- at the server ---------------------------------------------------------------------------------------------

  #asColleague(id: number, path: string, body: unknown): void {
    const { server, tell } = this.#ports;
    tell(`colleague ${path} ${String(id)} ${JSON.stringify(body)}`);
    const headers = { 'api-access-token': server.colleague.accessToken };
    const address = `/api/v1/accounts/1/conversations/${String(id)}/${path}`;
    server.request({ method: 'POST', address, headers, body: asRecord(body) });
  }

  #colleagueChanges(roll: Dice, id: number): void {
    const [path, body] = roll.pick([
      ['toggle_status', { status: roll.pick(['open', 'resolved', 'pending', 'snoozed']) }],
      ['assignments', { assignee_id: roll.pick([1, 2, 3, 4, 0]) }],
      ['assignments', { team_id: roll.pick([1, 2, 0]) }],
      ['toggle_priority', { priority: roll.pick(['low', 'medium', null]) }],
      ['labels', { labels: roll.pick([['vip'], ['delivery', 'refund'], []]) }],
      ['update_last_seen', {}],
    ] as const);
    this.#asColleague(id, path, body);
  }

  #customerWrites(roll: Dice, id: number, word: string, isNew: boolean): void {
    const { server, tell } = this.#ports;
    const conversation = server.state.conversations.find((other) => other.id === id);
    const known = server.state.contacts.find((contact) => contact.id === conversation?.contactId);
    const phone = isNew || known === undefined ? `1650555${String(1000 + roll.int(9000))}` : known.phoneNumber.slice(1);
    tell(`customer ${phone} writes ${word}`);
    this.#webhook({
      contacts: [{ profile: { name: `New ${word}` }, wa_id: phone }],
      messages: [
        { from: phone, id: `wamid.${word}`, timestamp: '0', type: 'text', text: { body: `customer ${word}` } },
      ],
    });
  }

  /** WhatsApp takes a message and says no afterwards. */
  #lateRefusal(roll: Dice): void {
    const { server, tell } = this.#ports;
    const handed = server.state.messages.filter(
      ({ type, sender, sourceId, status }) =>
        type === 1 && sender?.id === server.me.id && sourceId !== null && status === 'sent',
    );
    if (handed.length === 0) return;
    const message = roll.pick(handed);
    tell(`whatsapp refuses ${String(message.id)}`);
    const [code, title] = roll.pick([
      [131047, 'Re-engagement message'],
      [131026, 'Message undeliverable'],
    ] as const);
    this.#webhook({ statuses: [{ id: message.sourceId, status: 'failed', errors: [{ code, title }] }] });
  }

  #webhook(value: object): void {
    const metadata = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };
    const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
    const body = { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] };
    this.#ports.server.request({ method: 'POST', address: '/webhooks/whatsapp/+15550783881', body });
  }
}
