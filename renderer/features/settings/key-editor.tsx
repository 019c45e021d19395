import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { commands, type Command, type CommandId } from '../../../shared/keys/commands.ts';
import { keyProblem } from '../../../shared/keys/conflicts.ts';
import { keysOf } from '../../../shared/keys/keymap.ts';
import { fold } from '../../../shared/palette/score.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { isMac, strokeOf } from '../shortcuts/key-listener.ts';
import { bindingWords, commandName, hasMeaning } from '../shortcuts/key-words.ts';
import { useKeyboardLayout } from '../shortcuts/use-keyboard-layout.ts';
import { Lock } from './setting-row.tsx';
import { useLock } from './use-lock.ts';
import { startRecording, type Recording } from './record-keys.ts';

/** Every command with its keys; a press on them waits for new ones. */
export function KeyEditor() {
  const t = useT();
  const actions = useActions();
  const own = useApp((state) => state.settings.keys);
  const layout = useKeyboardLayout();
  const lock = useLock('keys');
  const [query, setQuery] = useState('');
  const wordsOf = (command: Command): string =>
    `${commandName(command.id, t)} ${keysOf(command, own)
      .map((key) => bindingWords(key, t))
      .join(' ')}`;
  const shown = commands
    .filter(({ id }) => hasMeaning(id))
    .filter((command) => fold(wordsOf(command)).includes(fold(query.trim())));
  return (
    <div className="key-editor">
      <h3 className="setting-label">{t('settings.keys')}</h3>
      <p className="setting-help">{t('settings.keysHelp')}</p>
      {layout !== null && <p className="setting-help">{t('settings.keys.keyboard', { name: layout.name })}</p>}
      {lock !== null && <Lock words={lock} />}
      <div className="key-editor-tools">
        <SearchField label={t('settings.keys.find')} value={query} onChange={setQuery} />
        {Object.keys(own).length > 0 && lock === null && (
          <Button size="small" icon="undo" onClick={() => void actions.settings.set({ keys: {} })}>
            {t('settings.keys.resetAll')}
          </Button>
        )}
      </div>
      <fieldset disabled={lock !== null}>
        <ul className="key-editor-list">
          {shown.map((command) => (
            <KeyRow key={command.id} command={command} />
          ))}
        </ul>
      </fieldset>
    </div>
  );
}

function KeyRow({ command }: { readonly command: Command }) {
  const t = useT();
  const own = useApp((state) => state.settings.keys);
  const { recording, problem, button, begin, onKeyDown, stop, reset } = useRecorder(command.id);
  const name = commandName(command.id, t);
  const written = keysOf(command, own);
  const words = written.map((key) => bindingWords(key, t)).join(` ${t('keys.or')} `) || t('keys.none');
  const start = command.keys.map((key) => bindingWords(key, t)).join(` ${t('keys.or')} `) || t('keys.none');
  const changed = own[command.id] !== undefined;
  return (
    <li className="key-row">
      <span className="key-row-name">{name}</span>
      {changed && (
        <Button size="small" variant="quiet" onClick={reset}>
          {t('settings.keys.reset', { keys: start })}
        </Button>
      )}
      <button
        ref={button}
        type="button"
        className="key-row-keys"
        data-recording={recording !== null}
        aria-label={recording === null ? t('settings.keys.change', { command: name, keys: words }) : undefined}
        onClick={begin}
        onBlur={stop}
        onKeyDown={recording === null ? undefined : onKeyDown}
      >
        {recording === null ? words : recording.words === '' ? t('settings.keys.press') : `${recording.words}…`}
      </button>
      {recording !== null && <p className="key-row-note">{t('settings.keys.pressHelp')}</p>}
      {problem !== null && (
        <p className="key-row-note key-row-problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

function useRecorder(id: CommandId) {
  const t = useT();
  const announce = useAnnounce();
  const actions = useActions();
  const own = useApp((state) => state.settings.keys);
  const layout = useKeyboardLayout();
  const button = useRef<HTMLButtonElement>(null);
  const [recording, setRecording] = useState<(Recording & { readonly words: string }) | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const stop = (): void => {
    window.clearTimeout(timer.current);
    setRecording(null);
  };
  const save = (written: string): void => {
    stop();
    const found = written === '' ? null : keyProblem(id, written, own, layout);
    const keys = bindingWords(written, t);
    if (found !== null) {
      const command = found.kind === 'taken' ? commandName(found.by, t) : '';
      setProblem(t(`settings.keys.${found.kind}`, { keys, command }));
      return;
    }
    setProblem(null);
    void actions.settings.set({ keys: { ...own, [id]: written } });
    const command = commandName(id, t);
    announce(written === '' ? t('settings.keys.removed', { command }) : t('settings.keys.saved', { command, keys }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (recording === null || event.key === 'Escape') return stop();
    if (event.key === 'Backspace') return save('');
    window.clearTimeout(timer.current);
    const next = recording.press(strokeOf(event.nativeEvent), isMac());
    if (next.kind === 'done') save(next.written);
    else if (next.kind === 'more') {
      setRecording({ ...next.recording, words: bindingWords(next.written, t) });
      timer.current = window.setTimeout(() => save(next.written), next.patienceMs);
    }
  };
  const begin = (): void => {
    setProblem(null);
    setRecording({ ...startRecording(), words: '' });
  };
  const reset = (): void => {
    setProblem(null);
    void actions.settings.set({ keys: Object.fromEntries(Object.entries(own).filter(([key]) => key !== id)) });
    button.current?.focus();
  };
  return { recording, problem, button, begin, onKeyDown, stop, reset };
}
