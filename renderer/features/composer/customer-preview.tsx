import { useDeferredValue, useMemo, type ReactElement } from 'react';
import { serverFilled } from '../../../shared/composer/variables.ts';
import { preview } from '../../../shared/format/preview.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { FormattedText } from '../thread/formatted-text.tsx';

interface CustomerPreviewProps {
  readonly text: string;
  /** What is sent as WhatsApp text: other channels get it as it is typed. */
  readonly formats: boolean;
  readonly onLiteral: () => void;
}

/** More than this would be a second composer. */
const shownWarnings = 3;

/** What arrives, where that is not what was typed; and what the server will put in. */
export function CustomerPreview({ text, formats, onLiteral }: CustomerPreviewProps): ReactElement | null {
  const t = useT();
  const typed = useDeferredValue(text.trim());
  const { blocks, warnings, differs } = useMemo(() => {
    const result = preview(typed);
    return { ...result, differs: result.text !== typed || result.warnings.length > 0 };
  }, [typed]);
  const filled = serverFilled(typed);
  const told = formats ? warnings : filled.map((about) => ({ kind: 'placeholder' as const, about }));
  if (typed === '' || (!(formats && differs) && filled.length === 0)) return null;
  return (
    <section className="composer-preview" aria-label={t('preview.title')}>
      <h3 className="composer-preview-title">{t('preview.title')}</h3>
      {formats && (
        <div className="composer-preview-text" dir="auto">
          <FormattedText blocks={blocks} />
        </div>
      )}
      <ul className="composer-preview-warnings">
        {told.slice(0, shownWarnings).map(({ kind, about }) => (
          <li key={`${kind} ${about}`}>{t(`preview.warning.${kind}`, { about })}</li>
        ))}
      </ul>
      {filled.length > 0 && (
        <Button size="small" title={t('preview.literalWhy')} onClick={onLiteral}>
          {t('preview.literal')}
        </Button>
      )}
    </section>
  );
}
