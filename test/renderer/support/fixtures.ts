/** Believable things for tests of the page. Each maker takes what matters to the test and fills in the rest. */
import type {
  Agent,
  Attachment,
  CannedResponse,
  Channel,
  ClockInfo,
  Conversation,
  Label,
  Macro,
  Message,
  Team,
  WindowFacts,
} from '../../../shared/contract/entities.ts';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import type { Computer } from '../../../shared/contract/computer.ts';
import type { Diagnostics } from '../../../shared/contract/diagnostics.ts';
import type { WorkspaceEntry } from '../../../shared/contract/accounts.ts';
import { defaultSettings } from '../../../shared/contract/default-settings.ts';
import type { UpdateStatus } from '../../../shared/contract/updates.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { SyncStatus } from '../../../shared/contract/sync.ts';
import type { Template } from '../../../shared/contract/templates.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** Server time of most tests: Tuesday, 3 November 2026, 12:00 UTC. Not the computer's time, on purpose. */
export const serverNow = Date.UTC(2026, 10, 3, 12, 0, 0);

export const me: Agent = { id: 1, name: 'Robin Vos', availability: 'online' };
export const ana: Agent = { id: 2, name: 'Ana Ferreira', availability: 'online' };
export const tom: Agent = { id: 3, name: 'Tom Baker', availability: 'busy' };
export const agents: readonly Agent[] = [me, ana, tom];

export const returnsTeam: Team = { id: 21, name: 'Returns' };
export const workshopTeam: Team = { id: 22, name: 'Workshop' };
export const teams: readonly Team[] = [returnsTeam, workshopTeam];
export const labels: readonly Label[] = [
  { title: 'delivery', color: '#1F93FF' },
  { title: 'vip', color: '#3347C4' },
  { title: 'warranty', color: '#00815A' },
];

export const whatsapp: Channel = {
  id: 10,
  name: 'Support',
  kind: 'whatsapp',
  phoneNumber: '+31201234567',
  windowMs: 24 * hour,
  capabilities: { templates: true, groups: false, calls: false },
};
export const website: Channel = {
  id: 11,
  name: 'Website',
  kind: 'other',
  phoneNumber: null,
  windowMs: null,
  capabilities: { templates: false, groups: false, calls: false },
};
export const channels: readonly Channel[] = [whatsapp, website];

export const liveSync: SyncStatus = {
  state: 'live',
  problem: null,
  lastLiveAt: serverNow,
  offlineSince: null,
  progress: null,
  retryAt: null,
  lastError: null,
};

export const settings: Settings = { ...defaultSettings, theme: 'light', language: 'en' };

/** As in a browser, where there is nothing to replace. */
export const noUpdates: UpdateStatus = {
  obstacle: 'browser',
  state: 'idle',
  version: null,
  percent: null,
  checkedAt: null,
  failure: null,
  offered: false,
};

export const canned: readonly CannedResponse[] = [
  { id: 31, shortCode: 'hours', text: 'We are open from 9:00 to 18:00, Monday to Saturday.' },
  { id: 32, shortCode: 'delivery', text: 'Your bike leaves our workshop within two working days.' },
];
export const macros: readonly Macro[] = [
  { id: 41, name: 'Hand to workshop', writesToCustomer: false, steps: ['assign_team', 'add_label'] },
  { id: 42, name: 'Ask for a photo', writesToCustomer: true, steps: ['send_message', 'snooze_conversation'] },
];

/** No organisation decides anything, and the settings file is well. */
export const computer: Computer = {
  settings: [],
  policy: {
    state: 'none',
    path: '/etc/latchkey/policy.json',
    locked: [],
    servers: null,
    contact: null,
    problems: [],
  },
};

export const diagnostics: Diagnostics = {
  version: '0.1.0',
  runsOn: 'Node 24 (browser host)',
  platform: 'linux x64',
  dataFolder: '~/.local/share/Latchkey',
  store: {
    conversations: 412,
    messages: 41_208,
    outbox: 2,
    drafts: 3,
    newestMessageAt: serverNow - minute,
    sizeBytes: 61_865_984,
  },
  log: ['11:58:02 sync live after 3 requests', '11:59:40 outbox sent 1'],
};

export function aWorkspace(change: Partial<WorkspaceEntry> = {}): WorkspaceEntry {
  return {
    id: 'w1',
    kind: 'server',
    serverUrl: 'http://127.0.0.1:4010',
    accountName: 'Tidewater Cycles',
    agentName: me.name,
    signedIn: true,
    unread: 0,
    unsent: 0,
    ...change,
  };
}

export function anAttachment(change: Partial<Attachment> = {}): Attachment {
  return {
    id: 1,
    kind: 'image',
    url: null,
    name: 'frame.jpg',
    sizeBytes: 2_100_000,
    width: null,
    height: null,
    transcript: null,
    coordinates: null,
    phoneNumber: null,
    ...change,
  };
}

export function aClock(change: Partial<ClockInfo> = {}): ClockInfo {
  return {
    serverNow,
    confidence: 'trusted',
    uncertaintyMs: 20,
    guardMs: 90_000,
    computerClockErrorMs: 0,
    confirmedAt: serverNow,
    ...change,
  };
}

/** A window with this much left at `serverNow`; negative: closed for so long. */
export function windowWithLeft(leftMs: number, change: Partial<WindowFacts> = {}): WindowFacts {
  return {
    durationMs: 24 * hour,
    openedAt: serverNow + leftMs - 24 * hour,
    openedBy: 'message',
    refusedAt: null,
    complete: true,
    ...change,
  };
}

export function aConversation(change: Partial<Conversation> = {}): Conversation {
  const id = change.id ?? 1;
  return {
    id,
    channel: whatsapp,
    contact: { id: 100 + id, name: 'Mara Singh', phoneNumber: '+919812345678', avatarUrl: null },
    status: 'open',
    snoozedUntil: null,
    assignee: null,
    team: null,
    labels: [],
    priority: null,
    unread: 0,
    lastActivityAt: serverNow - id * minute,
    waitingSince: null,
    preview: { text: 'When will my bike arrive?', kind: 'incoming', at: serverNow - id * minute },
    window: windowWithLeft(20 * hour),
    templateSentAt: null,
    pending: false,
    hasDraft: false,
    ...change,
  };
}

export function aMessage(change: Partial<Message> = {}): Message {
  return {
    id: 1,
    conversationId: 1,
    kind: 'incoming',
    text: 'When will my bike arrive?',
    at: serverNow - 30 * minute,
    author: { kind: 'contact', name: 'Mara Singh' },
    delivery: null,
    failure: null,
    attachments: [],
    quoted: null,
    deleted: false,
    clientId: null,
    ...change,
  };
}

/** A reply of nothing but text, as the content of an outbox item. */
export function aReply(text: string): OutboxItem['content'] {
  return { kind: 'reply', text, file: null, quotedId: null };
}

export function anOutboxItem(change: Partial<OutboxItem> = {}): OutboxItem {
  return {
    clientId: '7b6e6f3e-51a5-4d0e-9a25-0f3a4a7d2c11',
    conversationId: 1,
    content: aReply('It arrives on Thursday.'),
    state: 'queued',
    createdAt: serverNow,
    mustLeaveBy: null,
    leavesAt: null,
    serverId: null,
    attempts: 0,
    problem: null,
    ...change,
  };
}

export function aTemplate(change: Partial<Template> = {}): Template {
  return {
    channelId: whatsapp.id,
    name: 'order_update',
    language: 'en',
    category: 'utility',
    status: 'approved',
    parameterFormat: 'positional',
    header: null,
    body: 'Hello {{1}}, your order {{2}} is on its way.',
    footer: null,
    buttons: [],
    namespace: null,
    ...change,
  };
}
