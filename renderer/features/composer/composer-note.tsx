import type { ReactElement } from 'react';
import type { ComposerNotice } from '../../../shared/composer/composer-types.ts';
import type { CallTrouble } from '../../api/call-trouble.ts';
import { useT } from '../../i18n/i18n.tsx';

interface ComposerNoteProps {
  readonly id: string;
  readonly error: CallTrouble | null;
  readonly notice: ComposerNotice | null;
}

/** One line below the field: what happened, whether the text is safe, what now. */
export function ComposerNote({ id, error, notice }: ComposerNoteProps): ReactElement {
  const t = useT();
  const text = error !== null ? t(`error.${error}`) : notice !== null ? t(notice.key, notice.params) : '';
  return (
    // The region is always there: one that appears together with its text is not read out.
    <div id={id} role="status">
      {text !== '' && (
        <p className="composer-note" data-error={error !== null}>
          {text}
        </p>
      )}
    </div>
  );
}
