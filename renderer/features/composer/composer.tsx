import type { ReactElement } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { ComposerPanel } from './composer-panel.tsx';
import './composer.css';

export interface ComposerProps {
  readonly conversation: Conversation;
}

/** Each conversation has its own composer: nothing of one can end up in another. */
export function Composer({ conversation }: ComposerProps): ReactElement {
  return <ComposerPanel key={conversation.id} conversation={conversation} />;
}
