import { templateId, usesById, type RankFacts } from '../../../shared/templates/rank.ts';
import { suggestTemplatesForText } from '../../../shared/templates/render.ts';
import type { PickerFacts } from './use-picker-data.ts';

/** `text`: what the agent has typed already. */
export function rankFactsOf({ list, customer }: PickerFacts, text: string, nowMs: number): RankFacts {
  const fitting = text.trim() === '' ? [] : suggestTemplatesForText(list.templates);
  return {
    nowMs,
    language: customer.language.language,
    uses: usesById(list.uses),
    fitting: new Set(fitting.map(templateId)),
  };
}
