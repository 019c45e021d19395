/** Server time: where it is read, how wrong it may be, and which source wins. */
import { describe, expect, it } from 'vitest';
import type { ClockSample } from '../../shared/clock/server-clock.ts';
import { must } from '../../shared/lang/assert.ts';
import { json, restConversationJson, signedIn, type Answering, type Harness } from './chatwoot-fixtures.ts';

const noon = Date.UTC(2026, 0, 14, 12);

/** An answer that takes `ms` on the fake clock. */
async function slow(ms: number, answer: Answering): Promise<Harness> {
  const ready = await signedIn();
  ready.answer(async (request) => {
    await new Promise<void>((resolve) => void ready.clock.schedule(ms, resolve));
    return answer(request);
  });
  return ready;
}

async function sampled(ready: Harness, ms: number): Promise<ClockSample | null> {
  const sample = ready.connector.sampleClock();
  await ready.clock.advance(ms);
  return sample;
}

function listen({ connector, sockets }: Harness): { samples: ClockSample[]; ping: (second: number) => void } {
  const samples: ClockSample[] = [];
  const nothing = (): void => undefined;
  connector.live({
    onConfirmed: nothing,
    onConversation: nothing,
    onMessage: nothing,
    onMentioned: nothing,
    onContact: nothing,
    onPresence: nothing,
    onContactGone: nothing,
    onReferenceChanged: nothing,
    onDown: nothing,
    onClockSample: (sample) => void samples.push(sample),
  });
  const socket = must(sockets.at(-1), 'the cable opened a socket');
  return { samples, ping: (second) => socket.frame({ type: 'ping', message: second }) };
}

describe('GET /api', () => {
  const api =
    (timestamp: string, headers = {}) =>
    () =>
      json({ version: '4.10.0', timestamp }, 200, headers);

  it('gives the middle of its second at the middle of the trip', async () => {
    const ready = await slow(80, api('2026-01-14 12:00:05', { date: 'Wed, 14 Jan 2026 11:00:00 GMT' }));
    const { monotonic, wall } = { monotonic: ready.clock.monotonicNow(), wall: ready.clock.wallNow() };
    expect(await sampled(ready, 80)).toEqual({
      serverMs: noon + 5500,
      uncertaintyMs: 540,
      monotonicMs: monotonic + 40,
      wallMs: wall + 40,
      source: 'api',
    });
    expect(ready.requests[0]?.path).toBe('/api');
    expect(ready.requests[0]?.headers.has('api-access-token')).toBe(false);
    expect(ready.connector.roundTrips().at(-1)).toBe(80);
  });

  it('falls back to the Date header, but not to one out of a cache', async () => {
    const date = { date: 'Wed, 14 Jan 2026 12:00:07 GMT' };
    expect(await sampled(await slow(20, api('later', date)), 20)).toMatchObject({
      serverMs: noon + 7500,
      uncertaintyMs: 510,
      source: 'date',
    });
    expect(await sampled(await slow(20, api('later', { ...date, age: '60' })), 20)).toBeNull();
  });

  it.each([
    ['no time', api('2026-01-14T12:00:05Z')],
    ['an impossible time', api('2026-13-14 12:00:05')],
    ['HTML', () => new Response('<html>')],
    ['an error', () => json({}, 503)],
  ] as const)('is null with %s', async (_what, answer) => {
    expect(await (await signedIn(answer)).connector.sampleClock()).toBeNull();
  });

  it('is not moved by a change of the computer clock during the trip', async () => {
    const ready = await slow(80, api('2026-01-14 12:00:05'));
    const start = ready.clock.monotonicNow();
    const sample = ready.connector.sampleClock();
    await ready.clock.advance(40);
    ready.clock.jumpWall(3_600_000);
    await ready.clock.advance(40);
    expect(await sample).toMatchObject({ monotonicMs: start + 40, wallMs: ready.clock.wallNow() - 40 });
  });
});

describe('while live', () => {
  it('a ping gives the middle of its second, wider by a usual trip', async () => {
    const ready = await slow(80, () => json(restConversationJson()));
    const { samples, ping } = listen(ready);
    const call = ready.connector.conversation(42);
    await ready.clock.advance(80);
    await call;
    ping(noon / 1000 + 3);
    expect(samples).toEqual([
      {
        serverMs: noon + 3500,
        uncertaintyMs: 580,
        monotonicMs: ready.clock.monotonicNow(),
        wallMs: ready.clock.wallNow(),
        source: 'ping',
      },
    ]);
  });

  it("the proxy's Date is used only while the application's clock is silent", async () => {
    const ready = await signedIn(() => json(restConversationJson(), 200, { date: 'Wed, 14 Jan 2026 12:00:00 GMT' }));
    const { samples, ping } = listen(ready);
    await ready.connector.conversation(42);
    expect(samples.map((sample) => sample.source)).toEqual(['date']);
    ping(noon / 1000);
    await ready.connector.conversation(42);
    expect(samples.map((sample) => sample.source)).toEqual(['date', 'ping']);
  });

  it('stops with the connection', async () => {
    const ready = await signedIn(() => json(restConversationJson(), 200, { date: 'Wed, 14 Jan 2026 12:00:00 GMT' }));
    const { samples } = listen(ready);
    await ready.clock.advance(9000); // silent: down
    await ready.connector.conversation(42);
    expect(samples).toEqual([]);
  });
});
