import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import type { CommandId } from '../../../shared/keys/commands.ts';
import { keymapOf } from '../../../shared/keys/keymap.ts';
import { currentOf, previousOf, returnedTo, settled, type Sweep } from '../../../shared/sweep/sweep-machine.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp, useAppStore } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { countdown } from '../../../shared/window/countdown.ts';
import { windowState } from '../../../shared/window/window-state.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { bindingWords } from '../shortcuts/key-words.ts';
import { useCommand, useCommandRegistry } from '../shortcuts/use-command.ts';
import { spokenLabel } from '../window-chip/window-words.ts';
import { useSweepStep } from './use-sweep-step.ts';

export interface SweepBarProps {
  readonly sweep: Sweep;
  readonly onChange: (sweep: Sweep) => void;
  readonly onLeave: () => void;
}

/** Where the sweep stands and its keys, on top of the conversation that it shows. It has the focus on every new screen. */
export function SweepBar({ sweep, onChange, onLeave }: SweepBarProps) {
  const t = useT();
  const bar = useRef<HTMLElement>(null);
  const id = currentOf(sweep);
  const place = { at: sweep.at + 1, all: sweep.ids.length };
  useSweepStep(sweep, onChange);
  useArrival(bar, id, place);
  const skip = (): void => onChange(settled(sweep, 'skipped'));
  const back = (): void => {
    const previous = previousOf(sweep);
    if (previous !== null) onChange(returnedTo(sweep, previous));
  };
  useSweepKeys({ skip, back, leave: onLeave });
  // Escape in the composer asks for the list, which is not there.
  useCommand('list.focus', () => bar.current?.focus());
  return (
    <section ref={bar} tabIndex={-1} className="sweep-bar" aria-label={t('sweep.bar', place)}>
      <h2 className="sweep-title">
        {t('sweep.title')} <span className="sweep-place tabular">{t('sweep.at', place)}</span>
      </h2>
      <progress className="sweep-progress" aria-hidden="true" max={place.all} value={sweep.at} />
      <SweepButtons skip={skip} back={back} leave={onLeave} isFirst={sweep.at === 0} />
    </section>
  );
}

interface SweepMoves {
  readonly skip: () => void;
  readonly back: () => void;
  readonly leave: () => void;
}

/** The keys of the screen, each also a button. */
function SweepButtons({ skip, back, leave, isFirst }: SweepMoves & { readonly isFirst: boolean }) {
  const t = useT();
  const registry = useCommandRegistry();
  const keyOf = useKeyOf();
  const run = (id: CommandId) => () => void registry.run(id);
  const keys = [
    { key: keyOf('conversation.reply'), word: 'reply', run: run('conversation.reply') },
    { key: keyOf('conversation.template'), word: 'template', run: run('conversation.template') },
    { key: keyOf('conversation.snooze'), word: 'snooze', run: run('conversation.snooze') },
    { key: keyOf('conversation.close'), word: 'close', run: run('conversation.close') },
    { key: bindingWords('Space', t), word: 'skip', run: skip },
    ...(isFirst ? [] : [{ key: keyOf('list.previous'), word: 'back', run: back } as const]),
    { key: bindingWords('Escape', t), word: 'leave', run: leave },
  ] as const;
  return (
    <div className="sweep-keys">
      {keys.map(({ key, word, run: go }) => (
        <button key={word} type="button" className="sweep-key" onClick={go}>
          {key !== '' && <kbd>{key}</kbd>}
          {t(`sweep.key.${word}`)}
        </button>
      ))}
    </div>
  );
}

/** The key of a command as the person has set it; empty: none, or single keys are off. */
function useKeyOf(): (id: CommandId) => string {
  const t = useT();
  const { keys, singleKeys } = useApp((state) => state.settings);
  const keymap = keymapOf(keys);
  return (id) => (singleKeys ? bindingWords(keymap.find(({ command }) => command === id)?.written ?? '', t) : '');
}

/** The focus goes to the bar on each screen, and where one is now is said once. */
function useArrival(
  bar: RefObject<HTMLElement | null>,
  id: number | null,
  place: { readonly at: number; readonly all: number },
): void {
  const t = useT();
  const announce = useAnnounce();
  const clock = usePageClock();
  const store = useAppStore();
  const known = useApp((state) => id !== null && state.conversations.byId[id] !== undefined);
  const arrive = useEffectEvent((here: number | null, isKnown: boolean) => {
    bar.current?.focus();
    const conversation = here === null || !isKnown ? undefined : store.getState().conversations.byId[here];
    if (conversation === undefined) return;
    const time = clock.read();
    const state = windowState(conversation.window, time);
    const { text: left } = countdown(state, time.nowMs, time.guardMs);
    const spoken = spokenLabel(t, conversation.window, { state, left, time }, false);
    announce(t('sweep.now', { ...place, name: conversation.contact.name, left: spoken }));
  });
  useEffect(() => arrive(id, known), [id, known]);
}

/** Space and Escape are not commands: they mean this only here, and never while something is being typed or chosen. */
function useSweepKeys({ skip, back, leave }: SweepMoves): void {
  useCommand('list.next', skip);
  useCommand('list.previous', back);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (target.closest('dialog, [role=dialog], [role=menu], [role=listbox]') !== null) return;
    const typing = target.closest('input, textarea, select, [contenteditable=true]') !== null;
    if (event.key === ' ' && !typing && target.closest('button, a, summary') === null) skip();
    else if (event.key === 'Escape' && !typing) leave();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
