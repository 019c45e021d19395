/** An agent at work in one conversation until the desk dies: drafts that grow letter by letter, and what comes of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalFile } from '../../shared/contract/files.ts';
import type { TemplateValues } from '../../shared/contract/templates.ts';
import type { Random } from '../../electron/core/ports.ts';
import type { DeskChild } from './desk-child.ts';
import type { Ledger, Send, SendKind, Writing } from './ledger.ts';

export interface PlainTemplate {
  readonly name: string;
  readonly language: string;
  /** Its placeholders; the first one gets the mark. */
  readonly keys: readonly string[];
}

export interface AgentPorts {
  readonly desk: DeskChild;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly template: PlainTemplate;
  readonly conversationId: number;
  /** Begins every mark of this agent. */
  readonly name: string;
  /** True once the desk has been told to close: nobody writes into a closing window. */
  readonly isOver: () => boolean;
}

const words = ['yes', 'tomorrow', 'the', 'parcel', 'blue', 'one', 'is', 'here', 'thanks', 'eleven', 'o’clock', '👍'];

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function work(ports: AgentPorts): Promise<void> {
  const { desk, random, isOver } = ports;
  for (let count = 1; desk.isAlive && !isOver(); count += 1) {
    const roll = random.next();
    const mark = `[${ports.name}.${count}]`;
    if (roll < 0.15) await sendTemplate(ports, mark);
    else await write(ports, mark, roll < 0.45 ? 'note' : 'reply');
    await pause(random.next() * 20);
  }
}

async function write(ports: AgentPorts, mark: string, kind: 'reply' | 'note'): Promise<void> {
  const { desk, ledger, random, conversationId, isOver } = ports;
  const audience = kind === 'reply' ? 'customer' : 'team';
  const writing: Writing = { mark, conversationId, audience, versions: [], send: null };
  ledger.writings.push(writing);
  let text = mark;
  const files = random.next() < 0.35 ? await chooseFile(desk, mark) : [];
  const burst = 1 + Math.floor(random.next() * 6);
  for (let letter = 0; letter < burst; letter += 1) {
    if (!desk.isAlive || isOver()) return;
    text += ` ${words[Math.floor(random.next() * words.length)] ?? ''}`;
    void saveDraft(ports, writing, text, files);
    await pause(random.next() * 15);
  }
  if (!desk.isAlive || isOver()) return;
  const send: Send = { kind, clientId: random.uuid(), text, files, state: 'asked' };
  writing.send = send;
  await repeatSend(desk, conversationId, send);
}

/** A picture, so that it goes along with its text. None, if the desk dies over it. */
async function chooseFile(desk: DeskChild, mark: string): Promise<readonly LocalFile[]> {
  const query = { name: 'parcel.jpg' };
  const body = `\u00ff\u00d8\u00ff${mark}`;
  const answer = await desk.bytes({ method: 'POST', path: '/files', query, body });
  return answer?.status === 200 ? [LocalFile.parse(JSON.parse(answer.text))] : [];
}

/** Not waited for by the writer: a person types on while the desk saves. */
async function saveDraft(
  { desk, ledger }: AgentPorts,
  writing: Writing,
  text: string,
  files: readonly LocalFile[],
): Promise<void> {
  const { conversationId, audience, versions } = writing;
  const version = { text, askedAt: performance.now(), answered: false };
  versions.push(version);
  const answer = await desk.call('drafts.save', {
    conversationId,
    audience,
    text,
    caret: text.length,
    files: [...files],
  });
  if (answer.kind !== 'ok') return;
  version.answered = true;
  ledger.slowestDraftMs = Math.max(ledger.slowestDraftMs, performance.now() - version.askedAt);
}

/** The same call under the same client id, as often as a page that lost the wire would make it. */
export async function repeatSend(desk: DeskChild, conversationId: number, send: Send): Promise<void> {
  const { clientId, kind, text } = send;
  const files = send.files.map(({ id }) => id);
  const answer =
    kind === 'note'
      ? await desk.call('notes.add', { conversationId, clientId, body: { audience: 'team', text, files } })
      : await desk.call('replies.send', { conversationId, clientId, body: { audience: 'customer', text, files } });
  if (answer.kind === 'ok') send.state = 'answered';
  if (answer.kind === 'refused') send.state = 'refused';
}

/**
 * The longest time, ms, that the computer took until the desk died for what costs nothing: an answer that needs neither store nor
 * network, with the way there and back, and a few bytes onto the disk that holds the desk's files.
 */
export async function measureStarvation(desk: DeskChild, folder: string): Promise<number> {
  const each = [
    () => desk.call('settings.get', {}),
    () => writeFile(join(folder, 'starvation'), 'a few bytes', { flush: true }),
  ];
  return Math.max(...(await Promise.all(each.map((work) => longestOf(work, () => desk.isAlive)))));
}

async function longestOf(work: () => Promise<unknown>, goesOn: () => boolean): Promise<number> {
  const restMs = 10;
  let longest = 0;
  while (goesOn()) {
    const askedAt = performance.now();
    await work();
    await pause(restMs);
    // With the rest: we may not have been let on after it either.
    longest = Math.max(longest, performance.now() - askedAt - restMs);
  }
  return longest;
}

async function sendTemplate(ports: AgentPorts, mark: string): Promise<void> {
  const { desk, ledger, random, template, conversationId } = ports;
  const send: Send = {
    kind: 'template' satisfies SendKind,
    clientId: random.uuid(),
    text: mark,
    files: [],
    state: 'asked',
  };
  ledger.writings.push({ mark, conversationId, audience: 'customer', versions: [], send });
  const body = Object.fromEntries(template.keys.map((key, index) => [key, index === 0 ? mark : `value ${key}`]));
  const values: TemplateValues = { header: {}, body, buttons: {}, mediaUrl: null, mediaName: null };
  const { name, language } = template;
  const { clientId } = send;
  const answer = await desk.call('templates.send', {
    conversationId,
    clientId,
    name,
    language,
    values,
    replaces: null,
  });
  if (answer.kind === 'ok') send.state = 'answered';
  if (answer.kind === 'refused') send.state = 'refused';
}
