import type { Template } from '../../../shared/contract/templates.ts';

export function aTemplate(change: Partial<Template> = {}): Template {
  return {
    channelId: 1,
    name: 'order_update',
    language: 'en',
    category: 'utility',
    status: 'approved',
    parameterFormat: 'positional',
    header: null,
    body: 'Hello {{1}}, your order {{2}} is ready.',
    footer: null,
    buttons: [],
    namespace: null,
    ...change,
  };
}
