import { useEffect, useState, type FormEvent } from 'react';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { Contact } from '../../../shared/contract/entities.ts';
import { readPhoneNumber } from '../../../shared/phone/phone-number.ts';
import type { ChannelWay } from '../../../shared/start/channel-ways.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import type { StartForm } from '../../state/store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import '../sign-in/sign-in.css';
import { ChannelChoice } from './channel-choice.tsx';
import { Newcomer } from './newcomer.tsx';
import { PersonChosen } from './person-chosen.tsx';
import { PersonSearch } from './person-search.tsx';
import './start.css';
import { useStarting } from './use-starting.ts';
import { useWays } from './use-ways.ts';

/** To whom, from which channel, and then the first message: a template on WhatsApp, free text elsewhere. */
export function StartPage() {
  const t = useT();
  const { ui } = useActions();
  const form = useApp((state) => state.ui.start);
  const online = useApp((state) => (state.sync.status?.offlineSince ?? null) === null);
  const { contact, newcomer } = form;
  const { ways, asked } = useWays(contact, online);
  const chosen = ways.find(({ channel, why }) => channel.id === form.channelId && why === null) ?? onlyOne(ways);
  const { busy, trouble, start } = useStarting();
  const [checked, setChecked] = useState(false);
  const to = personOf(form);
  const somebody = contact !== null || newcomer !== null;
  const missing = online ? (chosen === undefined ? 'where' : null) : 'connection';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (to !== null && chosen !== undefined && online && !busy) void start({ to, channelId: chosen.channel.id });
    // In the next frame it is marked.
    else if (to === null) focusNextTo('.start [aria-invalid=true]');
  };
  return (
    <PageFrame title={t('start.title')}>
      {!online && (
        <p className="start-offline" role="status">
          <Icon name="cloud-slash" size={16} />
          {t('start.offline')}
        </p>
      )}
      <form className="start" noValidate onSubmit={submit}>
        <section className="start-part" aria-label={t('start.who')}>
          <h2 className="start-heading">{t('start.who')}</h2>
          <Who form={form} online={online} checked={checked} />
        </section>
        {somebody && (
          <>
            <ChannelChoice
              ways={ways}
              asked={asked}
              name={contact?.name ?? newcomer?.name ?? ''}
              chosenId={chosen?.channel.id ?? null}
              onChoose={(channelId) => ui.setStart({ channelId })}
            />
            <div className="start-foot">
              <Button type="submit" variant="primary" size="large" aria-disabled={missing !== null || busy}>
                {busy ? t('start.busy') : t(chosen === undefined ? 'start.go' : `start.go.${chosen.first}`)}
              </Button>
              {missing !== null && <p className="start-missing">{t(`start.missing.${missing}`)}</p>}
            </div>
          </>
        )}
        {trouble !== null && (
          <p className="start-trouble" role="alert">
            {t(trouble === 'unanswered' ? 'start.unanswered' : `error.${trouble}`)}
          </p>
        )}
      </form>
    </PageFrame>
  );
}

interface WhoProps {
  readonly form: StartForm;
  readonly online: boolean;
  /** The person wanted to start: what is wrong is said. */
  readonly checked: boolean;
}

function Who({ form, online, checked }: WhoProps) {
  const { ui } = useActions();
  const choose = (contact: Contact): void => {
    ui.setStart({ contact, newcomer: null, channelId: null });
    focusNextTo('.start-chosen button');
  };
  const again = (): void => {
    ui.setStart({ contact: null, newcomer: null, channelId: null });
    focusNextTo('[data-stops-field]');
  };
  useEffect(() => focusNextTo('[data-stops-field], .start input:not(:checked), .start button'), []);
  if (form.contact !== null) return <PersonChosen contact={form.contact} onChange={again} />;
  if (form.newcomer !== null) {
    return (
      <Newcomer
        person={form.newcomer}
        checked={checked}
        onType={(newcomer) => ui.setStart({ newcomer })}
        onChange={again}
      />
    );
  }
  return (
    <PersonSearch
      text={form.search}
      online={online}
      onType={(search) => ui.setStart({ search })}
      onChoose={choose}
      onNew={(newcomer) => {
        ui.setStart({ newcomer, channelId: null });
        focusNextTo(newcomer.name === '' ? '.start-newcomer input' : '.start-newcomer input[inputmode=tel]');
      }}
    />
  );
}

/** With one way there is nothing to choose. */
function onlyOne(ways: readonly ChannelWay[]): ChannelWay | undefined {
  const possible = ways.filter(({ why }) => why === null);
  return possible.length === 1 ? possible[0] : undefined;
}

function personOf({ contact, newcomer }: StartForm): CallInput<'conversations.start'>['to'] | null {
  if (contact !== null) return { contactId: contact.id };
  const number = newcomer === null ? null : readPhoneNumber(newcomer.number);
  if (newcomer === null || number === null || !number.ok || newcomer.name.trim() === '') return null;
  return { name: newcomer.name.trim(), phoneNumber: number.number };
}

/** In the next frame it is there. */
function focusNextTo(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}
