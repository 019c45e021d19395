/** One run from a plan to its violations, and a smaller plan for a run that failed. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { asRecord } from '../../electron/practice/http.ts';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import { must } from '../../shared/lang/assert.ts';
import { makeMemoryFolder } from '../support/memory-folder.ts';
import { Actors } from './actors.ts';
import { DeskProcess } from './desk-process.ts';
import { checkAll, checkApart, isUnderWay, waitsBehindAnother, type Place } from './invariants.ts';
import { Network, routeOf } from './network.ts';
import { dice, type Plan, type Step } from './plan.ts';
import { macroRunsOf, openServer, type Asked, type SimulatedServer } from './server.ts';
import { World } from './world.ts';

const addresses = ['http://practice.test', 'http://second.test'] as const;
const startAt = Date.UTC(2026, 0, 14, 12, 0, 0);
const dayMs = 24 * 60 * 60 * 1000;
const guardMs = 90_000;
/** The one of the practice workspace's macros that writes to the customer. */
const writingMacroId = 2;
/** The desk knows server time only by whole seconds of pings and half of a round trip. */
const clockToleranceMs = 3_000;

export interface RunResult {
  readonly plan: Plan;
  readonly violations: readonly string[];
  /** The same for every run of the same plan. */
  readonly hash: string;
  readonly log: readonly string[];
  readonly virtualMs: number;
  readonly portCalls: number;
}

export async function runPlan(plan: Plan): Promise<RunResult> {
  const folder = makeMemoryFolder('simulation');
  const log: string[] = [];
  const violations: string[] = [];
  const world = new World(startAt + (plan.seed % 1000) * 61_007);
  const tell = (what: string): void => void log.push(`${String(world.now - startAt).padStart(10)} ${what}`);
  const violated = (what: string): void => {
    tell(`✗ ${what}`);
    violations.push(what);
  };
  const onRejection = (reason: unknown): void => violated(`unhandled rejection: ${describe(reason)}`);
  process.on('unhandledRejection', onRejection);
  const startedAt = world.now;
  const simulation = createSimulation(plan, { world, folder, tell, violated });
  try {
    await play(plan, simulation);
    await heal(simulation);
    for (const place of simulation.places) {
      violations.push(...(await deadline(world, checkAll(place))));
      for (const problem of place.server.problems) violated(`inside the practice server: ${describe(problem)}`);
    }
    violations.push(...checkApart(simulation.places));
  } catch (error) {
    violated(`the run broke: ${describe(error)}`);
  } finally {
    simulation.desk.kill('the run is over');
    process.off('unhandledRejection', onRejection);
    rmSync(folder, { recursive: true, force: true });
  }
  const hash = createHash('sha256').update(log.join('\n')).digest('hex').slice(0, 16);
  return { plan, violations, hash, log, virtualMs: world.now - startedAt, portCalls: simulation.desk.portCalls };
}

interface Simulation {
  readonly world: World;
  readonly network: Network;
  readonly desk: DeskProcess;
  /** One for each workspace. */
  readonly places: readonly Place[];
  readonly skew: { ppm: number; wallErrorMs: number };
  readonly tell: (what: string) => void;
}

interface Around {
  readonly world: World;
  readonly folder: string;
  readonly tell: (what: string) => void;
  readonly violated: (what: string) => void;
}

function createSimulation(plan: Plan, { world, folder, tell, violated }: Around): Simulation {
  const { seed, faults } = plan;
  const servers = addresses.slice(0, plan.workspaces).map((url) => openServer(world, seed, url));
  const network = new Network({ world, servers, seed, faults, tell });
  const skew = { ppm: plan.ppm, wallErrorMs: plan.wallErrorMs };
  const desk = new DeskProcess({
    world,
    network,
    folder,
    seed,
    skew,
    faults,
    settings: { ...defaultSettings, undoSeconds: plan.undoSeconds },
    servers: servers.map(({ url, me }) => ({ url, token: me.accessToken })),
    tell,
    onBug: violated,
  });
  const places = servers.map((server, index): Place => {
    const seat = must(desk.seats[index], 'a seat at every server');
    return {
      server,
      desk: seat,
      actors: new Actors({ desk: seat, server, tell, violated }),
    };
  });
  const simulation = { world, network, desk, places, skew, tell };
  watchDeadlines(simulation, violated);
  return simulation;
}

/**
 * Law 1 by the server's own clock: free text of ours leaves before the guard of its window begins, and arrives before
 * the window ends. In between it may be on its way: that is what the guard is for.
 */
function watchDeadlines({ places, network, world }: Simulation, violated: (what: string) => void): void {
  const check = (server: SimulatedServer, what: string, asked: Posted, latestMs: number): void => {
    const id = freeTextGoesTo(asked);
    if (id === null) return;
    const conversation = server.state.conversations.find((other) => other.id === id);
    const inbox = server.state.inboxes.find((other) => other.id === conversation?.inboxId);
    if (inbox?.channelType !== 'Channel::Whatsapp') return;
    const lastIncoming = server.room.practice.messagesOf(id).findLast((message) => message.type === 0);
    const lateMs = world.now - ((lastIncoming?.createdAt ?? -Infinity) + dayMs - latestMs);
    if (lateMs >= 0) violated(`free text for ${String(id)} ${what} ${String(lateMs)} ms too late`);
  };
  for (const { server } of places) {
    server.onRequest = ({ method, path, body }, token) => {
      if (token === server.me.accessToken) check(server, 'arrived', { method, address: path, body }, 0);
      else if (token !== undefined && token !== server.colleague.accessToken)
        violated('a token went to a strange server');
    };
  }
  network.onLeave = (server, asked) => check(server, 'left', asked, guardMs - clockToleranceMs);
}

type Posted = Pick<Asked, 'method' | 'address' | 'body'>;

/** The conversation in which this request writes to the customer in free words; null: it does not. */
function freeTextGoesTo({ method, address, body }: Posted): number | null {
  const macro = macroRunsOf(address, body)[0];
  if (macro !== undefined) return macro.macroId === writingMacroId ? macro.conversationId : null;
  const fields = asRecord(body);
  if (routeOf(method, address) !== 'POST messages') return null;
  if (fields['private'] === true || fields['template_params'] !== undefined) return null;
  return Number(/conversations\/(\d+)\//.exec(address)?.[1]);
}

async function play(plan: Plan, simulation: Simulation): Promise<void> {
  const { world, desk } = simulation;
  desk.start();
  await world.advance(2_000);
  for (const step of plan.steps) {
    await world.advance(step.wait);
    simulation.tell(`▶ ${step.kind}`);
    await take(step, simulation);
  }
}

async function take(step: Step, simulation: Simulation): Promise<void> {
  const { world, network, desk, skew } = simulation;
  const roll = dice(step.dice);
  switch (step.kind) {
    case 'pass':
      return world.advance(roll.ms(60_000, 5_400_000));
    case 'offline': {
      network.setOutage(roll.pick(['refuses', 'swallows'] as const), roll.chance(0.6));
      world.schedule(roll.ms(1_000, 1_800_000), () => network.setOutage('none', false));
      return;
    }
    case 'sleep': {
      const ms = roll.ms(5_000, 36_000_000);
      world.fallAsleep();
      if (ms > 60_000) network.cut(false);
      await world.advance(ms);
      world.wakeUp(roll.chance(0.5));
      if (roll.chance(0.6)) desk.wake();
      return;
    }
    case 'set-clock':
      skew.wallErrorMs += roll.int(172_800_000) - 86_400_000;
      return;
    case 'last-minute': {
      const { actors } = must(simulation.places[step.seat], 'a seat at a workspace');
      const late = actors.lastMinute(roll);
      if (late === null) return;
      await world.advance(late.inMs);
      return actors.sendFile(late.conversationId, step.dice);
    }
    case 'kill':
    case 'quit':
      if (step.kind === 'kill') desk.kill('by the plan');
      else desk.quit();
      world.schedule(roll.ms(11_000, 7_200_000), () => desk.start(), 'desk');
      return;
    case 'draft':
    case 'restore':
    case 'reply':
    case 'note':
    case 'template':
    case 'status':
    case 'assign':
    case 'priority':
    case 'labels':
    case 'team':
    case 'macro':
    case 'unread':
    case 'bulk':
    case 'open':
    case 'look-at-file':
    case 'decide':
    case 'take-back':
    case 'colleague-reply':
    case 'colleague-note':
    case 'colleague-changes':
    case 'customer':
    case 'new-customer':
    case 'late-refusal':
      return simulation.places[step.seat]?.actors.act(step.kind, step.dice);
  }
}

/** Everything works again; time passes until nothing moves any more. */
async function heal({ world, network, desk, places, tell }: Simulation): Promise<void> {
  tell('everything heals');
  world.wakeUp(false);
  network.healed = true;
  network.setOutage('none', false);
  desk.healed = true;
  desk.start();
  await world.advance(200_000);
  for (let round = 0; round < 20; round += 1) {
    desk.start();
    const quiet = await Promise.all(places.map((place) => deadline(world, isQuiet(place))));
    const isOver = quiet.every(Boolean);
    await world.advance(isOver ? 65_000 : 30_000);
    if (isOver) return;
  }
}

async function isQuiet({ desk }: Place): Promise<boolean> {
  const { items } = await desk.call('outbox.list', { conversationId: null });
  const { state } = await desk.call('sync.get', {});
  return state === 'live' && items.every((item) => !isUnderWay(item) || waitsBehindAnother(item, items));
}

/** The answer to a question that must be answered without any time passing beyond a few seconds. */
async function deadline<T>(world: World, answer: Promise<T>): Promise<T> {
  let done = false;
  const watched = answer.finally(() => (done = true));
  watched.catch(() => {});
  for (let waited = 0; waited < 100; waited += 1) {
    await world.advance(waited < 20 ? 0 : 200);
    if (done) return watched;
  }
  throw new Error('a call was never answered');
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Halves the faults and the steps for as long as the run still fails in the same way. */
export async function shrink(failed: RunResult, mostRuns = 120): Promise<RunResult> {
  let best = failed;
  const kind = kindOf(failed.violations[0] ?? '');
  let runs = 0;
  const stillFails = async (plan: Plan): Promise<boolean> => {
    if (runs >= mostRuns) return false;
    runs += 1;
    const result = await runPlan(plan);
    const fails = result.violations.some((violation) => kindOf(violation) === kind);
    if (fails) best = result;
    return fails;
  };
  for (const part of ['faults', 'steps', 'faults', 'steps'] as const) {
    for (let size = Math.ceil(best.plan[part].length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let from = 0; from < best.plan[part].length;) {
        const plan = { ...best.plan, [part]: best.plan[part].toSpliced(from, size) };
        if (!(await stillFails(plan))) from += size;
      }
    }
  }
  return best;
}

/** Violations that differ only in numbers and words are the same violation. */
export const kindOf = (violation: string): string =>
  violation
    .replace(/\bw[0-9a-z]{5,}\b/g, 'W')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/\d+/g, 'N')
    .replace(/:.*is missing here.*/, ': missing here')
    .slice(0, 60);
