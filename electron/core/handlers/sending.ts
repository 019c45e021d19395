/** What an agent sends: judged here, stored, and from then on the business of the outbox. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { LocalFile } from '../../../shared/contract/files.ts';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import { planMessages, type PlannedMessage } from '../../../shared/files/plan.ts';
import { describeProblem, fileProblem, type Destination } from '../../../shared/files/rules.ts';
import { allowsFreeText, replyDeadline, windowState } from '../../../shared/window/window-state.ts';
import { partId } from '../outbox/part-ids.ts';
import { needConversation, queueSend, undoUntil, type HandlerParts } from './parts.ts';

type Name = 'replies.send' | 'notes.add';

export function sendingHandlers(parts: HandlerParts): Pick<Handlers, Name> {
  const { store, serverTime } = parts;
  return {
    'replies.send': async ({ conversationId, clientId, body }) => {
      const conversation = await needConversation(store, conversationId);
      const plan = await planOf(parts, body, conversation.channel.kind);
      const time = serverTime.judging();
      const state = windowState(conversation.window, time);
      if (state.kind === 'unverified') {
        throw new CallError('window-unverified', 'The clock or the history is not sure enough to judge the window.');
      }
      if (!allowsFreeText(state)) throw new CallError('window-closed', 'WhatsApp only accepts a template now.');
      const mustLeaveBy = replyDeadline(conversation.window, time.guardMs);
      const leavesAt = undoUntil(parts, conversation, mustLeaveBy);
      const items = plan.map(({ text, file }, index) => {
        // Only the first one answers: the same quote over every file would say it again and again.
        const quotedId = index === 0 ? body.quotedId : null;
        const content: OutboxItem['content'] = { kind: 'reply', text, file, quotedId };
        return { clientId: partId(clientId, index), content, mustLeaveBy, leavesAt };
      });
      return { items: await queueSend(parts, conversation, items, { clearDraft: 'customer' }) };
    },
    'notes.add': async ({ conversationId, clientId, body }) => {
      const conversation = await needConversation(store, conversationId);
      const plan = await planOf(parts, body, 'team');
      const items = plan.map(({ text, file }, index) => {
        const content: OutboxItem['content'] = { kind: 'note', text, file };
        return { clientId: partId(clientId, index), content };
      });
      return { items: await queueSend(parts, conversation, items, { clearDraft: 'team' }) };
    },
  };
}

/** Which messages it becomes. Error: file-invalid. */
async function planOf(
  { files }: HandlerParts,
  body: { readonly text: string; readonly files: readonly string[] },
  to: Destination,
): Promise<readonly PlannedMessage<LocalFile>[]> {
  const found: LocalFile[] = [];
  for (const id of body.files) {
    const file = await files.get(id);
    if (file === null) throw new CallError('file-invalid', 'The file is not on this computer any more.');
    const problem = fileProblem(file, to);
    if (problem !== null) throw new CallError('file-invalid', describeProblem(problem));
    found.push(file);
  }
  return planMessages(body.text, found, to);
}
