/** A team's inbox from a seed, written by the same calls that syncing uses. */
import { calls } from '../../electron/core/store/calls.ts';
import type { CacheBatch, ConversationPatch, MessagePatch } from '../../electron/core/store/records.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import { seededRandom } from '../support/seeded-random.ts';

export interface Size {
  readonly conversations: number;
  readonly messages: number;
  readonly seed: number;
}

export const now = Date.UTC(2026, 8, 1, 12);
const hour = 3_600_000;
const days = 120;
const labels = ['vip', 'refund', 'size', 'delivery', 'complaint'] as const;
const syllables = ['ka', 'lo', 'mi', 'ré', 'tu', 'sen', 'dor', 'ban', 'gã', 'pil', 'vor', 'nü', 'est', 'al', 'qui'];
const perBatch = 25;

export interface Filled {
  readonly tookMs: number;
  readonly newestId: number;
  /** By how often they occur. */
  readonly words: { readonly common: string; readonly middle: string; readonly rare: string };
}

/** Newest conversations first, as a first sync has it. `newest`: when the newest of them was active, ms. */
export function fill(files: Files, { conversations, messages, seed }: Size, newest = now): Filled {
  const { next } = seededRandom(seed);
  const words = vocabulary(next);
  const pick = (): string => words[Math.floor(words.length ** next()) - 1] ?? 'order';
  const each = Math.max(Math.round(messages / conversations), 1);
  let id = messages + 1;
  const startedAt = performance.now();
  apply(files, { channels: [1, 2, 3].map(channel) });
  for (let first = 1; first <= conversations; first += perBatch) {
    const count = Math.min(perBatch, conversations - first + 1);
    const batch: ConversationPatch[] = [];
    const texts: MessagePatch[] = [];
    for (let index = first; index < first + count; index += 1) {
      const activeAt = newest - Math.floor((index / conversations) * days * 24 * hour);
      batch.push(conversation(index, activeAt, next, pick));
      for (let back = 0; back < each; back += 1) {
        id -= 1;
        const text = Array.from({ length: 4 + Math.floor(next() * 10) }, pick).join(' ');
        const kind = next() < 0.5 ? 'incoming' : next() < 0.9 ? 'outgoing' : 'note';
        texts.push({ id, conversationId: index, kind, text, createdAt: activeAt - back * 60_000, status: 'sent' });
      }
    }
    apply(files, { conversations: batch, messages: texts });
  }
  const [common = '', middle = '', rare = ''] = [words[2], words[400], words.at(-2)];
  return { tookMs: performance.now() - startedAt, newestId: messages, words: { common, middle, rare } };
}

function apply(files: Files, batch: CacheBatch): void {
  calls['cache.apply'](files, batch);
}

function vocabulary(next: () => number): string[] {
  const syllable = (): string => syllables[Math.floor(next() * syllables.length)] ?? 'ka';
  const word = (): string => Array.from({ length: 2 + Math.floor(next() * 3) }, syllable).join('');
  return [...new Set(Array.from({ length: 30_000 }, word))];
}

function channel(id: number) {
  const capabilities = { templates: true, groups: false, calls: false };
  return { id, name: `Number ${id}`, kind: 'whatsapp' as const, phoneNumber: null, windowMs: 24 * hour, capabilities };
}

function conversation(id: number, activeAt: number, next: () => number, pick: () => string): ConversationPatch {
  const agent = Math.floor(next() * 12);
  const status = next();
  return {
    id,
    channelId: 1 + Math.floor(next() * 3),
    contact: { id: id + 900_000, name: `${pick()} ${pick()}`, phoneNumber: `+31${600_000_000 + id}`, avatarUrl: null },
    status: status < 0.8 ? 'open' : status < 0.9 ? 'snoozed' : 'resolved',
    snoozedUntil: null,
    assignee: agent === 0 ? null : { id: agent, name: `Agent ${agent}`, availability: 'online' },
    team: next() < 0.5 ? null : { id: 1 + Math.floor(next() * 4), name: 'Team' },
    labels: [...labels.filter(() => next() < 0.1), ...(id % 5_000 === 7 ? ['rare'] : [])],
    priority: null,
    unread: next() < 0.2 ? 3 : 0,
    lastActivityAt: activeAt,
    waitingSince: next() < 0.3 ? activeAt - hour : null,
    updatedAt: activeAt,
  };
}
