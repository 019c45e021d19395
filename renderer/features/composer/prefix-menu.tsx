import { useEffect, type ReactElement } from 'react';
import type { Command } from '../../../shared/composer/commands.ts';
import type { MenuChoice } from '../../../shared/composer/composer-menu.ts';
import { mentionName, type Mention } from '../../../shared/composer/mentions.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import './prefix-menu.css';

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

function keyOf(choice: MenuChoice): string {
  if (choice.kind === 'command') return choice.command.name;
  if (choice.kind === 'canned') return `canned ${choice.response.id}`;
  const { mention } = choice;
  return mention.kind === 'agent' ? `agent ${mention.agent.id}` : `team ${mention.team.id}`;
}

/** Commands and ready texts, or people and teams, above the field. Focus stays in the field, which points here. */
export function PrefixMenu({ id, kind, choices, selected, onChoose }: PrefixMenuProps): ReactElement {
  const t = useT();
  useEffect(() => {
    document.getElementById(choiceId(id, selected))?.scrollIntoView({ block: 'nearest' });
  }, [id, selected]);
  const chosen = choices[selected];
  return (
    <div className="composer-menu">
      {/* Scrolled by the arrow keys of the field; never a stop of the Tab key. */}
      <ul id={id} role="listbox" tabIndex={-1} aria-label={t(`composer.menu.${kind}`)} className="composer-menu-list">
        {choices.map((choice, index) => (
          <li
            key={keyOf(choice)}
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
            <Choice choice={choice} />
          </li>
        ))}
      </ul>
      {chosen?.kind === 'command' && (
        <p className="composer-menu-traits" aria-hidden="true">
          {traits(t, chosen.command)}
        </p>
      )}
    </div>
  );
}

/** "Works offline · can be undone" */
export function traits(t: Translate, { worksOffline, canUndo }: Command): string {
  const offline = t(worksOffline ? 'command.traits.offline' : 'command.traits.needsConnection');
  return `${offline} · ${t(canUndo ? 'command.traits.undo' : 'command.traits.noUndo')}`;
}

function Choice({ choice }: { readonly choice: MenuChoice }): ReactElement {
  if (choice.kind === 'command') return <CommandRow command={choice.command} />;
  if (choice.kind === 'mention') return <MentionRow mention={choice.mention} />;
  return <CannedRow code={choice.response.shortCode} text={choice.text} />;
}

function CommandRow({ command }: { readonly command: Command }): ReactElement {
  const t = useT();
  const { name, argumentKey, descriptionKey } = command;
  return (
    <>
      <span className="composer-menu-name">
        /{name} {argumentKey !== null && <span className="composer-menu-argument">{t(argumentKey)}</span>}
      </span>
      <span className="composer-menu-help truncate">{t(descriptionKey)}</span>
      <span className="visually-hidden">{traits(t, command)}</span>
    </>
  );
}

function CannedRow({ code, text }: { readonly code: string; readonly text: string }): ReactElement {
  const t = useT();
  return (
    <>
      <Icon name="bolt" size={16} />
      <span className="composer-menu-name">{code}</span>
      <span className="visually-hidden">{t('canned.section')}</span>
      <bdi className="composer-menu-help truncate">{text}</bdi>
    </>
  );
}

function MentionRow({ mention }: { readonly mention: Mention }): ReactElement {
  const t = useT();
  const about =
    mention.kind === 'team' ? t('composer.menu.team') : t(`composer.presence.${mention.agent.availability}`);
  return (
    <>
      {mention.kind === 'agent' ? (
        <span className="composer-presence" data-availability={mention.agent.availability} aria-hidden="true" />
      ) : (
        <Icon name="user-add" size={16} />
      )}
      <span className="composer-menu-name">
        <bdi>{mentionName(mention)}</bdi>
      </span>
      <span className="composer-menu-help">
        {mention.onConversation ? `${t('composer.menu.onConversation')} · ${about}` : about}
      </span>
    </>
  );
}
