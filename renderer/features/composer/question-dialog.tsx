import { useEffect, useState, type MouseEvent, type ReactElement } from 'react';
import type { ComposerEvent, ComposerQuestion } from '../../../shared/composer/composer-types.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type Answer = Extract<ComposerEvent, { type: 'answer' }>['answer'];

interface QuestionDialogProps {
  readonly question: ComposerQuestion;
  readonly name: string;
  /** Files that go with the text. */
  readonly files: number;
  readonly onAnswer: (answer: Answer) => void;
}

/** The browser puts focus here when the dialog opens. */
function startHere(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
}

/** The second Enter of an impatient person comes sooner than anybody can have read the question. ms */
const hastyMs = 350;

function useReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = globalThis.setTimeout(() => setReady(true), hastyMs);
    return () => globalThis.clearTimeout(timer);
  }, []);
  return ready;
}

/** Shows exactly what would go out, and to whom. */
export function QuestionDialog({ question, name, files, onAnswer }: QuestionDialogProps): ReactElement {
  const t = useT();
  const leak = question.kind === 'leak';
  const { about } = question;
  const ready = useReady();
  /** A key press on a button is a click without a count (`detail`). */
  const answerBy =
    (answer: Answer) =>
    ({ detail }: MouseEvent): void => {
      if (ready || detail > 0) onAnswer(answer);
    };
  return (
    <Dialog
      title={t(leak ? 'question.leak.title' : 'question.useAsReply.title', { name })}
      onClose={() => onAnswer('keep-editing')}
      footer={
        <>
          <Button variant="quiet" onClick={answerBy('keep-editing')} ref={leak ? null : startHere}>
            {t('question.keepEditing')}
          </Button>
          <Button onClick={answerBy('to-customer')}>{t('question.toCustomer')}</Button>
          {leak && (
            <Button variant="primary" icon="note" onClick={answerBy('as-note')} ref={startHere}>
              {t('question.asNote')}
            </Button>
          )}
        </>
      }
    >
      <p className="question-text" data-ready={ready}>
        {about !== null
          ? t(`question.leak.${about.where}`, { word: about.word })
          : t('question.useAsReply.text', { name })}
      </p>
      <blockquote className="question-quote" dir="auto">
        {question.text}
      </blockquote>
      {files > 0 && <p className="question-text">{t('question.files', { count: files })}</p>}
    </Dialog>
  );
}
