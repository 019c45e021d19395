import { createContext, useContext } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Opens the menu of an item of the thread beside this element. */
export type OpenMenu = (itemKey: string, anchor: HTMLElement) => void;

const OpenMenuContext = createContext<OpenMenu>(() => undefined);
export const OpenMenuProvider = OpenMenuContext.Provider;

/** Seen with the pointer or the focus in its message; the menu key does the same, so it is no tab stop of its own. */
export function MoreButton({ itemKey }: { readonly itemKey: string }) {
  const t = useT();
  const open = useContext(OpenMenuContext);
  return (
    <button
      type="button"
      className="more"
      tabIndex={-1}
      aria-haspopup="menu"
      aria-label={t('message.menu')}
      title={t('message.menu')}
      onClick={(event) => open(itemKey, event.currentTarget)}
    >
      <Icon name="more" size={16} />
    </button>
  );
}
