import { useEffect, useState } from 'react';
import type { Client } from '../../../shared/contract/client.ts';
import type { TemplateDraft } from '../../../shared/contract/templates.ts';
import { templateId } from '../../../shared/templates/rank.ts';
import { useClient } from '../../api/client.tsx';
import { flushOnLeave, saveSoon } from '../../state/save-soon.ts';

/** What is half filled in, for one conversation: on the disk within 250 ms, like any other draft. */
export interface TemplateDrafts {
  /** The one that was touched last, when the sheet was opened; null: there is none. */
  readonly latest: string | null;
  /** By `templateId`. */
  readonly get: (id: string) => TemplateDraft | null;
  readonly keep: (draft: TemplateDraft) => void;
  /** What is to be written is written now: before a send, so that nothing is written after it. */
  readonly flush: () => void;
  /** It is in the outbox, which has deleted it. */
  readonly sent: (id: string) => void;
}

function createTemplateDrafts(
  client: Client,
  conversationId: number,
  stored: readonly TemplateDraft[],
): TemplateDrafts {
  const known = new Map(stored.map((draft) => [templateId(draft), draft]));
  const changed = new Set<string>();
  const soon = saveSoon(() => {
    for (const id of changed) {
      const template = known.get(id);
      // It stays in the sheet, and the next key tries again.
      if (template !== undefined)
        client.call('drafts.saveTemplate', { conversationId, template }).catch(() => undefined);
    }
    changed.clear();
  });
  const [latest] = stored;
  return {
    latest: latest === undefined ? null : templateId(latest),
    get: (id) => known.get(id) ?? null,
    keep(draft) {
      known.set(templateId(draft), draft);
      changed.add(templateId(draft));
      soon.touch();
    },
    flush: soon.flush,
    sent: (id) => known.delete(id),
  };
}

/** Null: not read yet. */
export function useTemplateDrafts(conversationId: number): TemplateDrafts | null {
  const client = useClient();
  const [drafts, setDrafts] = useState<TemplateDrafts | null>(null);
  useEffect(() => {
    let current = true;
    let stop = (): void => undefined;
    const start = (stored: readonly TemplateDraft[]): void => {
      if (!current) return;
      const created = createTemplateDrafts(client, conversationId, stored);
      const stopFlushing = flushOnLeave(created.flush);
      stop = () => {
        stopFlushing();
        created.flush();
      };
      setDrafts(created);
    };
    // One that cannot be read may still be there, but what is typed now must be kept as well.
    client.call('drafts.templates', { conversationId }).then(
      ({ templates }) => start(templates),
      () => start([]),
    );
    return () => {
      current = false;
      stop();
    };
  }, [client, conversationId]);
  return drafts;
}
