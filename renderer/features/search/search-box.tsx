import { useImperativeHandle, useRef, type Ref } from 'react';
import { insertOperator, searchOperators, type SearchOperator } from '../../../shared/search/insert-operator.ts';
import { useT } from '../../i18n/i18n.tsx';
import { usePageClock } from '../../state/clock.ts';
import { Icon } from '../../ui/icon.tsx';
import '../../ui/search-field.css';
import { operatorSigns } from './operator-signs.ts';

export interface SearchBoxProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onEnter: () => void;
}

/** The field, and what narrows a search: each of them can be typed, or put in by its button. */
export function SearchBox({ ref, text, onType, onEnter }: SearchBoxProps) {
  const t = useT();
  const clock = usePageClock();
  const field = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLInputElement, []);
  const insert = (operator: SearchOperator): void => {
    const caret = field.current?.selectionEnd ?? text.length;
    const inserted = insertOperator(text, caret, operator, localDay(clock.read().nowMs));
    onType(inserted.text);
    field.current?.focus();
    // Once the field has the new text.
    requestAnimationFrame(() => field.current?.setSelectionRange(inserted.from, inserted.to));
  };
  return (
    <>
      <div className="search-field search-box">
        <Icon name="search" size={16} />
        <input
          ref={field}
          data-stops-field
          type="search"
          dir="auto"
          aria-label={t('search.title')}
          placeholder={t('search.field')}
          maxLength={200}
          value={text}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onEnter();
          }}
        />
      </div>
      <div className="search-operators" role="group" aria-label={t('search.operators')}>
        {searchOperators.map((operator) => (
          <button key={operator} type="button" className="search-operator" onClick={() => insert(operator)}>
            <code dir="ltr">{operatorSigns[operator]}</code> <span>{t(`search.operator.${operator}`)}</span>
          </button>
        ))}
      </div>
    </>
  );
}

/** `YYYY-MM-DD` of this computer's own calendar, as the search reads it. */
function localDay(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
