/** The one session of the desk. Without these handlers Electron grants every permission (security checklist, point 5). */
import { isDeskAddress } from './origin.ts';
import type { PermissionName, SessionLike } from './surface.ts';

export const deskPartition = 'persist:desk';

/** Copying text is all the page needs of the machine. Notifications are made in the main process. */
function isGranted(permission: PermissionName, origin: string, isMainFrame: boolean): boolean {
  return permission === 'clipboard-sanitized-write' && isMainFrame && isDeskAddress(origin);
}

export function guardSession(session: SessionLike): void {
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    isGranted(permission, requestingOrigin, details.isMainFrame),
  );
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isGranted(permission, details.requestingUrl, details.isMainFrame));
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
}
