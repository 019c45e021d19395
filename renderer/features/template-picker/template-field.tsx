import { useId, type KeyboardEvent, type ReactElement } from 'react';
import type { TemplateField } from '../../../shared/templates/parse.ts';
import { flattenForVariable } from '../../../shared/templates/render.ts';
import { templateLimits, type TemplateProblem } from '../../../shared/templates/validate.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import type { ValueSource } from './picker-values.ts';

export interface TemplateFieldProps {
  readonly field: TemplateField;
  readonly value: string;
  readonly problems: readonly TemplateProblem[];
  /** An empty field is only called a mistake after the agent has been there or tried to send. */
  readonly touched: boolean;
  readonly source: ValueSource | null;
  /** The agent's own text, if it came along and stands elsewhere or nowhere; null: nothing to offer. */
  readonly offeredText: string | null;
  /** The agent's text as it was, if it had to be made one line to fit here. */
  readonly flattenedFrom: string | null;
  readonly onChange: (value: string) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onEnter: () => void;
}

export function TemplateFieldRow(props: TemplateFieldProps): ReactElement {
  const { field, value, problems, touched, source, offeredText, flattenedFrom } = props;
  const t = useT();
  const id = useId();
  const shown = problems.filter((problem) => touched || !isBlank(problem));
  const onKeyDown = (event: KeyboardEvent): void => {
    // A line break is not allowed in a variable: Enter goes on to the next one. With Ctrl or Cmd the sheet sends.
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    props.onEnter();
  };
  const needsOneLine = problems.some((problem) => oneLineFixes.has(problem.key));
  return (
    <div className="picker-field">
      <div className="picker-field-head">
        <label htmlFor={id} className="picker-field-label">
          {fieldLabel(t, field)}
          <span className="picker-required" aria-hidden="true">
            *
          </span>
        </label>
        {source !== null && <span className="picker-source">{t(`picker.source.${source}`)}</span>}
        <Counter field={field} value={value} />
      </div>
      {field.kind === 'url-suffix' && <p className="picker-field-help truncate">{field.url}</p>}
      <textarea
        id={id}
        className="picker-input"
        rows={1}
        dir="auto"
        value={value}
        aria-required="true"
        aria-invalid={shown.length > 0}
        aria-describedby={shown.length > 0 ? `${id}-problems` : undefined}
        spellCheck={field.kind === 'text'}
        placeholder={field.kind === 'media' ? 'https://' : undefined}
        onChange={(event) => props.onChange(event.target.value)}
        onFocus={props.onFocus}
        onBlur={props.onBlur}
        onKeyDown={onKeyDown}
      />
      {shown.length > 0 && (
        <ul id={`${id}-problems`} className="picker-problems">
          {shown.map((problem) => (
            <li key={problem.key}>{t(problem.key, { ...problem.params, name: fieldLabel(t, field) })}</li>
          ))}
        </ul>
      )}
      {needsOneLine && (
        <Button size="small" onClick={() => props.onChange(flattenForVariable(value).text)}>
          {t('picker.makeOneLine')}
        </Button>
      )}
      {offeredText !== null && (
        <Button size="small" icon="arrow-down" onClick={() => props.onChange(flattenForVariable(offeredText).text)}>
          {t('picker.putTextHere')}
        </Button>
      )}
      {flattenedFrom !== null && (
        <details className="picker-flattened">
          <summary>{t('picker.flattened')}</summary>
          <p className="picker-original" dir="auto">
            {flattenedFrom}
          </p>
        </details>
      )}
    </div>
  );
}

const oneLineFixes: ReadonlySet<TemplateProblem['key']> = new Set([
  'template.problem.newline',
  'template.problem.tab',
  'template.problem.spaces',
]);

function isBlank(problem: TemplateProblem): boolean {
  return problem.key === 'template.problem.blank' || problem.key === 'template.problem.media-missing';
}

export function fieldLabel(t: Translate, field: TemplateField): string {
  switch (field.kind) {
    case 'media':
      return t(`picker.field.media.${field.format}`);
    case 'text':
      return t(field.part === 'header' ? 'picker.field.header' : 'picker.field.body', { name: `{{${field.key}}}` });
    case 'url-suffix':
      return t('picker.field.url', { label: field.label });
    case 'copy-code':
      return t('picker.field.code', { label: field.label });
  }
}

function Counter({ field, value }: { readonly field: TemplateField; readonly value: string }): ReactElement {
  const limits = { text: templateLimits.value, media: templateLimits.mediaUrl, 'url-suffix': templateLimits.url };
  const limit = field.kind === 'copy-code' ? templateLimits.copyCode : limits[field.kind];
  const t = useT();
  return <span className="picker-counter">{t('picker.counter', { count: Array.from(value).length, limit })}</span>;
}
