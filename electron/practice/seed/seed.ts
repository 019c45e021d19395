/** A believable support inbox to begin with. */
import { addThreads } from './build.ts';
import { announceConversation } from '../changes.ts';
import { conversationById } from '../practice.ts';
import type { Practice } from '../practice.ts';
import { stateVersion } from '../state.ts';
import type { PracticeState } from '../state.ts';
import { accountName, createInboxes, createUsers, labels, teams } from './people.ts';
import { threads } from './threads.ts';

/** Counters start apart from each other, so that a mix-up of ids shows. */
const firstIds = { contact: 300, conversation: 0, message: 20_000, attachment: 900 } as const;

export function createSeed({ now, random }: { readonly now: number; readonly random: () => number }): PracticeState {
  const alphabet = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const token = (): string =>
    Array.from({ length: 24 }, () => alphabet[Math.floor(random() * alphabet.length)] ?? 'x').join('');
  const state: PracticeState = {
    version: stateVersion,
    accountName,
    users: createUsers(token),
    teams,
    labels,
    inboxes: createInboxes(),
    contacts: [],
    conversations: [],
    messages: [],
    next: { ...firstIds },
    sessions: [],
    jobs: [],
    skippedMs: 0,
    savedAt: now,
    inboxesChangedAt: now - 2 * 60 * 60 * 1000,
  };
  addThreads(state, threads, now, random);
  return state;
}

/** The message that tells where the controls are names this run's address, which changes with the port. */
export function tellWhereControlsAre(practice: Practice, address: string): void {
  for (const message of practice.state.messages) {
    const before = message.content ?? '';
    if (message.type !== 0 || !/\{controls\}|http:\/\/\S+\/practice\b/.test(before)) continue;
    const content = before.replace(/\{controls\}|http:\/\/\S+\/practice\b/, address);
    const conversation = conversationById(practice, message.conversationId);
    if (content === before || conversation?.labels.includes('practice') !== true) continue;
    message.content = content;
    message.updatedAt = practice.clock.now();
    conversation.updatedAt = practice.clock.now();
    announceConversation(practice, 'conversation.updated', conversation);
  }
}
