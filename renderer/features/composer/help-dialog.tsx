import type { ReactElement } from 'react';
import { commands } from '../../../shared/composer/commands.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** What `/help` shows: every command with its argument. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useT();
  return (
    <Dialog title={t('composer.help.title')} onClose={onClose}>
      <dl className="composer-help">
        {commands.map(({ name, argumentKey, descriptionKey }) => (
          <div key={name}>
            <dt>
              /{name} {argumentKey !== null && <span className="composer-menu-argument">{t(argumentKey)}</span>}
            </dt>
            <dd>{t(descriptionKey)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
