export const palette = {
  'palette.placeholder': 'Find an action, person, template or setting',
  'palette.found': 'Found',
  'palette.none': 'Nothing found for “{query}”',
  'palette.on': 'on {channel}',
  'palette.person': 'Person',
  'palette.template': 'Template for {name}',
  'palette.current': 'Set now',
  'palette.snoozeUntil': 'Snooze until {time}',
  'palette.snoozeOutlives': 'The window will be closed by then',
  'palette.why.noConversation': 'Open a conversation first',
  'palette.why.offline': 'Needs a connection',
} as const;
