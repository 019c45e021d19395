/** What happens in one run: who does what and when, and what goes wrong. Made from a seed; small enough to print. */
import { seededRandom } from '../support/seeded-random.ts';

export type PersonStep =
  // our agent
  | 'draft'
  | 'reply'
  | 'note'
  | 'template'
  | 'status'
  | 'assign'
  | 'priority'
  | 'labels'
  | 'team'
  | 'macro'
  | 'unread'
  | 'open'
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
}

export const restFaults = [
  'refused',
  'drop-before',
  'drop-after',
  '500-before',
  '500-after',
  '422-after',
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
  /** The process dies at its `n`-th port call. */
  | { readonly where: 'process'; readonly n: number; readonly downMs: number };

export interface Plan {
  readonly seed: number;
  readonly undoSeconds: 0 | 5;
  /** Of the desk's clock. */
  readonly ppm: number;
  readonly wallErrorMs: number;
  readonly steps: readonly Step[];
  readonly faults: readonly Fault[];
}

const routes = [
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

/** How often each kind of step is drawn. */
const weights: readonly (readonly [StepKind, number])[] = [
  ['draft', 3],
  ['reply', 16],
  ['note', 5],
  ['template', 3],
  ['status', 3],
  ['assign', 2],
  ['priority', 1],
  ['labels', 1],
  ['team', 1],
  ['macro', 4],
  ['unread', 1],
  ['open', 4],
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
  const steps = Array.from({ length: 8 + roll.int(mostSteps - 8) }, (): Step => {
    let left = roll.next() * allWeight;
    const found = weights.find(([, weight]) => (left -= weight) < 0);
    return { kind: found?.[0] ?? 'reply', wait: roll.ms(20, 30_000), dice: roll.int(2 ** 31) };
  });
  // Every fourth run has no faults but those of the steps: what breaks there is plainly broken.
  const faults = Array.from({ length: seed % 4 === 0 ? 0 : 1 + roll.int(8) }, () => faultOf(roll));
  return {
    seed,
    undoSeconds: seed % 5 === 0 ? 5 : 0,
    ppm: roll.int(101) - 50,
    wallErrorMs: roll.chance(0.3) ? roll.int(7_200_000) - 3_600_000 : 0,
    steps,
    faults,
  };
}

function faultOf(roll: Dice): Fault {
  const where = roll.next();
  // The two requests that must never be repeated blindly, and the ways in which they may have been done all the same.
  if (where < 0.15) return { where: 'rest', route: 'POST messages', n: 1 + roll.int(4), kind: roll.pick(unclear) };
  if (where < 0.22) {
    return { where: 'rest', route: 'POST macros/:id/execute', n: 1 + roll.int(2), kind: roll.pick(unclear) };
  }
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
  return { where: 'process', n: 1 + roll.ms(1, 900), downMs: roll.ms(100, 600_000) };
}
