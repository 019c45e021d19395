import { useRef, useState, type ReactElement } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { IconButton } from '../../ui/button.tsx';
import { EmojiPicker } from './emoji/emoji-picker.tsx';

interface ComposerToolsProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onEmoji: (character: string) => void;
}

/** What puts something into the text. */
export function ComposerTools({ onFiles, onEmoji }: ComposerToolsProps): ReactElement {
  const t = useT();
  const chooser = useRef<HTMLInputElement>(null);
  const emojiButton = useRef<HTMLButtonElement>(null);
  const [emojiOpen, setEmojiOpen] = useState(false);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        data-testid="file-chooser"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <IconButton icon="paperclip" label={t('file.attach')} onClick={() => chooser.current?.click()} />
      <IconButton
        ref={emojiButton}
        icon="smile"
        label={t('emoji.open')}
        aria-haspopup="dialog"
        aria-expanded={emojiOpen}
        onClick={() => setEmojiOpen(!emojiOpen)}
      />
      {emojiOpen && <EmojiPicker anchor={emojiButton} onPick={onEmoji} onClose={() => setEmojiOpen(false)} />}
    </>
  );
}
