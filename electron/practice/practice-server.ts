/** The embedded practice workspace: a small server that speaks Chatwoot's dialect and plays WhatsApp and the customers. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { must } from '../../shared/lang/assert.ts';
import { systemTimers } from './clock.ts';
import type { Controls } from './control.ts';
import type { Intercept, LoggedRequest } from './http.ts';
import { catchUpAfterPause, startLife } from './life.ts';
import { accountId, practicePassword } from './practice.ts';
import { createRoom } from './room.ts';
import type { Room } from './room.ts';
import { createOutage } from './outage.ts';
import { createRequestHandler } from './request-handler.ts';
import { createSeed, tellWhereControlsAre } from './seed/seed.ts';
import { loadState } from './store.ts';
import type { PracticeState } from './state.ts';

export interface PracticeOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly host?: string;
  /** null: nothing is kept. */
  readonly dataFile: string | null;
  /** False: nothing happens by itself except what WhatsApp does with an outgoing message. */
  readonly lively?: boolean;
  readonly wallNow?: () => number;
  readonly random?: () => number;
}

export interface PracticeServer {
  readonly url: string;
  readonly accountId: number;
  readonly userId: number;
  readonly email: string;
  readonly password: string;
  readonly apiAccessToken: string;
  /** Full address for WhatsApp's webhooks, with the practice number in it. */
  readonly webhook: string;
  stop(): Promise<void>;
  /** Moves the practice clock ahead and runs what became due. */
  skip(ms: number): void;
  /** Practice time, epoch ms. */
  now(): number;
  /** While on: every socket but the control page's is cut off. */
  setOutage(on: boolean): void;
  /** For tests; change it only through the server. */
  readonly state: PracticeState;
  readonly requests: readonly LoggedRequest[];
  /** Errors inside the server itself; empty in a healthy run. */
  readonly problems: readonly Error[];
  /** Fault plans of tests. */
  intercept: Intercept | undefined;
}

const longPauseMs = 60 * 60 * 1000;
const mostProblems = 100;

/** Rejects with Node's own `code` (EADDRINUSE …) and a sentence if it cannot listen. */
export async function startPractice(options: PracticeOptions): Promise<PracticeServer> {
  const { dataFile, lively = true, wallNow = Date.now, random = Math.random, host = '127.0.0.1' } = options;
  const http = createServer();
  await listen(http, options.port, host);
  try {
    const { port } = http.address() as AddressInfo;
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
    const problems: Error[] = [];
    const onProblem = (problem: unknown): void => {
      if (problems.length < mostProblems)
        problems.push(problem instanceof Error ? problem : new Error(String(problem)));
    };
    const saved = dataFile === null ? null : loadState(dataFile, wallNow());
    const state = saved ?? createSeed({ now: wallNow(), random });
    const room = createRoom({
      state,
      dataFile,
      lively,
      wallNow,
      timers: systemTimers,
      random,
      baseUrl: () => url,
      onProblem,
    });
    const pausedMs = saved === null ? 0 : room.practice.clock.now() - saved.savedAt;
    tellWhereControlsAre(room.practice, `${url}/practice`);
    if (lively && pausedMs > longPauseMs) catchUpAfterPause(room.practice);
    startLife(room.practice);
    room.saver.saveNow();
    room.scheduler.runDue();
    return serve({ http, room, url, problems, onProblem });
  } catch (problem) {
    http.close();
    throw problem;
  }
}

function listen(http: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (problem: NodeJS.ErrnoException) => {
      const reason = problem.code === 'EADDRINUSE' ? 'the port is in use' : problem.message;
      const error = new Error(`The practice workspace cannot listen on ${host}:${String(port)}: ${reason}.`);
      reject(Object.assign(error, { code: problem.code }));
    });
    http.listen(port, host, resolve);
  });
}

interface Serving {
  readonly http: Server;
  readonly room: Room;
  readonly url: string;
  readonly problems: Error[];
  readonly onProblem: (problem: unknown) => void;
}

function serve({ http, room, url, problems, onProblem }: Serving): PracticeServer {
  const { practice, scheduler, saver, cable } = room;
  const me = must(
    practice.state.users.find((user) => !user.isPlayed),
    'the seed has the agent who signs in',
  );
  const phoneNumber = practice.state.inboxes[0]?.phoneNumber ?? '';
  const requests: LoggedRequest[] = [];
  const outage = createOutage(http, cable.destroyAll);
  const controls: Controls = {
    practice,
    webhook: `${url}/webhooks/whatsapp/${phoneNumber}`,
    isOutage: outage.isOn,
    setOutage: outage.set,
    skip(ms) {
      practice.clock.skip(ms);
      practice.changed();
      scheduler.runDue();
      cable.ping();
    },
  };
  http.on(
    'request',
    createRequestHandler({ controls, outage, requests, intercept: () => server.intercept, onProblem }),
  );
  http.on('upgrade', (message, socket, head) => {
    const isCable = (message.url ?? '').split('?')[0] === '/cable';
    if (outage.isOn() || !isCable) socket.destroy();
    else cable.accept(message, socket, head);
  });

  async function stop(): Promise<void> {
    scheduler.stop();
    saver.close();
    cable.stop();
    const closed = new Promise<void>((resolve) => {
      http.close(() => resolve());
    });
    http.closeAllConnections();
    outage.stop();
    await closed;
  }

  const server: PracticeServer = {
    url,
    accountId,
    userId: me.id,
    email: me.email,
    password: practicePassword,
    apiAccessToken: me.accessToken,
    webhook: controls.webhook,
    stop,
    skip: controls.skip,
    now: practice.clock.now,
    setOutage: (on) => outage.set(on, null),
    state: practice.state,
    requests,
    problems,
    intercept: undefined,
  };
  return server;
}
