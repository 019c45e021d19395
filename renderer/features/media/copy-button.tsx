import { useT } from '../../i18n/i18n.tsx';
import { IconButton } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useState } from 'react';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
}

/** Puts a text on the clipboard, and says that it did. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const copy = useCopy();
  const [copied, setCopied] = useState(false);
  return (
    <IconButton
      icon={copied ? 'check' : 'copy'}
      label={label}
      onClick={() => void copy(text).then(setCopied)}
      onBlur={() => setCopied(false)}
    />
  );
}

/** Resolves to false if the browser did not allow it. */
export function useCopy(): (text: string) => Promise<boolean> {
  const t = useT();
  const announce = useAnnounce();
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      announce(t('media.copied'));
      return true;
    } catch {
      announce(t('media.notCopied'), 'now');
      return false;
    }
  };
}
