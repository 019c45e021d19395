/** Newer versions of Latchkey itself. */
export const updates = {
  'updates.section': 'Updates',
  'updates.ready': 'Update ready — restart when it suits you',
  'updates.restart': 'Restart',
  'updates.later': 'Later',
  'updates.automatic': 'Fetch new versions',
  'updates.automaticHelp':
    'In the background. They are put in place when Latchkey is quit or restarted, never while you work.',
  'updates.check': 'Look now',
  'updates.state.unchecked': 'Not looked for yet in this run.',
  'updates.state.newest': 'There is nothing newer.',
  'updates.state.checking': 'Looking…',
  'updates.state.downloading': 'Fetching version {version}: {percent} %',
  'updates.failure.offline': 'The place of the updates could not be reached. Latchkey tries again by itself.',
  'updates.failure.refused':
    'What was offered is not signed by us, so it was not taken. Tell whoever looks after this computer.',
  'updates.failure.broken': 'The update could not be fetched. Latchkey tries again by itself.',
  'updates.obstacle.browser': 'The browser host is updated where it was started from.',
  'updates.obstacle.source': 'This Latchkey was started from source, which is where it is updated.',
  'updates.obstacle.package-manager': 'Your package manager updates this Latchkey.',
  'updates.obstacle.store': 'The store that it came from updates this Latchkey.',
  'updates.obstacle.administrator': 'Whoever installed this Latchkey brings the next version.',
  'updates.obstacle.unsigned': 'This Latchkey carries no signature, so it does not update itself.',
  'updates.obstacle.no-key': 'This Latchkey was built without a key for updates, so it does not update itself.',
  'updates.obstacle.switched-off': 'Switched off.',
} as const;
