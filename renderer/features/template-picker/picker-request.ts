import type { TemplatePickerRequest } from '../../state/store.ts';

/** What opens the picker. The composer adds what only it knows. */
export interface PickerRequest extends TemplatePickerRequest {
  /** First content of the search field, from `/template returns`. */
  readonly search?: string;
  /** The template is in the outbox. `usedText`: the text that came along went with it, so its draft is done. */
  readonly onSent?: (usedText: boolean) => void;
}
