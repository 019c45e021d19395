import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WindowFacts } from '../../../shared/contract/entities.ts';
import { windowPolicy } from '../../../shared/window/policy.ts';
import {
  allowsFreeText,
  newestOpening,
  replyDeadline,
  windowState,
  type JudgingTime,
  type WindowKind,
} from '../../../shared/window/window-state.ts';

const openedAt = 1_790_000_000_000;
const day = windowPolicy.whatsappWindowMs;
const end = openedAt + day;
const minute = 60_000;
const hour = 60 * minute;
const guard = 90_000;

const facts: WindowFacts = { durationMs: day, openedAt, openedBy: 'message', refusedAt: null, complete: true };
const at = (nowMs: number, more: Partial<JudgingTime> = {}): JudgingTime => ({
  nowMs,
  confidence: 'trusted',
  guardMs: guard,
  ...more,
});

describe('window state', () => {
  it.each<[string, number, WindowKind, WindowKind, WindowKind]>([
    // border, remaining at the border, kind 1 ms before, at, 1 ms after
    ['opening', day, 'open', 'open', 'open'],
    ['closing', 4 * hour, 'open', 'open', 'closing'],
    ['urgent', hour, 'closing', 'closing', 'urgent'],
    ['last', 10 * minute, 'urgent', 'urgent', 'last'],
    ['guard', guard, 'last', 'guard', 'guard'],
    ['end', 0, 'guard', 'closed', 'closed'],
  ])('at the border of %s', (_name, remaining, before, exact, after) => {
    const kinds = [-1, 0, 1].map((offset) => windowState(facts, at(end - remaining + offset)).kind);
    expect(kinds).toEqual([before, exact, after]);
  });

  it.each<[string, Partial<WindowFacts>, Partial<JudgingTime>, WindowKind]>([
    ['a channel without a window', { durationMs: null }, { confidence: 'unknown' }, 'unlimited'],
    ['a channel without a window, history incomplete', { durationMs: null, complete: false }, {}, 'unlimited'],
    ['never opened', { openedAt: null }, {}, 'none'],
    ['never opened, clock unknown', { openedAt: null }, { confidence: 'unknown' }, 'none'],
    ['no opening here, history incomplete', { openedAt: null, complete: false }, {}, 'unverified'],
    ['open, history incomplete', { complete: false }, {}, 'unverified'],
    ['open, clock unknown', {}, { confidence: 'unknown' }, 'unverified'],
    ['open, clock carried', {}, { confidence: 'carried' }, 'open'],
    ['refused in the window', { refusedAt: openedAt + 5 }, {}, 'closed'],
    ['refused at the moment of opening', { refusedAt: openedAt }, {}, 'closed'],
    ['refused before the opening', { refusedAt: openedAt - 1 }, {}, 'open'],
    ['refused, clock unknown', { refusedAt: openedAt + 5 }, { confidence: 'unknown' }, 'closed'],
    ['refused, but a newer message is missing here', { refusedAt: openedAt + 5, complete: false }, {}, 'unverified'],
  ])('%s', (_name, changed, time, kind) => {
    expect(windowState({ ...facts, ...changed }, at(openedAt + hour, time)).kind).toBe(kind);
  });

  it('says when it ends, ended, or was refused', () => {
    expect(windowState(facts, at(end - hour))).toEqual({ kind: 'closing', closesAt: end, remainingMs: hour });
    expect(windowState(facts, at(end + hour))).toEqual({ kind: 'closed', closesAt: end, remainingMs: 0 });
    const refused = { ...facts, refusedAt: openedAt + 5 };
    expect(windowState(refused, at(openedAt + 9)).closesAt).toBe(openedAt + 5);
  });

  it('gives a reply the deadline at which the guard begins', () => {
    const deadline = replyDeadline(facts, guard);
    expect(deadline).toBe(end - guard);
    expect([-1, 0].map((offset) => allowsFreeText(windowState(facts, at((deadline ?? 0) + offset))))).toEqual([
      true,
      false,
    ]);
    expect(replyDeadline({ ...facts, durationMs: null }, guard)).toBeNull();
    expect(replyDeadline({ ...facts, openedAt: null }, guard)).toBeNull();
  });

  it('leaves room for "last" under the longest guard', () => {
    expect(windowPolicy.guardMaxMs).toBeLessThan(windowPolicy.lastMs);
  });
});

describe('newest opening', () => {
  it('is the one whose window ends last, by the earlier of both times', () => {
    expect(newestOpening([])).toBeNull();
    const late = { kind: 'message', at: 9000, providerAt: 2000 } as const;
    const call = { kind: 'call', at: 5000, providerAt: null } as const;
    expect(newestOpening([late, call])).toEqual({ openedAt: 5000, openedBy: 'call' });
    expect(newestOpening([call, late])).toEqual({ openedAt: 5000, openedBy: 'call' });
  });

  it('is not moved ahead by a provider time in the future', () => {
    expect(newestOpening([{ kind: 'message', at: 5000, providerAt: 99_000 }])?.openedAt).toBe(5000);
  });
});

const near = fc.integer({ min: -30 * hour, max: 30 * hour });
const anyFacts: fc.Arbitrary<WindowFacts> = fc.record({
  durationMs: fc.option(fc.integer({ min: 1, max: 7 * day })),
  openedAt: fc.option(near.map((offset) => openedAt + offset)),
  openedBy: fc.constantFrom('message', 'call', 'server', null),
  refusedAt: fc.option(near.map((offset) => openedAt + offset)),
  complete: fc.boolean(),
});
const anyTime: fc.Arbitrary<JudgingTime> = fc.record({
  nowMs: near.map((offset) => openedAt + offset),
  confidence: fc.constantFrom('trusted', 'carried', 'unknown'),
  guardMs: fc.integer({ min: 0, max: windowPolicy.guardMaxMs }),
});

describe('law 1', () => {
  it('free text is allowed only before end − guard, with a known clock and history', () => {
    fc.assert(
      fc.property(anyFacts, anyTime, (some, time) => {
        fc.pre(allowsFreeText(windowState(some, time)) && some.durationMs !== null);
        expect(some.openedAt).not.toBeNull();
        expect(time.nowMs).toBeLessThan((some.openedAt ?? 0) + (some.durationMs ?? 0) - time.guardMs);
        expect(time.nowMs).toBeLessThan(replyDeadline(some, time.guardMs) ?? Infinity);
        expect(time.confidence).not.toBe('unknown');
        expect(some.complete).toBe(true);
        expect(some.refusedAt === null || some.refusedAt < (some.openedAt ?? 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never opens again by the passing of time', () => {
    fc.assert(
      fc.property(anyFacts, anyTime, fc.nat(30 * hour), (some, time, laterMs) => {
        const later = { ...time, nowMs: time.nowMs + laterMs };
        if (!allowsFreeText(windowState(some, time))) expect(allowsFreeText(windowState(some, later))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
