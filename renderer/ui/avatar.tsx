import './avatar.css';

export interface AvatarProps {
  readonly name: string;
  readonly size?: 'row' | 'header' | 'large';
}

/** Initials. Pictures live on the server's origin, which this page does not load from. */
export function Avatar({ name, size = 'row' }: AvatarProps) {
  return (
    <span className={`avatar avatar-${size}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** First letters of the first and the last word that start with a letter: "Mara Singh" → "MS", "+91 98…" → "#". */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  if (first === undefined) return '#';
  return `${firstLetter(first)}${last === undefined ? '' : firstLetter(last)}`.toLocaleUpperCase();
}

function firstLetter(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 0x23);
}
