import { useState, type ReactNode } from 'react';
import type { AlertRules } from '../../../shared/notify/alert-rules.ts';
import { defaultQuietHours, readTime, writeTime } from '../../../shared/notify/quiet-time.ts';
import type { SettingPath } from '../../../shared/settings/setting-path.ts';
import { hasDesktop } from '../../api/bridge.ts';
import { useClient } from '../../api/client.tsx';
import { formatTime } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { SettingRow, Toggle, type ToggleProps } from '../settings/setting-row.tsx';
import './alerts.css';

/** A row of the settings page, and the words by which its search finds it. */
export interface AlertRow {
  readonly words: string;
  readonly row: ReactNode;
}

const privacies = ['off', 'count', 'name', 'text'] as const;
const owners = ['mine', 'mine-and-unassigned', 'all'] as const;
const kinds = ['messages', 'mentions', 'assignments', 'parked', 'closing', 'sound'] as const;
const silences = ['half-hour', 'hour', 'tomorrow'] as const;

export function useAlertRows(): readonly AlertRow[] {
  const t = useT();
  const { settings, rules, set, setRules } = useRules();
  const desktop = ['closeToTray', 'startAtLogin'] as const;
  const toggle = (props: ToggleProps): AlertRow => ({
    words: `${props.label} ${props.help}`,
    row: <Toggle {...props} />,
  });
  return [
    {
      words: `${t('alerts.privacy')} ${t('alerts.privacyHelp')}`,
      row: (
        <ChoiceRow
          label={t('alerts.privacy')}
          help={t('alerts.privacyHelp')}
          setting="alerts.privacy"
          value={rules.privacy}
          choices={privacies.map((value) => [value, t(`alerts.privacy.${value}`)])}
          onChange={(privacy) => setRules({ privacy })}
        />
      ),
    },
    {
      words: `${t('alerts.whose')} ${t('alerts.whoseHelp')}`,
      row: (
        <ChoiceRow
          label={t('alerts.whose')}
          help={t('alerts.whoseHelp')}
          setting="alerts.whose"
          value={rules.whose}
          choices={owners.map((value) => [value, t(`alerts.whose.${value}`)])}
          onChange={(whose) => setRules({ whose })}
        />
      ),
    },
    ...kinds.map((kind) =>
      toggle({
        label: t(`alerts.${kind}`),
        help: t(`alerts.${kind}Help`),
        setting: `alerts.${kind}`,
        on: rules[kind],
        onChange: (on) => setRules({ [kind]: on }),
      }),
    ),
    { words: `${t('alerts.quiet')} ${t('alerts.quietHelp')}`, row: <QuietHoursRow /> },
    { words: `${t('alerts.dnd')} ${t('alerts.dndHelp')}`, row: <DoNotDisturbRow /> },
    ...(hasDesktop() ? desktop : []).map((name) =>
      toggle({
        label: t(`alerts.${name}`),
        help: t(`alerts.${name}Help`),
        setting: name,
        on: settings[name],
        onChange: (on) => set({ [name]: on }),
      }),
    ),
  ];
}

function useRules() {
  const actions = useActions();
  const settings = useApp((state) => state.settings);
  const set = actions.settings.set;
  const rules = settings.alerts;
  const setRules = (change: Partial<AlertRules>): void => void set({ alerts: { ...rules, ...change } });
  return { settings, rules, set: (change: Parameters<typeof set>[0]) => void set(change), setRules };
}

interface ChoiceRowProps<V extends string> {
  readonly label: string;
  readonly help: string;
  readonly setting: SettingPath;
  readonly value: V;
  readonly choices: readonly (readonly [V, string])[];
  readonly onChange: (value: V) => void;
}

/** A list and not segments: the words are sentences. */
function ChoiceRow<V extends string>({ label, help, setting, value, choices, onChange }: ChoiceRowProps<V>) {
  return (
    <SettingRow label={label} help={help} setting={setting}>
      <select
        className="select"
        aria-label={label}
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find(([choice]) => choice === target.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </SettingRow>
  );
}

function QuietHoursRow() {
  const t = useT();
  const { rules, setRules } = useRules();
  const { quietHours } = rules;
  return (
    <>
      <Toggle
        label={t('alerts.quiet')}
        help={t('alerts.quietHelp')}
        setting="alerts.quietHours"
        on={quietHours !== null}
        onChange={(on) => setRules({ quietHours: on ? defaultQuietHours : null })}
      />
      {quietHours !== null && (
        <SettingRow label={t('alerts.quietFrom')} setting="alerts.quietHours">
          <span className="alert-hours">
            <TimeField
              label={t('alerts.quietFrom')}
              minute={quietHours.from}
              onChange={(from) => setRules({ quietHours: { ...quietHours, from } })}
            />
            <span aria-hidden="true">–</span>
            <TimeField
              label={t('alerts.quietTo')}
              minute={quietHours.to}
              onChange={(to) => setRules({ quietHours: { ...quietHours, to } })}
            />
          </span>
        </SettingRow>
      )}
    </>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}

/** While a time is half typed the field is empty to us; what was set before holds. */
function TimeField({ label, minute, onChange }: TimeFieldProps) {
  return (
    <input
      className="select tabular"
      type="time"
      aria-label={label}
      required
      value={writeTime(minute)}
      onChange={({ target }) => {
        const chosen = readTime(target.value);
        if (chosen !== null) onChange(chosen);
      }}
    />
  );
}

function DoNotDisturbRow() {
  const t = useT();
  const client = useClient();
  const actions = useActions();
  const { rules } = useRules();
  const [failed, setFailed] = useState(false);
  const until = rules.doNotDisturbUntil;
  const choose = (choice: (typeof silences)[number] | 'off'): void => {
    client.call('alerts.doNotDisturb', { until: choice }).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <SettingRow label={t('alerts.dnd')} help={t('alerts.dndHelp')} setting="alerts.doNotDisturbUntil">
      <span className="alert-silences">
        {until !== null && <span className="tabular">{t('alerts.dndUntil', { time: formatTime(until) })}</span>}
        {until === null ? (
          silences.map((choice) => (
            <Button key={choice} size="small" onClick={() => choose(choice)}>
              {t(`tray.dnd.${choice}`)}
            </Button>
          ))
        ) : (
          <Button size="small" onClick={() => choose('off')}>
            {t('tray.dnd.off')}
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={() => actions.ui.goTo('diagnostics')}>
          {t('tray.check')}
        </Button>
      </span>
      {failed && <p role="alert">{t('error.internal')}</p>}
    </SettingRow>
  );
}
