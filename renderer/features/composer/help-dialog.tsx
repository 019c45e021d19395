import type { ReactElement } from 'react';
import { commands } from '../../../shared/composer/commands.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { traits } from './prefix-menu.tsx';

/** What `/help` shows: every command with its argument, whether it works offline, and whether it can be undone. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useT();
  return (
    <Dialog title={t('composer.help.title')} onClose={onClose} scrolls>
      <dl className="composer-help">
        {commands.map((command) => (
          <div key={command.name}>
            <dt>
              /{command.name}{' '}
              {command.argumentKey !== null && <span className="composer-menu-argument">{t(command.argumentKey)}</span>}
            </dt>
            <dd>{t(command.descriptionKey)}</dd>
            <dd className="composer-help-traits">{traits(t, command)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
