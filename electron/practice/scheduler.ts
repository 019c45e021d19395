/** Runs jobs at their moment of the practice clock. A skip of the clock makes them due at once, in order. */
import type { PracticeClock, PracticeTimers } from './clock.ts';
import type { Job, PracticeState, Task } from './state.ts';

export interface Scheduler {
  schedule(dueAt: number, task: Task): void;
  /** Runs everything that is due; call it after the clock was moved. */
  runDue(): void;
  stop(): void;
}

export interface SchedulerOptions {
  readonly state: PracticeState;
  readonly clock: PracticeClock;
  readonly timers: PracticeTimers;
  /** `at`: the moment the job was due, which is what a customer's phone would have shown. */
  readonly run: (task: Task, at: number) => void;
  readonly onProblem: (problem: unknown) => void;
}

export function createScheduler({ state, clock, timers, run, onProblem }: SchedulerOptions): Scheduler {
  let timer: ReturnType<PracticeTimers['schedule']> | null = null;
  let stopped = false;

  const earliest = (): Job | undefined =>
    state.jobs.reduce<Job | undefined>(
      (best, job) => (best === undefined || job.dueAt < best.dueAt ? job : best),
      undefined,
    );

  function arm(): void {
    timer?.cancel();
    timer = null;
    const next = earliest();
    if (stopped || next === undefined) return;
    timer = timers.schedule(next.dueAt - clock.now(), runDue);
  }

  function runDue(): void {
    if (stopped) return;
    for (let job = earliest(); job !== undefined && job.dueAt <= clock.now(); job = earliest()) {
      const taken = job;
      state.jobs = state.jobs.filter((other) => other !== taken);
      try {
        run(taken.task, taken.dueAt);
      } catch (problem) {
        onProblem(problem);
      }
    }
    arm();
  }

  return {
    schedule(dueAt, task) {
      state.jobs.push({ dueAt, task });
      arm();
    },
    runDue,
    stop() {
      stopped = true;
      timer?.cancel();
    },
  };
}
