/** Templates: what WhatsApp approved, and what this computer remembers of using it. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { arrivingValues } from '../../../shared/templates/arriving.ts';
import { needsMarketingConsent } from '../../../shared/templates/opt-out.ts';
import { isSendable } from '../../../shared/templates/parse.ts';
import { renderText } from '../../../shared/templates/render.ts';
import { validate } from '../../../shared/templates/validate.ts';
import { needConversation, queueItem, undoUntil, type HandlerParts } from './parts.ts';

type Name = 'templates.list' | 'templates.favour' | 'templates.send';

export function templateHandlers(parts: HandlerParts): Pick<Handlers, Name> {
  const { store, events } = parts;
  return {
    'templates.list': (query) => store.call('template.list', query),
    'templates.favour': async (choice) => {
      await store.call('template.favour', choice);
      events.changed('templates.changed');
      return {};
    },
    'templates.send': async ({ conversationId, clientId, name, language, values: given, replaces }) => {
      const conversation = await needConversation(store, conversationId);
      const channelId = conversation.channel.id;
      const template = await store.call('template.get', { channelId, name, language });
      if (template === null) throw new CallError('not-found', `There is no template ${name} in ${language}.`);
      // Judged and shown as it arrives: what the server strips off must not make a value empty behind our back.
      const values = arrivingValues(template, given, {});
      const problems = isSendable(template) ? validate(template, values) : [];
      if (!isSendable(template) || problems.length > 0) {
        const reasons = problems.map((problem) => problem.key).join(', ');
        throw new CallError('template-invalid', reasons === '' ? `The template is ${template.status}.` : reasons);
      }
      if (needsMarketingConsent(template) && (await store.call('customer.stoppedMarketing', { conversationId }))) {
        throw new CallError('opted-out', 'This customer stopped marketing messages from this number.');
      }
      const text = renderText(template, values);
      const content: OutboxItem['content'] = { kind: 'template', name, language, values, text };
      const extra = replaces === null ? {} : { discard: replaces };
      const wanted = { clientId, content, leavesAt: undoUntil(parts, conversation, null) };
      const item = await queueItem(parts, conversation, wanted, extra);
      await store.call('template.used', { channelId, name, language, clientId, at: item.createdAt, values });
      events.changed('templates.changed');
      return { item };
    },
  };
}
