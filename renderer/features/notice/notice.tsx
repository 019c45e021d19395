import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RepairedNotice } from './repaired-notice.tsx';
import './notice.css';

/** The last refused action in words; stays until the agent closes it or the next one replaces it. */
export function Notice() {
  const t = useT();
  const actions = useActions();
  const notice = useApp((state) => state.ui.notice);
  return (
    <div className="notice-place" role="alert">
      {notice !== null && (
        <div className="notice">
          <Icon name="alert" />
          <p>{t(notice)}</p>
          <IconButton icon="close" label={t('app.close')} onClick={() => actions.ui.notice(null)} />
        </div>
      )}
      <RepairedNotice />
    </div>
  );
}
