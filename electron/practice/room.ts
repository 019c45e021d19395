/** Puts state, clock, disk, jobs and cable together into the `Practice` that every handler works on. */
import { createCable } from './cable.ts';
import type { Cable } from './cable.ts';
import { createPracticeClock } from './clock.ts';
import type { PracticeTimers } from './clock.ts';
import type { Practice } from './practice.ts';
import { createSaver } from './store.ts';
import type { Saver } from './store.ts';
import { createScheduler } from './scheduler.ts';
import type { Scheduler } from './scheduler.ts';
import type { Message, PracticeState } from './state.ts';
import { runTask } from './tasks.ts';

export interface Room {
  readonly practice: Practice;
  readonly scheduler: Scheduler;
  readonly saver: Saver;
  readonly cable: Cable;
}

export interface RoomOptions {
  readonly state: PracticeState;
  readonly dataFile: string | null;
  readonly lively: boolean;
  readonly wallNow: () => number;
  readonly timers: PracticeTimers;
  readonly random: () => number;
  readonly baseUrl: () => string;
  readonly onProblem: (problem: unknown) => void;
}

export function createRoom(options: RoomOptions): Room {
  const { state, dataFile, lively, wallNow, timers, random, baseUrl, onProblem } = options;
  const clock = createPracticeClock(wallNow, state.skippedMs);
  const byConversation = new Map<number, Message[]>();
  const byId = new Map<number, Message>();
  const index = (message: Message): void => {
    byId.set(message.id, message);
    const list = byConversation.get(message.conversationId);
    if (list === undefined) byConversation.set(message.conversationId, [message]);
    else list.push(message);
  };
  for (const message of state.messages) index(message);

  const beforeSave = (): void => {
    state.skippedMs = clock.skippedMs;
    state.savedAt = clock.now();
  };
  const cable = createCable(() => practice, timers);
  const saver = createSaver({ state, dataFile, timers, beforeSave, send: cable.send, onProblem });
  const scheduler = createScheduler({
    state,
    clock,
    timers,
    onProblem,
    run: (task, at) => runTask(practice, task, at),
  });
  const practice: Practice = {
    state,
    clock,
    random,
    lively,
    signInAttempts: [],
    baseUrl,
    listeners: cable.listeners,
    isPresent: cable.isPresent,
    messagesOf: (conversationId) => byConversation.get(conversationId) ?? [],
    messageById: (id) => byId.get(id),
    addMessage(message) {
      state.messages.push(message);
      index(message);
      saver.changed();
    },
    changed: saver.changed,
    publish: saver.publish,
    schedule(dueAt, task) {
      scheduler.schedule(dueAt, task);
      saver.changed();
    },
    settled: saver.settled,
  };
  return { practice, scheduler, saver, cable };
}
