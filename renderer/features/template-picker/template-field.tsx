import { useId, type DragEvent, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import { flattenForVariable } from '../../../shared/templates/flatten.ts';
import type { ValueSource } from '../../../shared/contract/templates.ts';
import type { TemplateField } from '../../../shared/templates/parse.ts';
import { templateLimits, type TemplateProblem } from '../../../shared/templates/validate.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Arrives, Fixes, FlattenDiff, Proposals, WhyAddress } from './field-help.tsx';
import { fieldLabel } from './field-words.ts';
import type { Proposal } from './picker-values.ts';

export interface TemplateFieldProps {
  readonly field: TemplateField;
  readonly value: string;
  /** What the customer gets for it. */
  readonly arriving: string;
  readonly problems: readonly TemplateProblem[];
  /** An empty field is only called a mistake after the agent has been there or tried to send. */
  readonly touched: boolean;
  readonly source: ValueSource | null;
  readonly proposals: readonly Proposal[];
  /** The agent's own text, if it came along and stands elsewhere or nowhere; null: nothing to offer. */
  readonly offeredText: string | null;
  /** The agent's text as it was, if it had to be made one line to fit here. */
  readonly flattenedFrom: string | null;
  readonly onChange: (value: string, source?: ValueSource) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onEnter: () => void;
}

export function TemplateFieldRow(props: TemplateFieldProps): ReactElement {
  const { field, value, arriving, problems, source, proposals, offeredText, flattenedFrom, onChange } = props;
  const t = useT();
  const id = useId();
  const label = fieldLabel(t, field);
  const shown = problems.filter((problem) => props.touched || !isBlank(problem));
  const differs = field.kind === 'text' && arriving !== value.trim() && arriving !== '';
  const announce = useAnnounce();
  const isFile = (event: DragEvent): boolean => field.kind === 'media' && event.dataTransfer.types.includes('Files');
  return (
    <div
      className="picker-field"
      onMouseDown={keepFocus}
      onDragOver={(event) => {
        if (isFile(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        // The browser would leave the page for it; the words are below the field.
        if (!isFile(event)) return;
        event.preventDefault();
        announce(t('picker.whyNoFile'));
      }}
    >
      <div className="picker-field-head">
        <label htmlFor={id} className="picker-field-label">
          {label}
          <span className="picker-required" aria-hidden="true">
            *
          </span>
        </label>
        {source !== null && <span className="picker-source">{t(`picker.source.${source}`)}</span>}
        <Counter field={field} value={value} />
      </div>
      <Input
        {...props}
        id={id}
        isWrong={shown.length > 0}
        describedBy={[
          ...(field.kind === 'media' || field.kind === 'url-suffix' ? [`${id}-help`] : []),
          ...(differs ? [`${id}-arrives`] : []),
          ...(shown.length > 0 ? [`${id}-problems`] : []),
        ]}
      />
      {field.kind === 'url-suffix' && (
        <p id={`${id}-help`} className="picker-field-help truncate">
          <bdi>{field.url}</bdi>
        </p>
      )}
      {field.kind === 'media' && <WhyAddress id={`${id}-help`} format={field.format} />}
      {shown.length > 0 && (
        <ul id={`${id}-problems`} className="picker-problems">
          {shown.map((problem) => (
            <li key={problem.key}>{t(problem.key, { ...problem.params, name: label })}</li>
          ))}
        </ul>
      )}
      <Fixes value={value} problems={problems} onChange={onChange} />
      {differs && <Arrives id={`${id}-arrives`} typed={value} arriving={arriving} onChange={onChange} />}
      {offeredText !== null && (
        <Button size="small" icon="arrow-down" onClick={() => onChange(flattenForVariable(offeredText).text, 'text')}>
          {t('picker.putTextHere')}
        </Button>
      )}
      {proposals.length > 0 && (
        <Proposals
          label={label}
          proposals={proposals}
          onTake={(proposal) => {
            onChange(proposal.value, proposal.source);
            // The buttons go away with the empty field; focus must not.
            document.getElementById(id)?.focus();
          }}
        />
      )}
      {flattenedFrom !== null && <FlattenDiff text={flattenedFrom} />}
    </div>
  );
}

/** Leaving the field would name its problems and move the button away from under the pointer. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button') !== null) event.preventDefault();
}

interface InputProps extends TemplateFieldProps {
  readonly id: string;
  readonly isWrong: boolean;
  readonly describedBy: readonly string[];
}

function Input({
  field,
  value,
  id,
  isWrong,
  describedBy,
  onChange,
  onFocus,
  onBlur,
  onEnter,
}: InputProps): ReactElement {
  const onKeyDown = (event: KeyboardEvent): void => {
    // A line break is not allowed in a variable: Enter goes on to the next one. With Ctrl or Cmd the sheet sends.
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <textarea
      id={id}
      className="picker-input"
      rows={1}
      dir={field.kind === 'text' ? 'auto' : 'ltr'}
      value={value}
      aria-required="true"
      aria-invalid={isWrong}
      aria-describedby={describedBy.length === 0 ? undefined : describedBy.join(' ')}
      spellCheck={field.kind === 'text'}
      placeholder={field.kind === 'media' ? 'https://' : undefined}
      onChange={(event) => onChange(event.target.value)}
      onFocus={onFocus}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    />
  );
}

function isBlank(problem: TemplateProblem): boolean {
  return problem.key === 'template.problem.blank' || problem.key === 'template.problem.media-missing';
}

function Counter({ field, value }: { readonly field: TemplateField; readonly value: string }): ReactElement {
  const limits = { text: templateLimits.value, media: templateLimits.mediaUrl, 'url-suffix': templateLimits.value };
  const limit = field.kind === 'copy-code' ? templateLimits.copyCode : limits[field.kind];
  const t = useT();
  return (
    <span className="picker-counter">
      <bdi dir="ltr">{t('picker.counter', { count: Array.from(value).length, limit })}</bdi>
    </span>
  );
}
