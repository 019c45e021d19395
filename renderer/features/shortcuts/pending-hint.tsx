import { useStore } from 'zustand';
import { useT } from '../../i18n/i18n.tsx';
import { chordWords } from './key-words.ts';
import type { PendingKeys } from './pending-keys.ts';
import './shortcuts.css';

/** "G then…": says that a sequence has begun. */
export function PendingHint({ pending }: { readonly pending: PendingKeys }) {
  const t = useT();
  const chords = useStore(pending);
  if (chords.length === 0) return null;
  const keys = chords.map((chord) => chordWords(chord, t)).join(' ');
  return (
    <div className="pending-keys" role="status">
      {t('keys.pending', { keys })}
    </div>
  );
}
