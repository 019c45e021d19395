/**
 * A process of its own that opens a store, says so, and then waits to be killed: `node child.ts <folder> [write]`.
 * With `write` it first saves a draft and adds an outbox item. Prints one JSON line.
 */
import { openStore } from '../../../electron/core/store/store-client.ts';
import { StoreError } from '../../../electron/core/store/protocol.ts';

const [, , folder = '', mode] = process.argv;
const workerUrl = new URL('../../../electron/core/store/worker.ts', import.meta.url);

try {
  const store = await openStore({ workerUrl, folder, log: { write: () => undefined }, onDamage: () => undefined });
  if (mode === 'write') {
    await store.call('draft.save', {
      conversationId: 1,
      audience: 'customer',
      text: 'half a thought',
      caret: 4,
      files: [],
      quotedId: null,
    });
    await store.call('outbox.add', {
      item: {
        clientId: '00000000-0000-4000-8000-000000000001',
        conversationId: 1,
        content: { kind: 'reply', text: 'On its way', file: null, quotedId: null },
        createdAt: 1,
        mustLeaveBy: null,
        leavesAt: null,
        baseMessageId: null,
        state: 'queued',
      },
    });
  }
  process.stdout.write(`${JSON.stringify({ open: true })}\n`);
  setInterval(() => undefined, 1_000_000);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ open: false, kind: error instanceof StoreError ? error.kind : null })}\n`);
}
