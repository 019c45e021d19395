import { useState } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { WhyDialog } from './why-dialog.tsx';
import { WindowChip } from './window-chip.tsx';

/** The chip of the open conversation; pressing it says why it is what it is. */
export function ExplainedWindow({ conversation }: { readonly conversation: Conversation }) {
  const [open, setOpen] = useState(false);
  const { window, contact } = conversation;
  return (
    <>
      <WindowChip
        facts={window}
        size="header"
        contactName={contact.name}
        phoneNumber={contact.phoneNumber}
        onExplain={() => setOpen(true)}
      />
      {open && <WhyDialog conversation={conversation} onClose={() => setOpen(false)} />}
    </>
  );
}
