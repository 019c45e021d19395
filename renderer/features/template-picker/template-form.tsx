import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import type { Template } from '../../../shared/contract/templates.ts';
import { flattenForVariable } from '../../../shared/templates/render.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import type { PickerRequest } from './picker-request.ts';
import { fieldId, fieldValue } from './picker-values.ts';
import { Preflight } from './preflight.tsx';
import { TemplateFieldRow } from './template-field.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { useTemplateForm, type TemplateFormState } from './use-template-form.ts';
import './template-form.css';

interface TemplateFormProps {
  readonly template: Template;
  readonly conversation: Conversation;
  readonly request: PickerRequest;
  /** Narrow window: back to the list. */
  readonly onBack: () => void;
  readonly onSent: () => void;
}

/** Fill, check and send one template; the preview on top follows every key. */
export function TemplateForm({ template, conversation, request, onBack, onSent }: TemplateFormProps): ReactElement {
  const t = useT();
  const announce = useAnnounce();
  const offline = useApp((state) => state.sync.status?.offlineSince ?? null) !== null;
  const form = useTemplateForm({ template, conversation, request });
  const [active, setActive] = useState<string | null>(null);
  const box = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    // The first empty field is where the work is; with nothing to fill in, the button.
    const inputs = [...(box.current?.querySelectorAll('textarea') ?? [])];
    const target = inputs.find((input) => input.value === '') ?? inputs[0];
    (target ?? box.current?.querySelector<HTMLElement>('.picker-send'))?.focus();
  }, []);
  const send = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const sent = await form.send();
    setBusy(false);
    if (sent) {
      announce(t(offline ? 'picker.queued' : 'picker.sent'));
      onSent();
    } else {
      box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form ref={box} className="picker-form" onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <header className="picker-form-head">
        <span className="picker-back">
          <IconButton icon="chevron-left" label={t('picker.back')} onClick={onBack} />
        </span>
        <h3 className="picker-form-title truncate">{template.name}</h3>
        <span className={`picker-badge picker-badge-${template.category}`}>
          {t(`picker.category.${template.category}`)}
        </span>
        <span className="picker-badge">{template.language}</span>
      </header>
      <TemplatePreview template={template} values={form.values} active={active} />
      <div className="picker-fields">
        {form.fields.length === 0 && <p className="picker-nothing">{t('picker.nothingToFill')}</p>}
        <Fields form={form} text={request.text} onActive={setActive} box={box} />
        <Preflight form={form} template={template} offline={offline} />
      </div>
      <footer className="picker-foot">
        {form.error !== null && (
          <p role="alert" className="picker-error">
            {t(`error.${form.error}`)}
          </p>
        )}
        {form.error === null && form.problems.length > 0 && (
          <p id="picker-why" className="picker-why">
            {t('picker.notReady', { count: form.problems.length })}
          </p>
        )}
        <Button
          variant="primary"
          size="large"
          icon="send"
          className="picker-send"
          keyHint={t('picker.sendKey')}
          aria-disabled={form.problems.length > 0}
          aria-describedby={form.problems.length > 0 ? 'picker-why' : undefined}
          onClick={() => void send()}
        >
          {t(offline ? 'picker.queue' : 'picker.send')}
        </Button>
      </footer>
    </form>
  );
}

interface FieldsProps {
  readonly form: TemplateFormState;
  readonly text: string;
  readonly onActive: (id: string | null) => void;
  readonly box: { readonly current: HTMLFormElement | null };
}

function Fields({ form, text, onActive, box }: FieldsProps): ReactElement {
  const flat = flattenForVariable(text);
  const placed = form.fields.some((field) => fieldValue(field, form.values) === flat.text);
  const goOn = (index: number): void => {
    const inputs = box.current?.querySelectorAll('textarea');
    const next = inputs?.item(index + 1) ?? box.current?.querySelector<HTMLElement>('.picker-send');
    next?.focus();
  };
  return (
    <>
      {form.fields.map((field, index) => {
        const id = fieldId(field);
        const value = fieldValue(field, form.values);
        const source = form.sourceOf(field);
        const offer = flat.text !== '' && !placed && field.part === 'body' && value !== flat.text;
        return (
          <TemplateFieldRow
            key={id}
            field={field}
            value={value}
            problems={form.problems.filter((problem) => problem.part === field.part && problem.field === field.key)}
            touched={form.isTouched(field)}
            source={source}
            offeredText={offer ? text : null}
            flattenedFrom={source === 'text' && flat.changed ? text : null}
            onChange={(next) => form.change(field, next)}
            onFocus={() => onActive(id)}
            onBlur={() => {
              onActive(null);
              form.leave(field);
            }}
            onEnter={() => goOn(index)}
          />
        );
      })}
    </>
  );
}
