import type { CommandId, FixedKeyId, Scope } from '../../keys/commands.ts';

/** What a key does, as a command. `{view}` is the name of the view. */
const commandWords = {
  'action.palette.open': 'Find an action, person or conversation',
  'action.search.open': 'Search all messages',
  'action.pane.next': 'Next pane',
  'action.pane.previous': 'Previous pane',
  'action.view.1': 'Show view 1',
  'action.view.2': 'Show view 2',
  'action.view.3': 'Show view 3',
  'action.view.4': 'Show view 4',
  'action.view.5': 'Show view 5',
  'action.view.6': 'Show view 6',
  'action.view.7': 'Show view 7',
  'action.view.8': 'Show view 8',
  'action.view.9': 'Show view 9',
  'action.settings.open': 'Settings',
  'action.undo': 'Take back what has not left yet',
  'action.outbox.open': 'Outbox',
  'action.keys.show': 'Show all keys',
  'action.zoom.in': 'Larger text',
  'action.zoom.out': 'Smaller text',
  'action.zoom.reset': 'Normal text size',
  'action.conversation.start': 'Start a conversation',
  'action.intro.start': 'Introduction and drill',
  'action.diagnostics.open': 'Diagnostics',
  'action.sync.retry': 'Try to reach the server now',

  'action.go.inbox': 'Go to the inbox',
  'action.go.mine': 'Go to mine',
  'action.go.closing': 'Go to closing soon',
  'action.go.unassigned': 'Go to unassigned',
  'action.go.snoozed': 'Go to snoozed',
  'action.go.outbox': 'Go to the outbox',
  'action.go.drafts': 'Go to drafts',

  'action.list.next': 'Next conversation',
  'action.list.previous': 'Previous conversation',
  'action.list.select': 'Select or deselect',
  'action.list.extendNext': 'Extend the selection down',
  'action.list.extendPrevious': 'Extend the selection up',
  'action.conversation.reply': 'Reply',
  'action.conversation.note': 'Internal note',
  'action.conversation.template': 'Choose a template',
  'action.conversation.assign': 'Assign…',
  'action.conversation.assignMe': 'Assign to me',
  'action.conversation.snooze': 'Snooze…',
  'action.conversation.label': 'Labels…',
  'action.conversation.close': 'Close or reopen',
  'action.conversation.unread': 'Mark as unread',
  'action.sweep.start': 'Save the windows that close soon',
  'action.list.filter': 'Filter this list',
  'action.list.focus': 'Go to the list',
  'action.context.toggle': 'Customer details',

  'action.thread.find': 'Find in this conversation',
  'action.thread.quote': 'Quote this message',

  'action.composer.send': 'Send, whatever Enter does',
  'action.composer.sendAndClose': 'Send and close the conversation',
  'action.composer.switchMode': 'Switch between reply and note',
  'action.composer.template': 'Choose a template for this text',
} as const satisfies Record<`action.${CommandId}`, string>;

const fixed = {
  'fixedKey.list.arrows': 'Next or previous conversation',
  'fixedKey.list.open': 'Open the conversation',
  'fixedKey.thread.page': 'One page up or down',
  'fixedKey.thread.ends': 'Oldest or newest message here',
  'fixedKey.composer.enter': 'Send, or a new line (see settings)',
  'fixedKey.composer.newLine': 'New line',
  'fixedKey.composer.leave': 'Back to the list; your draft is kept',
  'fixedKey.composer.editLast': 'In an empty field: edit what was queued last',
} as const satisfies Record<`fixedKey.${FixedKeyId}`, string>;

const scopes = {
  'keys.scope.anywhere': 'Anywhere',
  'keys.scope.go': 'Go to',
  'keys.scope.list': 'Conversations',
  'keys.scope.thread': 'Messages',
  'keys.scope.composer': 'Composer',
} as const satisfies Record<`keys.scope.${Scope}`, string>;

export const keys = {
  ...commandWords,
  ...fixed,
  ...scopes,

  'keys.title': 'Keys',
  'keys.ctrl': 'Ctrl',
  'keys.shift': 'Shift',
  'keys.view': 'Show {view}',
  'keys.none': 'No key',
  'keys.then': 'then',
  'keys.or': 'or',
  'keys.pending': '{keys} then…',
  'keys.singleOff': 'Single keys are switched off in the settings.',
} as const;
