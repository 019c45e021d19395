/** What a core in a test runs on. */
import type { About } from '../../electron/core/ports.ts';

export const aboutTests: About = { runsOn: 'a test', platform: 'none', logTail: async () => [], timeZone: () => 'UTC' };
