import { pageLocale } from '../../i18n/dates.ts';

/** "2.1 MB", in the agent's own number format. */
export function sizeWords(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : bytes < 1_000_000_000 ? 2 : 3;
  const format = { style: 'unit', unit: units[step] ?? 'byte', maximumFractionDigits: step >= 2 ? 1 : 0 } as const;
  return new Intl.NumberFormat(pageLocale(), format).format(bytes / 1_000 ** step);
}

/** "PDF" of "invoice.pdf"; null: the name has no ending. */
export function endingOf(name: string | null): string | null {
  return /\.([a-z0-9]{1,5})$/i.exec(name ?? '')?.[1]?.toUpperCase() ?? null;
}

/** "1:05", "1:00:05". */
export function durationWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? `${part}` : `${part}`.padStart(2, '0'))).join(':');
}
