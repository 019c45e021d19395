/** What closing the window does, and the question before quitting. Pure; the shell does it. */
import { words, type Words } from '../notify/words.ts';

export interface ClosingFacts {
  readonly platform: string;
  /** The setting. */
  readonly closeToTray: boolean;
  /** An icon of ours is shown somewhere: only then is there a way back. */
  readonly hasTray: boolean;
  /** The app is quitting, or the session of the user ends. */
  readonly isLeaving: boolean;
}

/** On macOS an app lives on without windows; elsewhere the last one that closes ends it. */
export function onWindowClose({
  platform,
  closeToTray,
  hasTray,
  isLeaving,
}: ClosingFacts): 'close' | 'hide' | 'minimise' {
  if (isLeaving || platform === 'darwin' || !closeToTray) return 'close';
  return hasTray ? 'hide' : 'minimise';
}

export interface Question {
  readonly title: Words;
  readonly text: Words;
  /** First: what Enter chooses. */
  readonly choices: readonly Words[];
}

/** Null: nothing is left behind, so nothing is asked. The second choice is to stay. */
export function beforeQuitting(unsent: number): Question | null {
  if (unsent === 0) return null;
  return {
    title: words('quit.title', { count: unsent }),
    text: words('quit.text'),
    choices: [words('quit.leave'), words('quit.stay')],
  };
}
