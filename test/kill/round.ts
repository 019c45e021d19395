/** One life and death of a desk: agents write, the process dies at its point, and the next one is held to what was said. */
import type { Random } from '../../electron/core/ports.ts';
import type { Audience } from '../../shared/contract/entities.ts';
import type { OutboxItem } from '../../shared/contract/outbox.ts';
import type { LocalFile } from '../../shared/contract/files.ts';
import { must } from '../../shared/lang/assert.ts';
import { measureStarvation, pause, repeatSend, work } from './agent.ts';
import type { DeskChild } from './desk-child.ts';
import type { KillPoint } from './kill-points.ts';
import { newLedger, promisedText, sendsOf, type DeathSeen, type Ledger } from './ledger.ts';
import { isParked, type Office } from './office.ts';

const audiences: readonly Audience[] = ['customer', 'team'];
/** A point that does not come in this time is a broken test. */
const longestLifeMs = 15_000;
/** Long enough for the next desk to look for the message before the server has it, the first time and not the last. */
const lateMs = 300;

export interface RoundResult {
  readonly violations: readonly string[];
  readonly drafts: number;
  readonly sends: number;
  /** Sends that the server had when the process died. */
  readonly onServerAtDeath: number;
  /** Sends about which a person was asked. */
  readonly decided: number;
  readonly slowestDraftMs: number;
  readonly starvedMs: number;
}

export interface RoundPorts {
  readonly office: Office;
  readonly random: Random;
  readonly point: KillPoint;
  /** Unique in the office: begins every mark of the round. */
  readonly name: string;
}

export async function playRound(ports: RoundPorts): Promise<RoundResult> {
  const { office, random } = ports;
  const ledger = newLedger();
  const violations: string[] = [];
  await office.customersWrite();
  const death = await liveAndDie(ports, ledger, violations);
  const onServerAtDeath = sendsOf(ledger).filter(({ writing }) => office.onServer(writing.mark).length > 0).length;
  let decided = 0;
  const overtaken = new Set<string>();
  const desk = await office.desk(null);
  if (!desk.isAlive) throw new Error(`the desk does not start again: ${(await desk.ended).complaint}`);
  violations.push(...(await textProblems(office, ledger, desk, death)), ...(await copyProblems(office, desk)));
  await office.untilLive(desk);
  // The page of the browser host outlives the core and makes its unanswered calls again.
  for (const { send, conversationId } of ledger.writings) {
    if (send?.state === 'asked' && send.kind !== 'template' && random.next() < 0.5)
      await repeatSend(desk, conversationId, send);
  }
  for (let left = await office.untilQuiet(desk); left.length > 0; left = await office.untilQuiet(desk)) {
    violations.push(...wrongVerdicts(office, ledger, left));
    if (decided > 100) throw new Error(`the outbox does not empty: ${JSON.stringify(left)}`);
    // What waits for a person is overtaken by what does not, because they may let it wait for good.
    for (const { clientId } of left.filter(isParked)) overtaken.add(clientId);
    decided += await decideAll(desk, left);
  }
  violations.push(...(await textProblems(office, ledger, desk, death)));
  violations.push(...serverProblems(office, ledger, overtaken), ...(await threadProblems(office, ledger, desk)));
  await clearDrafts(office, desk);
  violations.push(...(await leave(desk)));
  violations.push(...office.practice.problems.map((problem) => `the practice server failed: ${problem.message}`));
  const drafts = ledger.writings.reduce((sum, { versions }) => sum + versions.length, 0);
  const sends = sendsOf(ledger).length;
  return {
    violations: [...new Set(violations)],
    drafts,
    sends,
    onServerAtDeath,
    decided,
    slowestDraftMs: ledger.slowestDraftMs,
    starvedMs: death.starvedMs,
  };
}

async function liveAndDie(ports: RoundPorts, ledger: Ledger, violations: string[]): Promise<DeathSeen> {
  const { office, random, point, name } = ports;
  const nth = 1 + Math.floor(random.next() * point.within);
  if (point.name === 'post-under-way' && random.next() < 0.5) office.answerLate(lateMs * (1 + random.next() * 4));
  const desk = await office.desk({ point: point.name, nth, pauseMs: random.next() * 12 });
  let isOver = false;
  const agents = office.conversationIds.map((conversationId, index) =>
    work({
      desk,
      ledger,
      random,
      conversationId,
      template: office.template,
      name: `${name}.${index}`,
      isOver: () => isOver,
    }),
  );
  const starvation = measureStarvation(desk, office.folder);
  const tooLong = setTimeout(() => desk.kill(), longestLifeMs);
  if (point.name === 'closing') {
    await pause(200 + random.next() * 800);
    isOver = true;
    desk.stop();
  }
  const ending = await desk.ended;
  clearTimeout(tooLong);
  office.answerAtOnce();
  await Promise.all(agents);
  if (ending.killedAt !== point.name) {
    const how = `code ${ending.code}, ${ending.signal} ${ending.complaint}`;
    violations.push(`the process did not die at ${point.name} (time ${nth}) but with ${how}`);
  }
  violations.push(...desk.alarms.map((line) => `before the kill: ${line}`));
  return { at: ending.at, starvedMs: await starvation };
}

/** What a draft or the outbox holds of files is on the disk. */
async function copyProblems(office: Office, desk: DeskChild): Promise<readonly string[]> {
  const { items } = await desk.ask('outbox.list', { conversationId: null });
  const files: LocalFile[] = items.flatMap(({ content }) => ('file' in content ? (content.file ?? []) : []));
  for (const conversationId of office.conversationIds) {
    for (const audience of audiences) {
      const { draft } = await desk.ask('drafts.get', { conversationId, audience });
      files.push(...(draft?.files ?? []));
    }
  }
  const found: string[] = [];
  for (const { id } of files) {
    const { address } = await desk.ask('files.address', { file: { fileId: id } });
    const { pathname: path, searchParams } = new URL(address, 'http://desk');
    const answer = await desk.bytes({ method: 'GET', path, query: Object.fromEntries(searchParams), body: null });
    if (answer?.status !== 200) found.push(`the copy of file ${id} is gone`);
  }
  return found;
}

interface Places {
  readonly drafts: readonly string[];
  readonly outbox: readonly string[];
}

/** The server is read by whoever asks, last: what is in the outbox now may arrive, but nothing goes the other way. */
async function readPlaces(office: Office, desk: DeskChild): Promise<Places> {
  const drafts: string[] = [];
  for (const conversationId of office.conversationIds) {
    for (const audience of audiences) {
      const { draft } = await desk.ask('drafts.get', { conversationId, audience });
      if (draft !== null) drafts.push(draft.text);
    }
  }
  const { items } = await desk.ask('outbox.list', { conversationId: null });
  return { drafts, outbox: items.map(({ content }) => (content.kind === 'action' ? '' : content.text)) };
}

/** Every promised text is in a draft, in the outbox or on the server; what has been sent is not offered once more. */
async function textProblems(
  office: Office,
  ledger: Ledger,
  desk: DeskChild,
  death: DeathSeen,
): Promise<readonly string[]> {
  const { drafts, outbox } = await readPlaces(office, desk);
  return ledger.writings.flatMap((writing) => {
    const promised = promisedText(writing, death);
    const what = writing.send === null ? 'draft' : `${writing.send.kind} (${writing.send.state})`;
    const sent = [...outbox, ...office.onServer(writing.mark).map(({ content }) => content ?? '')];
    const isSent = sent.some((place) => place.includes(writing.mark));
    const found: string[] = [];
    if (promised !== null && ![...drafts, ...sent].some((place) => place.includes(promised.text)))
      found.push(`lost ${what}: "${promised.text}" (${promised.because})`);
    if (isSent && drafts.some((draft) => draft.includes(writing.mark)))
      found.push(`${what} ${writing.mark} is also a draft`);
    return found;
  });
}

/** Asking a person about a message that is there invites them to double it. */
function wrongVerdicts(office: Office, ledger: Ledger, left: readonly OutboxItem[]): readonly string[] {
  return left.flatMap(({ clientId, state }) => {
    const send = sendsOf(ledger).find((other) => other.clientId === clientId);
    if (send === undefined || office.onServer(send.writing.mark).length === 0) return [];
    return [`${send.kind} ${send.writing.mark} is shown as ${state}, but the server has it`];
  });
}

/** A person looks at what is left and says: send it. */
async function decideAll(desk: DeskChild, left: readonly OutboxItem[]): Promise<number> {
  let decided = 0;
  for (const { clientId, state } of left) {
    if (state === 'queued') continue;
    const answer = await desk.call('outbox.decide', { clientId, decision: 'send-again' });
    if (answer.kind === 'ok') decided += 1;
  }
  if (decided === 0) throw new Error(`nothing can be decided about ${JSON.stringify(left)}`);
  return decided;
}

/** Replies and templates once at most, what was answered once exactly, in order, and nothing in the wrong hands. */
function serverProblems(office: Office, ledger: Ledger, overtaken: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  const newest = new Map<number, { readonly id: number; readonly mark: string }>();
  for (const { kind, state, clientId, files, writing } of sendsOf(ledger)) {
    const messages = office.onServer(writing.mark);
    const what = `${kind} ${writing.mark}`;
    if (messages.length > 1) found.push(`${what} is on the server ${messages.length} times`);
    if (messages.length === 0 && state === 'answered') found.push(`${what} never reached the server`);
    for (const { attachments } of messages) {
      const carried = attachments.filter(
        ({ source }) => source.kind === 'uploaded' && holds(source.base64, writing.mark),
      );
      if (carried.length !== files.length || attachments.length !== files.length)
        found.push(`${what} has ${attachments.length} files on the server, ${carried.length} of them its own`);
    }
    for (const { isPrivate } of messages) {
      if (isPrivate !== (kind === 'note')) found.push(`${what} is ${isPrivate ? 'private' : 'public'} on the server`);
    }
    const first = messages[0];
    if (kind === 'note' || first === undefined || overtaken.has(clientId)) continue;
    const before = newest.get(writing.conversationId);
    if (before !== undefined && before.id > first.id) found.push(`${what} left before ${before.mark}`);
    newest.set(writing.conversationId, { id: first.id, mark: writing.mark });
  }
  return found;
}

const holds = (base64: string, mark: string): boolean => Buffer.from(base64, 'base64').includes(mark);

/** What the agent sees is what the server has, once. */
async function threadProblems(office: Office, ledger: Ledger, desk: DeskChild): Promise<readonly string[]> {
  const found: string[] = [];
  for (const conversationId of office.conversationIds) {
    const { rows } = await desk.ask('messages.list', { conversationId, before: null, limit: 200 });
    for (const { writing } of sendsOf(ledger).filter((send) => send.writing.conversationId === conversationId)) {
      const shown = rows.filter(({ text }) => text.includes(writing.mark)).length;
      const stored = office.onServer(writing.mark).length;
      if (shown !== stored) found.push(`${writing.mark}: ${shown} in the thread, ${stored} on the server`);
    }
  }
  return found;
}

async function clearDrafts(office: Office, desk: DeskChild): Promise<void> {
  for (const conversationId of office.conversationIds) {
    for (const audience of audiences)
      await desk.ask('drafts.save', { conversationId, audience, text: '', caret: 0, files: [] });
  }
}

async function leave(desk: DeskChild): Promise<readonly string[]> {
  desk.stop();
  const { code, signal, complaint } = must(await desk.ended, 'a desk ends');
  const alarms = desk.alarms.map((line) => `after the kill: ${line}`);
  return code === 0 ? alarms : [...alarms, `the desk left with ${code ?? signal}: ${complaint}`];
}
