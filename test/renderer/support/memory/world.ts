import type { AlertFinding, Destination, ShownAlert } from '../../../../shared/contract/alerts.ts';
import type { SignInAnswer, VaultKind, WorkspaceEntry } from '../../../../shared/contract/accounts.ts';
import type { AnyEvent, CallResult } from '../../../../shared/contract/contract.ts';
import type { Computer } from '../../../../shared/contract/computer.ts';
import type { Diagnostics } from '../../../../shared/contract/diagnostics.ts';
import type {
  Agent,
  CannedResponse,
  Channel,
  ClockInfo,
  Contact,
  Conversation,
  Draft,
  KeptText,
  Label,
  Macro,
  Message,
  Team,
  Repaired,
  WorkspaceInfo,
} from '../../../../shared/contract/entities.ts';
import type { OutboxItem } from '../../../../shared/contract/outbox.ts';
import type { Rates } from '../../../../shared/contract/pricing.ts';
import type { SearchHit } from '../../../../shared/contract/search.ts';
import type { Settings } from '../../../../shared/contract/settings.ts';
import type { SyncStatus } from '../../../../shared/contract/sync.ts';
import type { Template, TemplateDraft, TemplateUse } from '../../../../shared/contract/templates.ts';
import type { LocalFile } from '../../../../shared/contract/files.ts';
import type { UpdateStatus } from '../../../../shared/contract/updates.ts';
import { CallError } from '../../../../shared/contract/errors.ts';
import {
  aClock,
  aConversation,
  aWorkspace,
  agents,
  canned,
  channels,
  computer,
  diagnostics,
  labels,
  liveSync,
  macros,
  me,
  noUpdates,
  settings,
  teams,
} from '../fixtures.ts';

/** The world behind the page. Change it, then `emit` what changed, as the core would. */
export interface MemoryWorld {
  workspaces: WorkspaceEntry[];
  vault: VaultKind;
  lock: { locked: boolean; pin: string | null; canHavePin: boolean; waitMs: number };
  /** What the next `workspaces.signIn` answers. */
  signInAnswer: SignInAnswer;
  workspace: WorkspaceInfo | null;
  repaired: Repaired | null;
  settings: Settings;
  updates: UpdateStatus;
  computer: Computer;
  /** What the next test of the connection finds. */
  way: CallResult<'network.test'>;
  sync: SyncStatus;
  clock: ClockInfo;
  diagnostics: Diagnostics;
  agents: Agent[];
  teams: Team[];
  labels: Label[];
  channels: Channel[];
  canned: CannedResponse[];
  macros: Macro[];
  /** People without a conversation on this device; `onServer`: found only by asking the server. */
  contacts: Contact[];
  contactsOnServer: Contact[];
  conversations: Conversation[];
  /** Conversations in which I or my team was named. */
  mentioned: Set<number>;
  /** By conversation, oldest first. */
  messages: Map<number, Message[]>;
  /** Messages that only the server has; `messages.loadOlder` brings them. */
  olderOnServer: Map<number, Message[]>;
  /** Messages in the middle that only the server has; `messages.fillGap` brings them. */
  missing: Map<number, Message[]>;
  hitsOnServer: SearchHit[];
  templates: Template[];
  uses: TemplateUse[];
  drafts: Map<string, Draft>;
  templateDrafts: Map<number, TemplateDraft[]>;
  rates: Rates;
  history: KeptText[];
  outbox: OutboxItem[];
  /** Said inside the page; where it is wished to go; what the doctor found. */
  alerts: ShownAlert[];
  destination: Destination | null;
  findings: AlertFinding[];
  /** What was uploaded, by id. */
  files: Map<string, LocalFile>;
}

export function createWorld(change: Partial<MemoryWorld>): MemoryWorld {
  return {
    workspaces: [aWorkspace()],
    vault: 'system',
    lock: { locked: false, pin: null, canHavePin: true, waitMs: 0 },
    signInAnswer: { kind: 'signed-in', workspaceId: 'w1' },
    workspace: { id: 'w1', serverUrl: 'http://127.0.0.1:4010', accountName: 'Tidewater Cycles', me },
    repaired: null,
    settings,
    updates: noUpdates,
    computer,
    way: { proxy: null, finding: null, detail: 'Chatwoot 4.9.2' },
    sync: liveSync,
    clock: aClock(),
    diagnostics,
    agents: [...agents],
    teams: [...teams],
    labels: [...labels],
    channels: [...channels],
    canned: [...canned],
    macros: [...macros],
    contacts: [],
    contactsOnServer: [],
    conversations: [aConversation()],
    mentioned: new Set(),
    messages: new Map(),
    olderOnServer: new Map(),
    missing: new Map(),
    hitsOnServer: [],
    templates: [],
    uses: [],
    drafts: new Map(),
    templateDrafts: new Map(),
    rates: { table: null, trouble: null },
    history: [],
    outbox: [],
    alerts: [],
    destination: null,
    findings: [],
    files: new Map(),
    ...change,
  };
}

/** What the handlers of every topic share. */
export interface MemoryParts {
  readonly world: MemoryWorld;
  emit(event: AnyEvent): void;
}

let revision = 0;
export const nextRevision = (): number => (revision += 1);

export function findConversation({ conversations }: MemoryWorld, id: number): Conversation {
  const found = conversations.find((conversation) => conversation.id === id);
  if (found === undefined) throw new CallError('not-found', `no conversation ${id}`);
  return found;
}

/** For calls that wait for the network. */
export function needServer({ sync }: MemoryWorld): void {
  if (sync.state !== 'live' && sync.state !== 'catching-up') throw new CallError('unreachable', 'the plug is out');
}
