import type { Rule } from '../room.ts';
import { ipcRules } from './ipc.ts';
import { leavingRules } from './leaving.ts';
import { pageRules } from './page.ts';
import { startRules } from './start.ts';
import { systemRules } from './system.ts';

/** What Latchkey relies on Electron for, and the fake therefore plays. */
export const rules: readonly Rule[] = [...startRules, ...pageRules, ...ipcRules, ...systemRules, ...leavingRules];
