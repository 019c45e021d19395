import type { ReactElement } from 'react';
import type { Template } from '../../../shared/contract/templates.ts';
import type { CustomerLanguage } from '../../../shared/templates/language.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { languageName } from './language-name.ts';
import { categoriesOf, languagesOf, tabs, type TemplateQuery } from './template-filter.ts';

interface FiltersProps {
  readonly templates: readonly Template[];
  readonly customer: CustomerLanguage;
  readonly query: TemplateQuery;
  readonly onChange: (change: Partial<TemplateQuery>) => void;
}

export function FinderFilters({ templates, customer, query, onChange }: FiltersProps): ReactElement {
  const t = useT();
  const categories = categoriesOf(templates);
  return (
    <>
      <Segmented
        label={t('picker.show')}
        options={tabs.map((value) => ({ value, label: t(`picker.tab.${value}`) }))}
        value={query.tab}
        onChange={(tab) => onChange({ tab })}
      />
      <div className="picker-filters">
        <LanguageSelect templates={templates} customer={customer} query={query} onChange={onChange} />
        <select
          className="picker-select"
          aria-label={t('picker.category')}
          value={query.category ?? ''}
          onChange={(event) => onChange({ category: categories.find((each) => each === event.target.value) ?? null })}
        >
          <option value="">{t('picker.allCategories')}</option>
          {categories.map((category) => (
            <option key={category} value={category}>
              {t(`picker.category.${category}`)}
            </option>
          ))}
        </select>
      </div>
      <LanguageNote customer={customer} query={query} />
    </>
  );
}

function LanguageSelect({ templates, customer, query, onChange }: FiltersProps): ReactElement {
  const t = useT();
  const theirs = customer.available ? customer.language : null;
  const languages = languagesOf(templates).filter((language) => language !== theirs);
  return (
    <select
      className="picker-select"
      aria-label={t('picker.language')}
      value={query.language ?? ''}
      onChange={(event) => onChange({ language: event.target.value || null, languageChosen: true })}
    >
      <option value="">{t('picker.allLanguages')}</option>
      {theirs !== null && (
        <option value={theirs}>{t('picker.languageOfCustomer', { language: languageName(theirs) })}</option>
      )}
      {languages.map((language) => (
        <option key={language} value={language}>
          {languageName(language)}
        </option>
      ))}
    </select>
  );
}

/** Where the first choice of language comes from, as long as it is ours. */
function LanguageNote({ customer, query }: Pick<FiltersProps, 'customer' | 'query'>): ReactElement | null {
  const t = useT();
  const { language, source, available } = customer;
  if (query.languageChosen) return null;
  if (language === null || source === null) return <p className="picker-note">{t('picker.language.unknown')}</p>;
  const words = available
    ? t(`picker.language.${source}`)
    : t('picker.language.none', { language: languageName(language) });
  return <p className="picker-note">{words}</p>;
}
