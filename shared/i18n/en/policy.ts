/** What an organisation decided for this computer, and what of the settings could not be used. */
export const policy = {
  'policy.locked': 'Set by your organisation.',
  'policy.locked.ask': 'Set by your organisation. To change it, ask: {contact}',
  'policy.title': 'Rules of your organisation',
  'policy.state': 'Policy',
  'policy.state.none': 'None',
  'policy.state.applied': 'In force',
  'policy.state.unreadable':
    'Its file cannot be read: nobody can sign in anew and nothing is practised until it can. Workspaces that are signed in go on.',
  'policy.state.unsafe': 'Ignored: others than the administrator can write its file',
  'policy.path': 'Looked for in',
  'policy.lockedSettings': 'Locked settings',
  'policy.servers': 'Servers',
  'policy.servers.any': 'Any',
  'policy.servers.none': 'None at present',
  'policy.contact': 'Whom to ask',
  'policy.problem': 'Problem in the file',
  'policy.signIn.choose': 'Your organisation chose the servers for this computer.',
  'policy.signIn.closed':
    'Nobody can sign in on this computer at present, because the rules of your organisation name no server or cannot be read. Nothing is lost. Ask whoever looks after this computer.',
  'settings.trouble.damaged':
    'The settings file was damaged, and settings began anew. The old file is kept as {detail} in the data folder.',
  'settings.trouble.newer':
    'The settings file was written by a newer Latchkey. What this version understands was taken over; the whole file is kept as {detail} in the data folder.',
  'settings.trouble.bad-values': 'Some settings had values that are not possible and stand at their start: {detail}',
} as const;
