import './icon.css';

/**
 * Line icons on a 20 px grid, 1.5 px stroke. Each is one path so that a name stays one line; they are drawings, always
 * beside a text or inside a control with an accessible name, hence hidden from assistive technology.
 */
const paths = {
  alert: 'M10 3.5 17.5 16.5h-15zM10 8.25v3.75M10 14.25v.1',
  'arrow-down': 'M10 4v12M5 11l5 5 5-5',
  'arrow-right': 'M4 10h12M11 5l5 5-5 5',
  'arrow-up': 'M10 16V4M5 9l5-5 5 5',
  at: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Zm0 0v1.25a2.1 2.1 0 0 0 4.2 0V10A7.2 7.2 0 1 0 14 16',
  bolt: 'M11 2.5 4.5 11.5H10l-1 6 6.5-9H10z',
  check: 'M4 10.5 8 14.5 16 5.5',
  'check-circle': 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM6.75 10.25 9 12.5l4.25-4.75',
  'check-double': 'M1.5 10.5 5.5 14.5 12.5 5.5M9.5 13l1.5 1.5 7.5-9',
  'chevron-down': 'M5 7.5l5 5 5-5',
  'chevron-left': 'M12.5 4.5 7 10l5.5 5.5',
  'chevron-right': 'M7.5 4.5 13 10l-5.5 5.5',
  clock: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 6v4.25l2.75 1.75',
  close: 'M5 5l10 10M15 5 5 15',
  'cloud-slash': 'M3 3l14 14M6 7.2A3.8 3.8 0 0 0 5.5 15H14M8.5 5.2A4.5 4.5 0 0 1 14.6 8.6 3.3 3.3 0 0 1 16.6 14',
  command: 'M12.5 4 7.5 16',
  copy: 'M7.5 7.5V4.5a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-3M4.5 7.5h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z',
  download: 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12',
  file: 'M11.5 3h-6a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V7zM11.5 3v4h4',
  flag: 'M5.5 17.5V3M5.5 4h8.5l-2 3.25 2 3.25H5.5',
  hand: 'M6 11V5.5a1.25 1.25 0 0 1 2.5 0V9m0-4.75a1.25 1.25 0 0 1 2.5 0V9m0-3.75a1.25 1.25 0 0 1 2.5 0V11a6 6 0 0 1-6 6c-2 0-3.2-1-4-2.6l-1-2.2a1.2 1.2 0 0 1 2.1-1.1L6 12',
  history: 'M3.5 4v4h4M3.8 8a6.75 6.75 0 1 1-.4 4M10 6.25V10l2.75 1.75',
  hourglass: 'M5.5 3h9M5.5 17h9M6.5 3c0 4.5 7 5 7 7s-7 3-7 7M13.5 3c0 4.5-7 5-7 7s7 3 7 7',
  image:
    'M4 4h12a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM3.5 14l4-4 3.5 3.5 2-2 3.5 3M12.5 8v-.1',
  inbox:
    'M3 11.5 5.2 4.7a1 1 0 0 1 1-.7h7.6a1 1 0 0 1 1 .7L17 11.5V15a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM3 11.5h4l1 2h4l1-2h4',
  info: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 9.25v4.25M10 6.75v-.1',
  lock: 'M5 9h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1ZM6.75 9V6.5a3.25 3.25 0 0 1 6.5 0V9',
  mail: 'M4 4.5h12a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1ZM3.500 6l6.500 4.750L16.500 6',
  'map-pin':
    'M10 17.5c-3.5-3.6-5.25-6.4-5.25-8.75a5.25 5.25 0 0 1 10.5 0c0 2.35-1.75 5.15-5.25 8.75ZM12 8.75a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  monitor: 'M4 3.5h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1ZM7 16.5h6M10 13.5v3',
  more: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
  moon: 'M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3Z',
  minus: 'M4.5 10h11',
  /** Pad-lock and person: the sign of a note, on the composer and in the thread alike. */
  note: 'M10.25 6a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0ZM2.5 16.5c0-3 2-5 5-5 .7 0 1.4.1 2 .35M12.5 12.75h4a1 1 0 0 1 1 1v2.5a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1v-2.5a1 1 0 0 1 1-1ZM12.9 12.75v-1.1a1.6 1.6 0 0 1 3.2 0v1.1',
  outbox: 'M3 11.5V15a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-3.5h-4l-1 2H8l-1-2zM10 10V3M7 6l3-3 3 3',
  panel: 'M4 4h12a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM12.5 4v12',
  pause: 'M7 4.5v11M13 4.5v11',
  paperclip: 'M15.5 9.5l-5.6 5.6a3.5 3.5 0 0 1-5-5l6-6a2.4 2.4 0 0 1 3.4 3.4l-5.8 5.8a1.2 1.2 0 0 1-1.7-1.7L12 6.4',
  pencil: 'M4 16l.8-3.4L13.4 4a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2zM12 5.5l2.5 2.5',
  phone:
    'M6.2 3.5 8 7 6.4 8.6a10 10 0 0 0 5 5L13 12l3.5 1.8v2a1.2 1.2 0 0 1-1.3 1.2C8.9 16.6 3.4 11.1 3 4.8a1.2 1.2 0 0 1 1.2-1.3z',
  play: 'M7 4.5v11l8.5-5.5z',
  plus: 'M10 4.5v11M4.5 10h11',
  question: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM8 8.2a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6M10 13.6v.1',
  refresh: 'M16.5 10a6.5 6.5 0 0 1-12 3.5M3.5 10a6.5 6.5 0 0 1 12-3.5M15.7 3v3.6h-3.6M4.3 17v-3.6h3.6',
  reply: 'M8 5 3.5 9.5 8 14M3.5 9.5H12a4.5 4.5 0 0 1 4.5 4.5v1.5',
  robot:
    'M5.5 7.5h9a1 1 0 0 1 1 1V15a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V8.5a1 1 0 0 1 1-1ZM10 7.5V4M10 4v-.5M7.75 11v.75M12.25 11v.75',
  search: 'M13.5 8.75a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0ZM12.3 12.3 16.5 16.5',
  send: 'M17 3 2.75 8.5l5.5 3.25L11.5 17zM17 3 8.25 11.75',
  sliders: 'M3 6h8M15 6h2M3 14h2M9 14h8M15 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM9 14a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  smile: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM7.5 8v.1M12.5 8v.1M6.75 11.5c.7 1.3 1.9 2 3.25 2s2.55-.7 3.25-2',
  snooze: 'M17 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0ZM8.5 8.75h4l-4 4.5h4M3 5.5 5.5 3.5M18 5.5l-2.5-2',
  star: 'm10 3 2.1 4.5 4.9.6-3.6 3.4.9 4.9L10 14l-4.3 2.4.9-4.9L3 8.1l4.9-.6z',
  sun: 'M13.25 10a3.25 3.25 0 1 1-6.5 0 3.25 3.25 0 0 1 6.5 0ZM10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1.05 1.05M14.25 14.25l1.05 1.05M15.3 4.7l-1.05 1.05M5.75 14.25 4.7 15.3',
  swap: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  tag: 'M3.5 4.500a1 1 0 0 1 1-1h5l7 7a1 1 0 0 1 0 1.400l-4.600 4.600a1 1 0 0 1-1.400 0l-7-7zM7 7.100V7',
  template: 'M4.5 3h11a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM6.5 7h7M6.5 10h7M6.5 13h4',
  undo: 'M7 4 3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8',
  user: 'M13.25 7a3.25 3.25 0 1 1-6.5 0 3.25 3.25 0 0 1 6.5 0ZM4 16.5c.3-3 2.8-4.75 6-4.75s5.7 1.75 6 4.75',
  'user-add':
    'M11.25 7a3.25 3.25 0 1 1-6.5 0 3.25 3.25 0 0 1 6.5 0ZM2 16.5c.3-3 2.8-4.75 6-4.75 1.2 0 2.3.25 3.2.7M15 11.5v5M12.5 14h5',
  'user-none': 'M13.25 7a3.25 3.25 0 1 1-6.5 0 3.25 3.25 0 0 1 6.5 0ZM4 16.5c.3-3 2.8-4.75 6-4.75M13 14.25h4.5',
  users:
    'M10.500 7a2.750 2.750 0 1 1-5.500 0 2.750 2.750 0 0 1 5.500 0ZM2 16c.250-2.700 2.600-4.250 5.750-4.250S13.250 13.300 13.500 16M12.750 4.400a2.750 2.750 0 0 1 0 5.200M15 12.200c1.700.600 2.850 1.900 3 3.800',
} as const;

export type IconName = keyof typeof paths;

/** These point along the line of reading, so they turn with it. */
const alongReading: ReadonlySet<IconName> = new Set([
  'arrow-right',
  'chevron-left',
  'chevron-right',
  'panel',
  'reply',
  'send',
]);

/** `size`: pixels at 100 % zoom; it grows with the text. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: 14 | 16 | 20 | 24 }) {
  return (
    <svg
      className={alongReading.has(name) ? 'icon icon-along' : 'icon'}
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
