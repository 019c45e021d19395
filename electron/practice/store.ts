/**
 * Keeps the practice state on disk. What changed is saved (temporary file, then rename) before the answer or the cable
 * event that tells of it leaves, so a kill loses nothing that anybody was told.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PracticeTimers } from './clock.ts';
import type { CableEvent } from './practice.ts';
import { stateVersion } from './state.ts';
import type { PracticeState } from './state.ts';

/** The saved state; null if there is none. A file that cannot be used is kept aside under a `.bad-…` name. */
export function loadState(dataFile: string, wallNow: number): PracticeState | null {
  if (!existsSync(dataFile)) return null;
  const state = parseState(readFileSync(dataFile, 'utf8'));
  if (state !== null) return state;
  renameSync(dataFile, `${dataFile}.bad-${String(wallNow)}`);
  return null;
}

/** Only our own earlier self writes this file, so its outline is checked rather than every field. */
function parseState(text: string): PracticeState | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const state = value as PracticeState;
  const lists = [state.users, state.inboxes, state.contacts, state.conversations, state.messages, state.jobs];
  const usable = state.version === stateVersion && lists.every(Array.isArray) && Number.isFinite(state.skippedMs);
  return usable ? state : null;
}

export interface Saver {
  changed(): void;
  publish(event: CableEvent): void;
  settled(): Promise<void>;
  /** Throws if the disk refuses, so that a start on an unusable folder fails loudly. */
  saveNow(): void;
  /** Saves what is left and stops saving. */
  close(): void;
}

export interface SaverOptions {
  readonly state: PracticeState;
  readonly dataFile: string | null;
  readonly timers: PracticeTimers;
  /** Called just before a save, to write what lives outside the state (the clock) into it. */
  readonly beforeSave: () => void;
  readonly send: (event: CableEvent) => void;
  readonly onProblem: (problem: unknown) => void;
}

export function createSaver({ state, dataFile, timers, beforeSave, send, onProblem }: SaverOptions): Saver {
  let dirty = false;
  let closed = false;
  let events: CableEvent[] = [];
  let planned: Promise<void> | null = null;

  function save(): void {
    if (!dirty || closed || dataFile === null) return;
    beforeSave();
    mkdirSync(dirname(dataFile), { recursive: true });
    writeFileSync(`${dataFile}.tmp`, JSON.stringify(state));
    renameSync(`${dataFile}.tmp`, dataFile);
    dirty = false;
  }
  function flush(): void {
    planned = null;
    try {
      save();
    } catch (problem) {
      onProblem(problem);
    }
    const ready = events;
    events = [];
    for (const event of ready) send(event);
  }
  /** One save for everything that changes in the same turn of the event loop. */
  function plan(): void {
    planned ??= new Promise((resolve) => {
      timers.soon(() => {
        flush();
        resolve();
      });
    });
  }
  return {
    changed() {
      dirty = true;
      plan();
    },
    publish(event) {
      events.push(event);
      plan();
    },
    settled: () => planned ?? Promise.resolve(),
    saveNow() {
      dirty = true;
      save();
    },
    close() {
      flush();
      closed = true;
    },
  };
}
