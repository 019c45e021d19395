import { useState } from 'react';
import { commands, fixedKeys, type Scope } from '../../../shared/keys/commands.ts';
import { keysOf } from '../../../shared/keys/keymap.ts';
import { isSingle, parseBinding } from '../../../shared/keys/keys.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { bindingWords, commandName, hasMeaning } from './key-words.ts';
import { useCommand } from './use-command.ts';

const scopes: readonly Scope[] = ['anywhere', 'go', 'list', 'thread', 'composer'];

/** All keys as they are now, from the one table. */
export function KeyOverview() {
  const t = useT();
  const actions = useActions();
  const [open, setOpen] = useState(false);
  const { keys: own, singleKeys } = useApp((state) => state.settings);
  useCommand('keys.show', () => setOpen(true));
  if (!open) return null;
  const change = (): void => {
    setOpen(false);
    actions.ui.goTo('settings');
  };
  const rowsOf = (scope: Scope): readonly (readonly [string, readonly string[]])[] => [
    ...commands
      .filter((command) => command.scope === scope && hasMeaning(command.id))
      .map((command) => [commandName(command.id, t), keysOf(command, own).filter(usable(singleKeys))] as const),
    ...fixedKeys
      .filter((fixed) => fixed.scope === scope)
      .map(({ id, keys }) => [t(`fixedKey.${id}`), keys as readonly string[]] as const),
  ];
  return (
    <Dialog
      title={t('keys.title')}
      size="sheet"
      scrolls
      onClose={() => setOpen(false)}
      footer={<Button onClick={change}>{t('settings.keys')}</Button>}
    >
      <div className="key-overview">
        {!singleKeys && <p>{t('keys.singleOff')}</p>}
        {scopes.map((scope) => (
          <section key={scope} className="key-group">
            <h3 className="key-group-name">{t(`keys.scope.${scope}`)}</h3>
            <dl>
              {rowsOf(scope)
                .filter(([, keys]) => keys.length > 0)
                .map(([name, keys]) => (
                  <div key={name} className="key-line">
                    <dt>{name}</dt>
                    <dd>
                      {keys.map((key) => (
                        <kbd key={key} className="key-cap" dir="ltr">
                          {bindingWords(key, t)}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const usable = (singleKeys: boolean) => (written: string) =>
  singleKeys || !(parseBinding(written)?.some(isSingle) ?? false);
