import { useEffect, useState } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { useClient } from '../../api/client.tsx';
import { formatNear } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { coalesce } from '../../state/coalesce.ts';
import { useToday } from '../../state/use-today.ts';
import { Collection } from './context-section.tsx';

/** The other conversations of this customer on this device, newest first. */
export function PreviousSection({ conversation }: { readonly conversation: Conversation }) {
  const t = useT();
  const actions = useActions();
  const today = useToday();
  const others = useOthers(conversation);
  return (
    <Collection title="context.previous" count={others.length} empty="context.previous.none">
      <ul className="context-list">
        {others.map(({ id, channel, lastActivityAt, preview, status }) => (
          <li key={id}>
            <button type="button" className="context-note" onClick={() => actions.ui.select(id)}>
              <span className="context-note-text" dir="auto">
                {preview === null || preview.text === '' ? `#${id}` : preview.text}
              </span>
              <span className="context-small">
                {[t(`status.${status}`), channel.name, formatNear(lastActivityAt, today)].join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Collection>
  );
}

function useOthers({ id, contact }: Conversation): readonly Conversation[] {
  const client = useClient();
  const [found, setFound] = useState<{ readonly contactId: number; readonly rows: readonly Conversation[] } | null>(
    null,
  );
  const contactId = contact.id;
  useEffect(() => {
    let here = true;
    const read = coalesce(async () => {
      try {
        const { conversations } = await client.call('conversations.ofContact', { contactId });
        if (here) setFound({ contactId, rows: conversations });
      } catch {
        // The next change asks again.
      }
    });
    void read();
    const stop = client.on('conversations.changed', ({ ids }) => {
      if (ids === null || ids.length > 0) void read();
    });
    return () => {
      here = false;
      stop();
    };
  }, [client, contactId]);
  // Those of the customer before are nobody's business here.
  return found?.contactId === contactId ? found.rows.filter((row) => row.id !== id) : [];
}
