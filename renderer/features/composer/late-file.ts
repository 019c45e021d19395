import type { Client } from '../../../shared/contract/client.ts';
import type { Draft } from '../../../shared/contract/entities.ts';
import type { LocalFile } from '../../../shared/contract/files.ts';
import type { ComposerMode } from '../../../shared/composer/composer-types.ts';
import { patch, type AppStore } from '../../state/store.ts';

/** A file that was stored after its composer had gone: into the draft on the disk, or to the composer that has it now. */
export async function keepLateFile(
  store: AppStore,
  client: Client,
  conversationId: number,
  mode: ComposerMode,
  file: LocalFile,
): Promise<void> {
  const audience = mode === 'note' ? 'team' : 'customer';
  const { draft } = await client.call('drafts.get', { conversationId, audience });
  const { text, caret, files, quotedId } = draft ?? { text: '', caret: 0, files: [], quotedId: null };
  const next: Draft = { conversationId, audience, text, caret, files: [...files, file], quotedId };
  const { selectedId, givenBack } = store.getState().ui;
  if (selectedId === conversationId) {
    patch(store, 'ui', { givenBack: { draft: next, text: '', turn: (givenBack?.turn ?? 0) + 1 } });
    return;
  }
  await client.call('drafts.save', next);
}
