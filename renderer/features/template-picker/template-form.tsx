import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import { flattenForVariable } from '../../../shared/templates/flatten.ts';
import { useT } from '../../i18n/i18n.tsx';
import { usePageClock } from '../../state/clock.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import '../../ui/badge.css';
import { useAnnounce } from '../../ui/live-region.tsx';
import { PriceBadge } from '../pricing/price-badge.tsx';
import { priceFor, priceReason, priceWords } from '../pricing/price-words.ts';
import { checkText } from './field-words.ts';
import { languageCode, languageName } from './language-name.ts';
import { fieldId, fieldValue } from './picker-values.ts';
import { Preflight } from './preflight.tsx';
import { TemplateFieldRow } from './template-field.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { useTemplateForm, type FormOptions, type TemplateFormState } from './use-template-form.ts';
import './template-form.css';

interface TemplateFormProps extends FormOptions {
  readonly favourite: boolean;
  readonly onFavour: () => void;
  /** Back to the list; what was typed is kept. */
  readonly onBack: () => void;
  readonly onSent: () => void;
}

/** Fill, check and send one template; the preview follows every key. */
export function TemplateForm(props: TemplateFormProps): ReactElement {
  const { template, facts, request, offline, onBack, onSent } = props;
  const t = useT();
  const announce = useAnnounce();
  const form = useTemplateForm(props);
  const clock = usePageClock();
  const price = priceFor(template.category, facts.conversation, facts.rates, clock.read().nowMs);
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
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape') {
      // One step, not the whole sheet: the dialog never hears of it.
      event.preventDefault();
      event.stopPropagation();
      onBack();
    }
  };
  return (
    <form ref={box} className="picker-form" onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <Head {...props} />
      <div className="picker-work">
        <TemplatePreview template={template} values={form.arriving} active={active} />
        <div className="picker-fields">
          {form.fields.length === 0 && <p className="picker-nothing">{t('picker.nothingToFill')}</p>}
          <Fields form={form} text={request.text} onActive={setActive} box={box} />
          <Preflight form={form} cost={`${priceWords(price, t)}. ${priceReason(price, facts.rates, t)}`} />
        </div>
      </div>
      <Foot form={form} offline={offline} onSend={() => void send()}>
        <PriceBadge price={price} rates={facts.rates} />
      </Foot>
    </form>
  );
}

function Head({ template, favourite, onFavour, onBack }: TemplateFormProps): ReactElement {
  const t = useT();
  const { category, language, name } = template;
  return (
    <header className="picker-form-head">
      <IconButton className="picker-back" icon="chevron-left" label={t('picker.back')} onClick={onBack} />
      <h3 className="picker-form-title truncate" title={name}>
        {name}
      </h3>
      <span className="badge">{t(`picker.category.${category}`)}</span>
      <span className="badge" title={languageName(language)}>
        {languageCode(language)}
      </span>
      <IconButton
        className="picker-star"
        icon="star"
        label={t('picker.favourite')}
        aria-pressed={favourite}
        onClick={onFavour}
      />
    </header>
  );
}

interface FootProps {
  readonly form: TemplateFormState;
  readonly offline: boolean;
  readonly onSend: () => void;
  /** What it costs. */
  readonly children: ReactNode;
}

/** The button, and beside it why it does not send. */
function Foot({ form, offline, onSend, children }: FootProps): ReactElement {
  const t = useT();
  const wrong = form.checks.filter(({ state }) => state === 'wrong');
  const [first] = wrong;
  return (
    <footer className="picker-foot">
      {form.error !== null && (
        <p role="alert" className="picker-error">
          {t(`error.${form.error}`)}
        </p>
      )}
      {form.error === null && first !== undefined && (
        <p id="picker-why" className="picker-why">
          {checkText(t, first, form.fields)} {wrong.length > 1 && t('picker.more', { count: wrong.length - 1 })}
        </p>
      )}
      {children}
      <Button
        variant="primary"
        size="large"
        icon="send"
        className="picker-send"
        keyHint={t('picker.sendKey')}
        aria-disabled={first !== undefined}
        aria-describedby={first === undefined || form.error !== null ? undefined : 'picker-why'}
        onClick={onSend}
      >
        {t(offline ? 'picker.queue' : 'picker.send')}
      </Button>
    </footer>
  );
}

interface FieldsProps {
  readonly form: TemplateFormState;
  readonly text: string;
  readonly onActive: (id: string | null) => void;
  readonly box: RefObject<HTMLFormElement | null>;
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
        const source = form.sourceOf(field);
        return (
          <TemplateFieldRow
            key={id}
            field={field}
            value={fieldValue(field, form.values)}
            arriving={fieldValue(field, form.arriving)}
            problems={form.problems.filter((problem) => problem.part === field.part && problem.field === field.key)}
            touched={form.isTouched(field)}
            source={source}
            proposals={form.proposals(field)}
            offeredText={flat.text !== '' && !placed && field.part === 'body' ? text : null}
            flattenedFrom={source === 'text' && flat.changed ? text : null}
            onChange={(next, from) => form.change(field, next, from)}
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
