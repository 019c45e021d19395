import { useId, type ReactNode } from 'react';

export interface SettingRowProps {
  readonly label: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** What it is, what it does, and the control that changes it (which has the label as its own name). */
export function SettingRow({ label, help, children }: SettingRowProps) {
  return (
    <div className="setting">
      <div className="setting-words">
        <p className="setting-label">{label}</p>
        {help !== undefined && <p className="setting-help">{help}</p>}
      </div>
      <div className="setting-control">{children}</div>
    </div>
  );
}

export interface ToggleProps {
  readonly label: string;
  readonly help: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Toggle({ label, help, on, onChange }: ToggleProps) {
  const id = useId();
  return (
    <div className="setting">
      <div className="setting-words">
        <label className="setting-label" htmlFor={id}>
          {label}
        </label>
        <p id={`${id}-help`} className="setting-help">
          {help}
        </p>
      </div>
      <div className="setting-control">
        <input
          id={id}
          className="switch"
          type="checkbox"
          role="switch"
          aria-describedby={`${id}-help`}
          checked={on}
          onChange={({ target }) => onChange(target.checked)}
        />
      </div>
    </div>
  );
}
