import { useEffect, type ReactElement } from 'react';
import type { MenuChoice } from '../../../shared/composer/composer-menu.ts';
import { useT } from '../../i18n/i18n.tsx';

interface PrefixMenuProps {
  readonly id: string;
  readonly kind: 'command' | 'mention';
  readonly choices: readonly MenuChoice[];
  readonly selected: number;
  readonly onChoose: (index: number) => void;
}

export function choiceId(menuId: string, index: number): string {
  return `${menuId}-${index}`;
}

/** Commands or teammates above the field. Focus stays in the field, which points here. */
export function PrefixMenu({ id, kind, choices, selected, onChoose }: PrefixMenuProps): ReactElement {
  const t = useT();
  useEffect(() => {
    document.getElementById(choiceId(id, selected))?.scrollIntoView({ block: 'nearest' });
  }, [id, selected]);
  return (
    <ul id={id} role="listbox" aria-label={t(`composer.menu.${kind}`)} className="composer-menu">
      {choices.map((choice, index) => (
        <li
          key={choice.kind === 'command' ? choice.command.name : choice.agent.id}
          id={choiceId(id, index)}
          role="option"
          aria-selected={index === selected}
          className="composer-menu-row"
          // Before the click, so that focus never leaves the field.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(index);
          }}
        >
          {choice.kind === 'command' ? <CommandRow choice={choice} /> : <AgentRow choice={choice} />}
        </li>
      ))}
    </ul>
  );
}

function CommandRow({ choice }: { readonly choice: Extract<MenuChoice, { kind: 'command' }> }): ReactElement {
  const t = useT();
  const { name, argumentKey, descriptionKey } = choice.command;
  return (
    <>
      <span className="composer-menu-name">
        /{name} {argumentKey !== null && <span className="composer-menu-argument">{t(argumentKey)}</span>}
      </span>
      <span className="composer-menu-help truncate">{t(descriptionKey)}</span>
    </>
  );
}

function AgentRow({ choice }: { readonly choice: Extract<MenuChoice, { kind: 'mention' }> }): ReactElement {
  const t = useT();
  const { name, availability } = choice.agent;
  return (
    <>
      <span className="composer-menu-name">
        <bdi>{name}</bdi>
      </span>
      <span className="composer-menu-help" data-availability={availability}>
        {t(`composer.presence.${availability}`)}
      </span>
    </>
  );
}
