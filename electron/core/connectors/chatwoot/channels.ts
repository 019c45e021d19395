/** From an inbox to a channel: what it is, how long its window is, what it can do. */
import type { ChannelRecord } from '../../store/records.ts';
import type { RestInbox } from './rest-shapes.ts';
import { rawTemplates } from './templates.ts';

const HOUR_MS = 3_600_000;

/** The table of chatwoot-api §2.5 (`message_window_service.rb`). A type that is not in it has no window. */
const WINDOW_HOURS: Readonly<Record<string, number>> = {
  'Channel::Whatsapp': 24,
  // Up to 7 days with a setting of the server that its API does not show: the shorter one is the safe one.
  'Channel::FacebookPage': 24,
  'Channel::Instagram': 24,
  'Channel::Tiktok': 48,
};

export function channelFromInbox(inbox: RestInbox): ChannelRecord {
  const kind = kindOf(inbox);
  return {
    id: inbox.id,
    name: inbox.name,
    kind,
    phoneNumber: inbox.phone_number?.replace(/^whatsapp:/, '') ?? null,
    windowMs: windowMs(inbox, kind),
    capabilities: {
      templates: kind === 'whatsapp' || (kind === 'api' && (rawTemplates(inbox)?.list.length ?? 0) > 0),
      // Chatwoot 4.10 has neither for WhatsApp.
      groups: false,
      calls: false,
    },
  };
}

function kindOf(inbox: RestInbox): ChannelRecord['kind'] {
  switch (inbox.channel_type) {
    case 'Channel::Whatsapp':
      return 'whatsapp';
    case 'Channel::TwilioSms':
      // The number itself says it too, where the medium is left out.
      return inbox.medium === 'whatsapp' || inbox.phone_number?.startsWith('whatsapp:') === true ? 'whatsapp' : 'sms';
    case 'Channel::Sms':
      return 'sms';
    case 'Channel::Api':
      return 'api';
    default:
      return 'other';
  }
}

function windowMs(inbox: RestInbox, kind: ChannelRecord['kind']): number | null {
  if (kind === 'whatsapp') return 24 * HOUR_MS;
  if (kind === 'api') {
    // Ruby's `to_i`: the number at the start of a text, 0 without one.
    const told = inbox.additional_attributes?.['agent_reply_time_window'];
    const hours = typeof told === 'string' || typeof told === 'number' ? Number.parseInt(String(told), 10) : 0;
    return hours > 0 ? hours * HOUR_MS : null;
  }
  const hours = WINDOW_HOURS[inbox.channel_type];
  return hours === undefined ? null : hours * HOUR_MS;
}
