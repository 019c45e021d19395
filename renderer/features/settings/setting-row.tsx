import { useId, type ReactNode } from 'react';
import type { SettingPath } from '../../../shared/settings/setting-path.ts';
import { Icon } from '../../ui/icon.tsx';
import './settings.css';
import { useLock } from './use-lock.ts';

export interface SettingRowProps {
  readonly label: string;
  readonly help?: string;
  /** Which setting it changes, so that the organisation can lock it; left out: none, or several. */
  readonly setting?: SettingPath;
  readonly children: ReactNode;
}

/** What it is, what it does, and the control that changes it (which has the label as its own name). */
export function SettingRow({ label, help, setting, children }: SettingRowProps) {
  const lock = useLock(setting);
  return (
    <div className="setting">
      <div className="setting-words">
        <p className="setting-label">{label}</p>
        {help !== undefined && <p className="setting-help">{help}</p>}
        {lock !== null && <Lock words={lock} />}
      </div>
      {/* Disabled as a whole: the core would refuse a change anyway. */}
      <fieldset className="setting-control" disabled={lock !== null}>
        {children}
      </fieldset>
    </div>
  );
}

export interface ToggleProps {
  readonly label: string;
  readonly help: string;
  readonly setting?: SettingPath;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Toggle({ label, help, setting, on, onChange }: ToggleProps) {
  const id = useId();
  const lock = useLock(setting);
  return (
    <div className="setting">
      <div className="setting-words">
        <label className="setting-label" htmlFor={id}>
          {label}
        </label>
        <p id={`${id}-help`} className="setting-help">
          {help}
        </p>
        {lock !== null && <Lock id={`${id}-lock`} words={lock} />}
      </div>
      <div className="setting-control">
        <input
          id={id}
          className="switch"
          type="checkbox"
          role="switch"
          aria-describedby={`${id}-help ${id}-lock`}
          disabled={lock !== null}
          checked={on}
          onChange={({ target }) => onChange(target.checked)}
        />
      </div>
    </div>
  );
}

export function Lock({ words, id }: { readonly words: string; readonly id?: string }) {
  return (
    <p id={id} className="setting-lock">
      <Icon name="lock" size={16} />
      {words}
    </p>
  );
}
