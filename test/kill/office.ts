/** The world around one desk that is killed again and again: a practice server, a folder, and a clock for both. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Random } from '../../electron/core/ports.ts';
import { startPractice, type PracticeServer } from '../../electron/practice/practice-server.ts';
import type { Message } from '../../electron/practice/state.ts';
import type { OutboxItem } from '../../shared/contract/outbox.ts';
import { must } from '../../shared/lang/assert.ts';
import { pause, type PlainTemplate } from './agent.ts';
import { DeskChild } from './desk-child.ts';
import type { Death } from './kill-points.ts';

const customers = ['4915550000001', '4915550000002', '4915550000003'] as const;
/** One step of time: less than a request may take, and past the first pause before an uncertain item is looked for. */
const skipMs = 21_000;
/** Together more than the 100 s after which nothing uncertain is looked for any more. */
const mostSkips = 8;
const pollMs = 25;
/** A desk that does nothing for so long, and could, is waiting for time to pass. */
const patienceMs = 400;
const longestWaitMs = 20_000;

/** States from which only a person moves an item. */
const parked: ReadonlySet<OutboxItem['state']> = new Set(['held', 'needs-template', 'failed', 'conflict']);

export const isParked = (item: OutboxItem): boolean => parked.has(item.state);

export class Office {
  readonly practice: PracticeServer;
  readonly folder: string;
  readonly #desks = new Set<DeskChild>();
  #skippedMs = 0;
  #customerWords = 0;
  /** In the order of `customers`; known once they have written. */
  conversationIds: readonly number[] = [];
  template: PlainTemplate = { name: '', language: '', keys: [] };

  private constructor(practice: PracticeServer) {
    this.practice = practice;
    this.folder = mkdtempSync(join(tmpdir(), 'latchkey-kill-'));
  }

  /** With the workspace synced once and every customer's window open. */
  static async open(random: Random): Promise<Office> {
    const practice = await startPractice({ port: 0, dataFile: null, lively: false, random: () => random.next() });
    const office = new Office(practice);
    try {
      await office.customersWrite();
      const desk = await office.desk(null);
      await office.untilLive(desk);
      office.template = await office.#plainTemplate(desk);
      desk.stop();
      await desk.ended;
      return office;
    } catch (error) {
      await office.close();
      throw error;
    }
  }

  /** Resolves once it has started, or died on the way. */
  async desk(death: Death | null): Promise<DeskChild> {
    const { url: serverUrl, apiAccessToken: token } = this.practice;
    const desk = new DeskChild({ folder: this.folder, serverUrl, token, death, skippedMs: this.#skippedMs });
    this.#desks.add(desk);
    void desk.ended.then(() => this.#desks.delete(desk));
    await desk.started;
    return desk;
  }

  async close(): Promise<void> {
    const desks = [...this.#desks];
    for (const desk of desks) desk.kill();
    await Promise.all(desks.map((desk) => desk.ended));
    await this.practice.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Opens every window again, over WhatsApp's own webhook. */
  async customersWrite(): Promise<void> {
    for (const customer of customers) await this.#customerWrites(customer);
    const { contacts, conversations } = this.practice.state;
    this.conversationIds = customers.map((customer) => {
      const contact = contacts.find(({ phoneNumber }) => phoneNumber === `+${customer}`);
      const found = conversations.findLast(({ contactId }) => contactId === contact?.id);
      return must(found, 'the webhook makes a conversation').id;
    });
  }

  /** Messages are stored this long after they arrived, whether or not somebody still waits for the answer. */
  answerLate(ms: number): void {
    this.practice.intercept = async ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/messages')) await pause(ms);
    };
  }

  /** What has arrived by now is still late. */
  answerAtOnce(): void {
    this.practice.intercept = undefined;
  }

  async #customerWrites(from: string): Promise<void> {
    this.#customerWords += 1;
    const inbox = must(this.practice.state.inboxes[0], 'the practice number');
    const value = {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: inbox.phoneNumber.slice(1), phone_number_id: inbox.phoneNumberId },
      contacts: [{ profile: { name: `Customer ${from}` }, wa_id: from }],
      messages: [
        {
          from,
          id: `wamid.KILL${this.#customerWords}`,
          timestamp: String(Math.floor(this.practice.now() / 1000)),
          type: 'text',
          text: { body: `Are you there? (${this.#customerWords})` },
        },
      ],
    };
    const entry = [{ id: '1', changes: [{ field: 'messages', value }] }];
    const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
    const headers = { 'content-type': 'application/json' };
    await (await fetch(this.practice.webhook, { method: 'POST', headers, body })).text();
  }

  async #plainTemplate(desk: DeskChild): Promise<PlainTemplate> {
    const conversationId = must(this.conversationIds[0], 'a conversation');
    const { conversation } = await desk.ask('conversations.get', { conversationId });
    const { templates } = await desk.ask('templates.list', { channelId: conversation.channel.id });
    const { name, language, body } = must(
      templates.find(
        ({ status, parameterFormat, header, buttons, body }) =>
          status === 'approved' &&
          parameterFormat === 'positional' &&
          header === null &&
          buttons.every((button) => !(button.url ?? '').includes('{{') && button.kind !== 'copy-code') &&
          body.includes('{{1}}'),
      ),
      'the seed has a plain template with a value',
    );
    const keys = [...new Set([...body.matchAll(/\{\{(\d+)\}\}/g)].map((match) => match[1] ?? ''))];
    return { name, language, keys };
  }

  /** Everything on the server that carries this mark, in the order in which it was stored. */
  onServer(mark: string): readonly Message[] {
    return this.practice.state.messages.filter(({ content }) => content?.includes(mark) === true);
  }

  async untilLive(desk: DeskChild): Promise<void> {
    const deadline = performance.now() + longestWaitMs;
    while ((await desk.ask('sync.get', {})).state !== 'live') {
      if (performance.now() > deadline) throw new Error('the desk did not come online again');
      await pause(pollMs);
    }
  }

  /** Time passes for both, as if the computer had slept. */
  async #skip(desk: DeskChild): Promise<void> {
    this.#skippedMs += skipMs;
    desk.skip(skipMs);
    this.practice.skip(skipMs);
    await pause(pollMs);
    await this.untilLive(desk);
  }

  /** Until nothing moves by itself any more, however much time passes. Answers what is left for a person. */
  async untilQuiet(desk: DeskChild): Promise<readonly OutboxItem[]> {
    for (let skips = 0; ; skips += 1) {
      const left = await this.#whileMoving(desk);
      if (left.every(isParked) || skips === mostSkips) return left;
      await this.#skip(desk);
    }
  }

  /** Until everything is parked or nothing has changed for a while. */
  async #whileMoving(desk: DeskChild): Promise<readonly OutboxItem[]> {
    let before = '';
    let changedAt = performance.now();
    for (;;) {
      const { items } = await desk.ask('outbox.list', { conversationId: null });
      const now = items.map(({ clientId, state }) => `${clientId} ${state}`).join(',');
      if (now !== before) changedAt = performance.now();
      before = now;
      const isStill = performance.now() - changedAt > patienceMs;
      if (isStill || items.every(isParked)) return items;
      await pause(pollMs);
    }
  }
}
