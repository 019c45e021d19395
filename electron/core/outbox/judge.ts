/** Law 1, in the core: whether free text to this customer may leave at this moment. */
import { windowState, allowsFreeText } from '../../../shared/window/window-state.ts';
import type { ServerTime } from '../server-time.ts';
import type { OutboxRecord } from '../store/call-types.ts';
import type { Store } from '../store/store-client.ts';

export type Verdict = 'may-leave' | 'window-closed' | 'window-unverified';

export interface JudgePorts {
  readonly store: Store;
  readonly serverTime: ServerTime;
}

/** Stored already, or about to be. */
export type Judged = Pick<OutboxRecord, 'conversationId' | 'content'>;

/** Replies, and macros of which a step writes to the customer; one that is not known here is taken for such a macro. */
export async function writesFreely({ store }: JudgePorts, { content }: Judged): Promise<boolean> {
  if (content.kind === 'reply') return true;
  if (content.kind !== 'action' || content.action.kind !== 'run-macro') return false;
  const { macroId } = content.action;
  const macro = (await store.call('reference.macros', {})).find(({ id }) => id === macroId);
  return macro?.writesToCustomer ?? true;
}

/** Reads the facts once; the function it returns judges them at the moment it is called. */
export async function judgeOf(ports: JudgePorts, item: Judged): Promise<() => Verdict> {
  if (!(await writesFreely(ports, item))) return () => 'may-leave';
  const conversation = await ports.store.call('conversation.get', { id: item.conversationId });
  // The cache was begun anew, say: whether its window is open is not known before it is here again (`pullUnknown`).
  if (conversation === null) return () => 'window-unverified';
  return () => {
    const state = windowState(conversation.window, ports.serverTime.judging());
    if (state.kind === 'unverified') return 'window-unverified';
    return allowsFreeText(state) ? 'may-leave' : 'window-closed';
  };
}
