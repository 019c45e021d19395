/** Who may call the core over IPC (Electron's security checklist, point 17). */
import { isDeskAddress } from './origin.ts';
import type { InvokeEvent } from './surface.ts';

/**
 * Only the top frame of a window that we made, and only while it shows our page. `senderFrame` is null once the frame
 * has navigated away: then nobody is left who should get an answer.
 */
export function isTrustedSender(event: InvokeEvent, ourContents: ReadonlySet<number>): boolean {
  const { sender, senderFrame } = event;
  return (
    ourContents.has(sender.id) &&
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    isDeskAddress(senderFrame.origin)
  );
}
