import { useT } from '../i18n/i18n.tsx';
import { Button } from './button.tsx';
import { useAnnounce } from './live-region.tsx';

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const t = useT();
  const announce = useAnnounce();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      announce(t('app.copied'));
    } catch {
      announce(t('app.notCopied'), 'now');
    }
  };
  return (
    <Button size="small" icon="copy" onClick={() => void copy()}>
      {label ?? t('app.copy')}
    </Button>
  );
}
