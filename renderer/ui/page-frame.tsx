import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { useActions } from '../state/app-provider.tsx';
import { IconButton } from './button.tsx';
import './page-frame.css';

export interface PageFrameProps {
  readonly title: string;
  /** Beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A page beside the rail: its title takes the focus, so that keyboard and screen reader start at its top. */
export function PageFrame({ title, tools, children }: PageFrameProps) {
  const t = useT();
  const actions = useActions();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      className="page"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) actions.ui.goTo('inbox');
      }}
    >
      <header className="page-head">
        <IconButton icon="chevron-left" label={t('app.toInbox')} onClick={() => actions.ui.goTo('inbox')} />
        <h1 ref={heading} className="page-title" tabIndex={-1}>
          {title}
        </h1>
        {tools}
      </header>
      <div className="page-body">{children}</div>
    </section>
  );
}
