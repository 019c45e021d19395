import { chordsOf, isLetter, isSingle, writeChord, type Stroke } from '../../../shared/keys/keys.ts';
import { sequencePatienceMs } from '../shortcuts/pending-keys.ts';

export type Recorded =
  /** A modifier alone, or a key that means nothing here. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'done'; readonly written: string }
  /** A letter: another one may follow within `patienceMs`, else it is the whole key. */
  | { readonly kind: 'more'; readonly written: string; readonly recording: Recording; readonly patienceMs: number };

export interface Recording {
  press(stroke: Stroke, mac: boolean): Recorded;
}

/** Reads a binding from presses. */
export function startRecording(before = ''): Recording {
  return {
    press(stroke, mac) {
      const [chord] = chordsOf(stroke, mac).toReversed();
      if (chord === undefined) return { kind: 'nothing' };
      const written = before === '' ? writeChord(chord) : `${before} ${writeChord(chord)}`;
      const mayGoOn = before === '' && isSingle(chord) && isLetter(chord.key) && !chord.shift;
      if (!mayGoOn) return { kind: 'done', written };
      return { kind: 'more', written, recording: startRecording(written), patienceMs: sequencePatienceMs };
    },
  };
}
