/** Who works in the practice workspace, and on which numbers. */
import type { Inbox, Label, Team, User } from '../state.ts';
import { templates } from './templates.ts';

export const userIds = { priya: 1, ana: 2, jonas: 3, sam: 4 } as const;
export const inboxIds = { whatsapp: 11, sms: 12, unsynced: 13 } as const;
export const accountName = 'Harbour & Pine';

export function createUsers(token: () => string): User[] {
  const user = (id: number, name: string, role: User['role'], isPlayed: boolean): User => ({
    id,
    name,
    email: `${(name.split(' ')[0] ?? '').toLowerCase()}@practice.example`,
    role,
    accessToken: token(),
    pubsubToken: token(),
    isPlayed,
    availability: 'online',
  });
  return [
    user(userIds.priya, 'Priya Nair', 'administrator', true),
    user(userIds.ana, 'Ana Costa', 'agent', true),
    user(userIds.jonas, 'Jonas Weber', 'agent', true),
    user(userIds.sam, 'Sam Rivera', 'agent', false),
  ];
}

const everybody = Object.values(userIds);

/** The first one is the number of WhatsApp's documentation, so that its examples can be pasted unchanged. */
export const createInboxes = (): Inbox[] => [
  {
    id: inboxIds.whatsapp,
    channelId: 71,
    name: 'WhatsApp Support',
    channelType: 'Channel::Whatsapp',
    phoneNumber: '+15550783881',
    phoneNumberId: '106540352242922',
    memberIds: everybody,
    templates: templates.map((template) => ({ ...template })),
  },
  {
    id: inboxIds.sms,
    channelId: 72,
    name: 'SMS',
    channelType: 'Channel::Sms',
    phoneNumber: '+15550100222',
    phoneNumberId: null,
    memberIds: everybody,
    templates: null,
  },
  {
    id: inboxIds.unsynced,
    channelId: 73,
    name: 'WhatsApp Wholesale',
    channelType: 'Channel::Whatsapp',
    phoneNumber: '+15550100333',
    phoneNumberId: '106540352249999',
    memberIds: everybody,
    templates: null,
  },
];

export const teams: readonly Team[] = [
  { id: 1, name: 'support', description: 'First line', memberIds: [userIds.sam, userIds.ana, userIds.jonas] },
  { id: 2, name: 'logistics', description: 'Couriers and warehouse', memberIds: [userIds.jonas, userIds.sam] },
];

export const labels: readonly Label[] = [
  { id: 1, title: 'vip', description: 'Regular customers', color: '#7A5AF8' },
  { id: 2, title: 'refund', description: 'Money back', color: '#D92D20' },
  { id: 3, title: 'delivery', description: 'On its way', color: '#1570EF' },
  { id: 4, title: 'complaint', description: 'Needs care', color: '#B54708' },
  { id: 5, title: 'wholesale', description: 'Companies', color: '#067647' },
  { id: 6, title: 'practice', description: 'How this workspace works', color: '#475467' },
];
