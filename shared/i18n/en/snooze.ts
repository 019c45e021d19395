/** Snooze: presets, a moment in one's own words, and what it costs. */
export const snooze = {
  'snooze.label': 'Snooze until',
  'snooze.when': 'When? For example: tue 3pm, in 2h, tomorrow 9',
  'snooze.preset.before-close': '30 min before it closes',
  'snooze.preset.hour': 'In 1 hour',
  'snooze.preset.later-today': 'Later today',
  'snooze.preset.tomorrow': 'Tomorrow 9:00',
  'snooze.preset.monday': 'Next Monday',
  'snooze.preset.answer': 'Until the customer answers',
  'snooze.wake': 'End snooze',
  'snooze.outlives': 'The window will be closed by then: you will need a template',
  'snooze.typed': 'Until {time}',
  'snooze.not-understood': 'Not understood. Try tue 3pm, in 2h or tomorrow 9.',
  'snooze.past': 'That moment has passed.',
  'snooze.no-window': 'There is no open window to count back from.',
} as const;
