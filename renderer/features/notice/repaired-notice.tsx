import { useState, type ReactElement } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Which workspace's which file this page has told of: switching to and fro is no news. */
const told = new Set<string>();

/** A damaged file of the workspace was repaired: what that means for what the agent typed. Once. */
export function RepairedNotice(): ReactElement | null {
  const t = useT();
  const id = useApp((state) => state.workspace.info?.id ?? '');
  const repaired = useApp((state) => state.workspace.repaired);
  const [closed, setClosed] = useState<string | null>(null);
  if (repaired === null) return null;
  const { what, drafts, messages } = repaired;
  const key = `${id} ${what}`;
  if (closed === key || told.has(key)) return null;
  const close = (): void => {
    told.add(key);
    setClosed(key);
  };
  return (
    <div className="notice">
      <Icon name="alert" />
      <p>{t(`notice.repaired.${what}`, { drafts, messages })}</p>
      <IconButton icon="close" label={t('app.close')} onClick={close} />
    </div>
  );
}
