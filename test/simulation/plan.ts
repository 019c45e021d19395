/** What happens in one run: who does what and when, and what goes wrong. Made from a seed; small enough to print. */
import { seededRandom } from '../support/seeded-random.ts';

export type PersonStep =
  // our agent
  | 'draft'
  | 'restore'
  | 'reply'
  | 'last-minute'
  | 'note'
  | 'template'
  | 'status'
  | 'assign'
  | 'priority'
  | 'labels'
  | 'team'
  | 'macro'
  | 'unread'
  | 'bulk'
  | 'open'
  | 'look-at-file'
  | 'decide'
  | 'take-back'
  // a colleague, at the server
  | 'colleague-reply'
  | 'colleague-note'
  | 'colleague-changes'
  // customers and WhatsApp
  | 'customer'
  | 'new-customer'
  | 'late-refusal';
export type WorldStep = 'pass' | 'offline' | 'sleep' | 'set-clock' | 'kill' | 'quit';
export type StepKind = PersonStep | WorldStep;

export interface Step {
  readonly kind: StepKind;
  /** Pause before it, ms. */
  readonly wait: number;
  /** Seed of everything it decides itself. */
  readonly dice: number;
  /** In which workspace. */
  readonly seat: number;
}

export const restFaults = [
  'refused',
  'drop-before',
  'drop-after',
  '500-before',
  '500-after',
  '422-after',
  '413',
  '422-before',
  '429',
  '401',
  'slow-request',
  'slow-answer',
  'truncated',
  'wrong-shape',
  'portal',
] as const;
const unclear = ['drop-after', '500-after', '422-after', 'slow-answer', 'truncated', 'wrong-shape'] as const;
export const socketFaults = ['no-confirm', 'half-open', 'close', 'duplicate', 'reorder', 'lose', 'late'] as const;

export type Fault =
  /** The `n`-th request (from 1) to `route`; `any` counts all of them. */
  | { readonly where: 'rest'; readonly route: string; readonly n: number; readonly kind: (typeof restFaults)[number] }
  /** The `n`-th socket; `at`: its event frame from which on, or ms since it opened. */
  | {
      readonly where: 'socket';
      readonly n: number;
      readonly kind: (typeof socketFaults)[number];
      readonly at: number;
      readonly count: number;
    }
  /** The process dies at its `n`-th call of this port; null: of any. */
  | { readonly where: 'process'; readonly what: string | null; readonly n: number; readonly downMs: number }
  /** The disk loses the cache of a workspace at the `n`-th call of any store. */
  | { readonly where: 'disk'; readonly n: number };

export interface Plan {
  readonly seed: number;
  /** All in one process, with the same conversation ids. */
  readonly workspaces: 1 | 2;
  readonly undoSeconds: 0 | 5;
  /** Of the desk's clock. */
  readonly ppm: number;
  readonly wallErrorMs: number;
  readonly steps: readonly Step[];
  readonly faults: readonly Fault[];
}

const routes = [
  'POST upload',
  'POST upload',
  'POST messages',
  'POST messages',
  'POST messages',
  'POST messages',
  'GET messages',
  'GET messages',
  'GET conversations',
  'GET conversations/:id',
  'POST toggle_status',
  'POST assignments',
  'POST update_last_seen',
  'GET profile',
  'GET inboxes',
  'GET /api',
  'any',
  'any',
] as const;

const onUpload = [...restFaults, 'slow-request', 'slow-request', 'slow-answer', 'slow-answer'] as const;
/** Ports between two things that belong together: the bytes and their message, the outbox and the draft, two files. */
const brittle = [
  'before outbox.update',
  'after outbox.update',
  'after outbox.addSend',
  'after outbox.addToMany',
  'after outbox.takeBack',
  'before cache.apply',
  'after cache.apply',
  'before a file',
  'after a file',
  'before a file goes',
  'after file.add',
] as const;

/** How often each kind of step is drawn. */
const weights: readonly (readonly [StepKind, number])[] = [
  ['draft', 3],
  ['restore', 3],
  ['reply', 15],
  ['last-minute', 2],
  ['note', 5],
  ['template', 3],
  ['status', 3],
  ['assign', 2],
  ['priority', 1],
  ['labels', 1],
  ['team', 1],
  ['macro', 4],
  ['unread', 1],
  ['bulk', 2],
  ['open', 4],
  ['look-at-file', 2],
  ['decide', 6],
  ['take-back', 2],
  ['colleague-reply', 4],
  ['colleague-note', 2],
  ['colleague-changes', 4],
  ['customer', 6],
  ['new-customer', 1],
  ['late-refusal', 2],
  ['pass', 4],
  ['offline', 5],
  ['sleep', 1],
  ['set-clock', 1],
  ['kill', 2],
  ['quit', 1],
];
const allWeight = weights.reduce((sum, [, weight]) => sum + weight, 0);

export const dice = (seed: number) => {
  const random = seededRandom(seed);
  return {
    next: random.next,
    uuid: random.uuid,
    int: (below: number) => Math.floor(random.next() * below),
    chance: (probability: number) => random.next() < probability,
    pick: <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)]!,
    /** Evenly over orders of magnitude: short and long pauses are equally likely. */
    ms: (low: number, high: number) => Math.round(low * (high / low) ** random.next()),
  };
};
export type Dice = ReturnType<typeof dice>;

export function planOf(seed: number, mostSteps = 26): Plan {
  const roll = dice(seed * 2_654_435_761 + 17);
  const workspaces = seed % 6 === 5 ? 2 : 1;
  const steps = Array.from({ length: 8 + roll.int(mostSteps - 8) }, (): Step => {
    let left = roll.next() * allWeight;
    const found = weights.find(([, weight]) => (left -= weight) < 0);
    return {
      kind: found?.[0] ?? 'reply',
      wait: roll.ms(20, 30_000),
      dice: roll.int(2 ** 31),
      seat: roll.int(workspaces),
    };
  });
  // Every fourth run has no faults but those of the steps: what breaks there is plainly broken.
  const isFair = seed % 4 === 0;
  const faults = Array.from({ length: isFair ? 0 : 1 + roll.int(8) }, () => faultOf(roll));
  if (!isFair) for (const step of steps) faults.push(...aimedAt(step, roll));
  return {
    seed,
    workspaces,
    undoSeconds: seed % 5 === 0 ? 5 : 0,
    ppm: roll.int(101) - 50,
    wallErrorMs: roll.chance(0.3) ? roll.int(7_200_000) - 3_600_000 : 0,
    steps,
    faults,
  };
}

/** What strikes only where somebody does this. */
function aimedAt({ kind }: Step, roll: Dice): readonly Fault[] {
  const n = 1 + roll.int(2);
  if (!roll.chance(0.6)) return [];
  // Must never be repeated blindly, and may have been done all the same.
  if (kind === 'macro') return [{ where: 'rest', route: 'POST macros/:id/execute', n, kind: roll.pick(unclear) }];
  if (kind === 'last-minute')
    return [1, 2, 3].map((nth) => ({ where: 'rest', route: 'POST upload', n: nth, kind: 'slow-request' }));
  return [];
}

function faultOf(roll: Dice): Fault {
  const where = roll.next();
  if (where < 0.2) return { where: 'rest', route: 'POST messages', n: 1 + roll.int(4), kind: roll.pick(unclear) };
  // Files go ahead of their message, and are fetched by themselves.
  if (where < 0.32) return { where: 'rest', route: 'POST upload', n: 1 + roll.int(2), kind: roll.pick(onUpload) };
  if (where < 0.35) return { where: 'rest', route: 'GET media', n: 1 + roll.int(2), kind: roll.pick(restFaults) };
  if (where < 0.62) {
    const route = roll.pick(routes);
    return {
      where: 'rest',
      route,
      n: 1 + roll.int(route === 'any' ? 60 : route === 'GET messages' ? 20 : 5),
      kind: roll.pick(restFaults),
    };
  }
  if (where < 0.88) {
    const kind = roll.pick(socketFaults);
    const isByTime = kind === 'half-open' || kind === 'close';
    return {
      where: 'socket',
      n: 1 + roll.int(3),
      kind,
      at: isByTime ? roll.ms(100, 120_000) : roll.int(12),
      count: 1 + roll.int(4),
    };
  }
  if (where < 0.9) return { where: 'disk', n: 1 + roll.ms(1, 700) };
  const downMs = roll.ms(100, 600_000);
  if (where < 0.955) return { where: 'process', what: roll.pick(brittle), n: 1 + roll.int(8), downMs };
  return { where: 'process', what: null, n: 1 + roll.ms(1, 900), downMs };
}
