import { lastUsed } from '../../../state/last-used.ts';

export const recentEmoji = lastUsed('latchkey.recent-emoji', 16);
