import type { Thread } from './build.ts';
import { closedThreads } from './threads-closed.ts';
import { currentThreads } from './threads-current.ts';
import { settledThreads } from './threads-settled.ts';
import { todayThreads } from './threads-today.ts';

export const threads: readonly Thread[] = [...currentThreads, ...todayThreads, ...closedThreads, ...settledThreads];
