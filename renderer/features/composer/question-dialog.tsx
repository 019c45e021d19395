import type { ReactElement } from 'react';
import type { ComposerEvent, ComposerQuestion } from '../../../shared/composer/composer-machine.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type Answer = Extract<ComposerEvent, { type: 'answer' }>['answer'];

interface QuestionDialogProps {
  readonly question: ComposerQuestion;
  readonly name: string;
  readonly onAnswer: (answer: Answer) => void;
}

/** The browser puts focus here when the dialog opens. */
function startHere(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
}

/** Shows exactly what would go out, and to whom. */
export function QuestionDialog({ question, name, onAnswer }: QuestionDialogProps): ReactElement {
  const t = useT();
  const leak = question.kind === 'leak';
  const beginning = question.text.split(/\s/u, 1)[0] ?? '';
  return (
    <Dialog
      title={t(leak ? 'question.leak.title' : 'question.useAsReply.title', { name })}
      onClose={() => onAnswer('keep-editing')}
      footer={
        <>
          <Button variant="quiet" onClick={() => onAnswer('keep-editing')} ref={leak ? null : startHere}>
            {t('question.keepEditing')}
          </Button>
          <Button onClick={() => onAnswer('to-customer')}>{t('question.toCustomer')}</Button>
          {leak && (
            <Button variant="primary" icon="note" onClick={() => onAnswer('as-note')} ref={startHere}>
              {t('question.asNote')}
            </Button>
          )}
        </>
      }
    >
      <p className="question-text">
        {leak ? t('question.leak.text', { beginning }) : t('question.useAsReply.text', { name })}
      </p>
      <blockquote className="question-quote" dir="auto">
        {question.text}
      </blockquote>
    </Dialog>
  );
}
