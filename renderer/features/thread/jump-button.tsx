import { useState } from 'react';
import type { Message } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';

interface JumpButtonProps {
  readonly messages: readonly Message[];
  readonly onJump: () => void;
}

/** There while the end is out of sight; counts what has come since. */
export function JumpButton({ messages, onJump }: JumpButtonProps) {
  const t = useT();
  const newestId = messages.at(-1)?.id ?? 0;
  const [seenId] = useState(newestId);
  const count = messages.filter(({ id, kind }) => id > seenId && kind !== 'activity').length;
  const words = count === 0 ? t('thread.jumpToLatest') : t('thread.jumpToNew', { count });
  return (
    <button type="button" className="jump" aria-label={words} title={words} onClick={onJump}>
      {count > 0 && <span className="jump-count tabular">{count}</span>}
      <Icon name="arrow-down" />
    </button>
  );
}
