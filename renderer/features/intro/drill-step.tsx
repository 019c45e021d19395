import { useEffect, useReducer, useRef, type KeyboardEvent } from 'react';
import {
  drillContext,
  meansSomething,
  startDrill,
  stageOf,
  stepDrill,
  type DrillEvent,
  type DrillState,
} from '../../../shared/intro/drill.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { QuestionDialog } from '../composer/question-dialog.tsx';
import { DrillComposer } from './drill-composer.tsx';
import { commandOf, keysOfStage } from './drill-keys.ts';
import { DrillList } from './drill-list.tsx';
import { DrillTemplates } from './drill-templates.tsx';
import { Heading } from './heading.tsx';
import './drill.css';

const templateKeys = ['intro.drill.template.followUp', 'intro.drill.template.callBack'] as const;

/** Sixty seconds: answer, note, template, by keys alone. A model on this page; nothing of it reaches anybody. */
export function DrillStep({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const actions = useActions();
  const settings = useApp((state) => state.settings);
  const templates = templateKeys.map((key) => t(key));
  const [state, dispatch] = useReducer(
    (now: DrillState, event: DrillEvent | 'restart') =>
      event === 'restart' ? startDrill() : stepDrill(now, event, templates),
    undefined,
    startDrill,
  );
  const desk = useRef<HTMLDivElement>(null);
  const stage = stageOf(state);
  useFocusOf(desk, stage);
  useEffect(() => {
    if (stage === 'done') onDone();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- told once, when it is done
  }, [stage === 'done']);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const inField = event.target instanceof HTMLTextAreaElement;
    const command = arrowCommand(event, inField) ?? commandOf(event.nativeEvent, settings, inField);
    if (command === null || !meansSomething(command)) return;
    event.preventDefault();
    // The desk's own listener has the same keys.
    event.stopPropagation();
    dispatch({ type: 'command', command });
  };
  const { question } = state.composer;
  return (
    <>
      <Heading>{t('intro.drill.title')}</Heading>
      <p className="intro-quiet">{t('intro.drill.text')}</p>
      {!settings.singleKeys && (
        <div className="drill-single">
          <p>{t('intro.drill.singleOff')}</p>
          <Button size="small" onClick={() => void actions.settings.set({ singleKeys: true })}>
            {t('intro.drill.switchOn')}
          </Button>
        </div>
      )}
      <p className="drill-do" role="status" data-stage={stage}>
        <Icon name={stage === 'done' ? 'check-circle' : 'arrow-right'} size={20} />
        <span>
          <strong>{t(`intro.drill.${stage}.do`, { keys: keysOfStage(stage, settings, t) })}</strong>{' '}
          {t(`intro.drill.${stage}.why`)}
        </span>
      </p>
      <div ref={desk} className="drill" onKeyDown={onKeyDown}>
        <DrillList row={state.row} opened={state.opened} closed={state.said.length > 0} />
        {state.opened && (
          <div className="drill-thread">
            <DrillThread state={state} t={t} />
            {state.picker === null ? (
              <DrillComposer
                composer={state.composer}
                context={drillContext(state)}
                enterSends={settings.enterSends}
                onEvent={(event) => dispatch({ type: 'composer', event })}
              />
            ) : (
              <DrillTemplates templates={templates} marked={state.picker} onEvent={dispatch} />
            )}
          </div>
        )}
      </div>
      {question !== null && (
        <QuestionDialog
          question={question}
          name="Mara Singh"
          files={0}
          onAnswer={(answer) => dispatch({ type: 'composer', event: { type: 'answer', answer } })}
        />
      )}
      {(state.opened || state.row === 1) && (
        <div>
          <Button size="small" icon="refresh" onClick={() => dispatch('restart')}>
            {t('intro.drill.restart')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The keys of the list that cannot be changed. */
function arrowCommand({ key }: KeyboardEvent, inField: boolean) {
  if (inField) return null;
  if (key === 'ArrowDown') return 'list.next';
  if (key === 'ArrowUp') return 'list.previous';
  return key === 'Enter' ? 'conversation.reply' : null;
}

function DrillThread({ state, t }: { readonly state: DrillState; readonly t: Translate }) {
  return (
    <ol className="drill-messages" aria-label={t('intro.drill.thread')}>
      <li className="drill-message" data-kind="incoming">
        {t('intro.drill.asks')}
      </li>
      {state.said.map(({ kind, text }, index) => (
        // They only ever grow at the end.
        <li key={index} className="drill-message" data-kind={kind}>
          <span className="drill-kind">{t(`intro.drill.kind.${kind}`)}</span>
          <bdi>{text}</bdi>
        </li>
      ))}
    </ol>
  );
}

/** The focus is where the desk would have it, so that the next key works. */
function useFocusOf(desk: React.RefObject<HTMLDivElement | null>, stage: string): void {
  const first = useRef(true);
  useEffect(() => {
    const before = first.current;
    first.current = false;
    const selector = focusOf[stage];
    if (selector === undefined) return;
    // The step's heading is read first; then the list takes the focus.
    const move = (): void => desk.current?.querySelector<HTMLElement>(selector)?.focus();
    if (!before) return move();
    const frame = requestAnimationFrame(() => requestAnimationFrame(move));
    return () => cancelAnimationFrame(frame);
  }, [desk, stage]);
}

const focusOf: Readonly<Record<string, string>> = {
  next: '[role=option][tabindex="0"]',
  reply: '[role=option][tabindex="0"]',
  send: 'textarea',
  mention: 'textarea',
  note: 'textarea',
  template: 'textarea',
  choose: '.drill-thread [aria-selected=true]',
};
