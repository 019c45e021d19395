/** What people do, one step at a time. Every text carries a word of its own, by which it is found again. */
import type { CallInput, CallName, CallResult } from '../../shared/contract/contract.ts';
import type { ConversationAction, OutboxItem } from '../../shared/contract/outbox.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { decisionsFor, kindOf } from '../../shared/outbox/outbox-machine.ts';
import type { DeskProcess } from './desk-process.ts';
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
  readonly desk: DeskProcess;
  readonly server: SimulatedServer;
  readonly tell: (what: string) => void;
}

export const macroKey = (macroId: number, conversationId: number): string =>
  `macro ${String(macroId)} in conversation ${String(conversationId)}`;

export class Actors {
  readonly #ports: ActorPorts;
  readonly typed = new Map<string, Typed>();
  /** How often a person said that a macro may run (again) in a conversation, by `macroKey`. */
  readonly macros = new Map<string, number>();

  constructor(ports: ActorPorts) {
    this.#ports = ports;
  }

  /** Starts the step and does not wait for it: the process may die on the way. */
  act(kind: PersonStep, seed: number): void {
    const roll = dice(seed);
    const id = roll.pick(this.#ports.server.state.conversations).id;
    this.#run(kind, roll, id, `w${seed.toString(36)}`).catch((error: unknown) => {
      // A refusal with a reason is an answer.
      if (!(error instanceof CallError)) throw error;
      this.#ports.tell(`refused ${kind}: ${error.code}`);
    });
  }

  async #run(kind: PersonStep, roll: Dice, id: number, word: string): Promise<void> {
    switch (kind) {
      case 'draft':
        return void (await this.#type(roll, id, roll.chance(0.7) ? 'customer' : 'team', word));
      case 'reply':
        return this.#reply(roll, id, word);
      case 'note': {
        const text = await this.#type(roll, id, 'team', word);
        return void (await this.#call('notes.add', {
          conversationId: id,
          clientId: roll.uuid(),
          body: { audience: 'team', text },
        }));
      }
      case 'template':
        return this.#template(roll, id, word, null);
      case 'decide':
        return this.#decide(roll, word);
      case 'take-back':
        return this.#takeBack(roll);
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

  /** Types into the field, behind what stands there already or instead of it. Returns the whole text. */
  async #type(roll: Dice, conversationId: number, audience: Typed['audience'], word: string): Promise<string> {
    const { draft } = await this.#call('drafts.get', { conversationId, audience });
    const before = draft === null || roll.chance(0.2) ? '' : `${draft.text} `;
    const text = `${before}${word}`;
    await this.#call('drafts.save', { conversationId, audience, text, caret: text.length });
    this.typed.set(word, { word, audience, conversationId, allowed: 1, mayBeNote: false });
    return text;
  }

  async #reply(roll: Dice, conversationId: number, word: string): Promise<void> {
    const text = await this.#type(roll, conversationId, 'customer', word);
    await this.#call('replies.send', {
      conversationId,
      clientId: roll.uuid(),
      body: { audience: 'customer', text },
    });
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
    if (item.state === 'uncertain' || item.state === 'failed')
      for (const typed of this.#typedIn(item)) typed.allowed += 1;
    await this.#call('outbox.takeBack', { clientId: item.clientId });
  }

  #typedIn({ content }: OutboxItem): readonly Typed[] {
    const text = content.kind === 'action' ? '' : content.text;
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
    server.request('POST', `/api/v1/accounts/1/conversations/${String(id)}/${path}`, headers, body);
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
    this.#ports.server.request('POST', '/webhooks/whatsapp/+15550783881', {}, body);
  }
}
