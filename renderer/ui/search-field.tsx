import { Icon } from './icon.tsx';
import './search-field.css';

export interface SearchFieldProps {
  /** The accessible name and the placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Narrows what is below it while the person types. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <div className="search-field">
      <Icon name="search" size={16} />
      <input
        type="search"
        dir="auto"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
