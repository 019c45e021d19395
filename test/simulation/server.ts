/** The practice server's own code without sockets: requests are calls, its clock and timers are the world's. */
import { asRecord, type LoggedRequest, type UploadedFile } from '../../electron/practice/http.ts';
import { answer } from '../../electron/practice/routes.ts';
import { createRoom, type Room } from '../../electron/practice/room.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import type { Message, PracticeState, User } from '../../electron/practice/state.ts';
import { must } from '../../shared/lang/assert.ts';
import { dice, type Dice } from './plan.ts';
import type { World } from './world.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** What is not text; null: it is. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

export interface Asked {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface SimulatedServer {
  /** Where it is found. */
  readonly url: string;
  readonly room: Room;
  readonly state: PracticeState;
  /** The agent at our desk. */
  readonly me: User;
  readonly colleague: User;
  readonly problems: unknown[];
  /** Every macro that the server was made to run, in order. */
  readonly macroRuns: { readonly macroId: number; readonly conversationId: number }[];
  /** Carries a request out at this moment. */
  request(asked: Pick<Asked, 'method' | 'address'> & Partial<Asked>): Reply;
  /** Asked before a request is carried out. */
  onRequest: ((request: LoggedRequest, token: string | undefined) => void) | null;
}

const minute = 60_000;
const hour = 60 * minute;
const conversationsKept = 6;

/** All of one run have the same conversations with the same ids, and tokens of their own. */
export function openServer(world: World, seed: number, url: string): SimulatedServer {
  const roll = dice((seed ^ 0x5eed) + url.length);
  const problems: unknown[] = [];
  const state = createSeed({ now: world.now, random: roll.next });
  keepFew(state, dice(seed), world.now);
  const room = createRoom({
    state,
    dataFile: null,
    lively: false,
    wallNow: () => Math.round(world.now),
    timers: {
      schedule: (delayMs, run) => world.schedule(delayMs, run),
      soon: (run) => void world.schedule(0, run),
    },
    random: roll.next,
    baseUrl: () => url,
    onProblem: (problem) => void problems.push(problem),
  });
  const server: SimulatedServer = {
    url,
    room,
    state,
    me: must(
      state.users.find((user) => !user.isPlayed),
      'the seed has the agent who signs in',
    ),
    colleague: must(
      state.users.find((user) => user.isPlayed && user.role === 'agent'),
      'the seed has a colleague',
    ),
    problems,
    macroRuns: [],
    onRequest: null,
    request({ method, address, headers = {}, body = null, files = [] }) {
      const { pathname: path, search, searchParams: query } = new URL(address, url);
      const at = room.practice.clock.now();
      server.onRequest?.({ method, path, query: search, body, at }, headers['api-access-token']);
      server.macroRuns.push(...macroRunsOf(path, body));
      return toReply(
        answerSafely(() => answer(room.practice, { method, path, query, headers, body, files })),
        at,
      );
    },
  };
  const answerSafely = (run: () => ReturnType<typeof answer>): ReturnType<typeof answer> => {
    try {
      return run();
    } catch (problem) {
      problems.push(problem);
      return { status: 500, body: { error: 'Internal Server Error' } };
    }
  };
  return server;
}

export function macroRunsOf(path: string, body: unknown): SimulatedServer['macroRuns'] {
  const macroId = /\/macros\/(\d+)\/execute$/.exec(path)?.[1];
  const ids = asRecord(body)['conversation_ids'];
  if (macroId === undefined || !Array.isArray(ids)) return [];
  return ids.map((id) => ({ macroId: Number(macroId), conversationId: Number(id) }));
}

function toReply({ status, body, headers }: ReturnType<typeof answer>, at: number): Reply {
  const common = { status, headers: { date: new Date(at).toUTCString(), ...headers } };
  if (body instanceof Uint8Array) return { ...common, text: '', bytes: new Uint8Array(body) };
  const text = body === null || body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return { ...common, text, bytes: null };
}

/** A handful of conversations, most with a window that ends while the run goes on. */
function keepFew(state: PracticeState, roll: Dice, now: number): void {
  const ordinary = state.conversations.filter((other) => !other.labels.includes('practice'));
  const kept = new Set<number>();
  while (kept.size < conversationsKept) kept.add(roll.pick(ordinary).id);
  state.conversations.splice(
    0,
    state.conversations.length,
    ...state.conversations.filter((conversation) => kept.has(conversation.id)),
  );
  const messages = state.messages.filter((message) => kept.has(message.conversationId));
  state.messages.splice(0, state.messages.length);
  for (const conversation of state.conversations) {
    const own = messages.filter((message) => message.conversationId === conversation.id);
    const lastIncoming = own.findLast((message) => message.type === 0);
    const left = roll.pick([2 * minute, 4 * minute, 9 * minute, 25 * minute, 2 * hour, 20 * hour, -hour]);
    const lastAt = now - 24 * hour + left;
    const shift = lastIncoming === undefined ? 0 : lastAt - lastIncoming.createdAt;
    state.messages.push(...own.map((message) => movedBy(message, shift, now)));
  }
  state.messages.sort((a, b) => a.id - b.id);
}

function movedBy(message: Message, shift: number, now: number): Message {
  const at = (time: number): number => Math.min(Math.floor(time + shift), now - 1_000);
  return { ...message, createdAt: at(message.createdAt), updatedAt: at(message.updatedAt) };
}
