/**
 * From Meta's and Twilio's template JSON, which Chatwoot passes on as it got it (chatwoot-api §4), to `Template`.
 * One that we cannot read or could not send is left out and counted, so that it never spoils the list.
 */
import { z } from 'zod';
import type { Template } from '../../../../shared/contract/templates.ts';
import type { RestInbox } from './rest-shapes.ts';

/** Marks a template of Twilio, which wants its values in another form. Meta's namespaces are UUIDs with underscores. */
export const TWILIO_NAMESPACE = 'twilio';

const MetaComponent = z.object({
  type: z.string(),
  format: z.string().nullish(),
  text: z.string().nullish(),
  buttons: z.array(z.object({ type: z.string(), text: z.string().nullish(), url: z.string().nullish() })).nullish(),
});
type MetaComponent = z.infer<typeof MetaComponent>;

const MetaTemplate = z.object({
  name: z.string().min(1),
  language: z.string().min(1),
  status: z.string(),
  category: z.string().nullish(),
  parameter_format: z.string().nullish(),
  namespace: z.string().nullish(),
  components: z.array(MetaComponent).min(1),
});

const TwilioTemplate = z.object({
  friendly_name: z.string().min(1),
  language: z.string().nullish(),
  status: z.string(),
  category: z.string().nullish(),
  template_type: z.string().nullish(),
  body: z.string().nullish(),
});

const TwilioList = z.object({ templates: z.array(z.unknown()) });

export interface RawTemplates {
  readonly dialect: 'meta' | 'twilio';
  readonly list: readonly unknown[];
}

/** What this inbox carries, as it came; null if this answer does not tell (then ask for the inbox alone). */
export function rawTemplates(inbox: RestInbox): RawTemplates | null {
  switch (inbox.channel_type) {
    case 'Channel::Whatsapp':
      if (inbox.message_templates === undefined) return null;
      return { dialect: 'meta', list: listOrNone(inbox.message_templates) };
    case 'Channel::TwilioSms': {
      if (inbox.medium !== 'whatsapp') return { dialect: 'twilio', list: [] };
      if (inbox.content_templates === undefined) return null;
      const parsed = TwilioList.safeParse(inbox.content_templates);
      return { dialect: 'twilio', list: parsed.success ? parsed.data.templates : [] };
    }
    case 'Channel::Api':
      return { dialect: 'meta', list: listOrNone(inbox.additional_attributes?.['message_templates']) };
    default:
      return { dialect: 'meta', list: [] };
  }
}

/** `skipped`: how many entries could not be used. */
export function templatesOf(channelId: number, raw: RawTemplates): { list: readonly Template[]; skipped: number } {
  const read = raw.dialect === 'meta' ? templateFromMeta : templateFromTwilio;
  const list = raw.list.map((entry) => read(channelId, entry)).filter((template) => template !== null);
  return { list, skipped: raw.list.length - list.length };
}

export function templateFromMeta(channelId: number, raw: unknown): Template | null {
  const parsed = MetaTemplate.safeParse(raw);
  if (!parsed.success) return null;
  const { components, ...head } = parsed.data;
  const parts = new Map(components.map((component) => [component.type.toUpperCase(), component]));
  // LIST, PRODUCT, CATALOG, CALL_PERMISSION_REQUEST, CAROUSEL, LIMITED_TIME_OFFER: Chatwoot cannot fill them (§4.4).
  if ([...parts.keys()].some((type) => !['HEADER', 'BODY', 'FOOTER', 'BUTTONS'].includes(type))) return null;
  const header = headerOf(parts.get('HEADER'));
  if (header === undefined) return null;
  const body = parts.get('BODY')?.text ?? '';
  return {
    channelId,
    name: head.name,
    language: head.language,
    category: categoryOf(head.category),
    status: head.status.toLowerCase(),
    parameterFormat: parameterFormat(head.parameter_format, body),
    header,
    body,
    footer: parts.get('FOOTER')?.text ?? null,
    buttons: (parts.get('BUTTONS')?.buttons ?? []).map((button) => ({
      kind: buttonKind(button.type),
      text: button.text ?? '',
      url: button.url ?? null,
    })),
    namespace: head.namespace ?? null,
  };
}

/** Media and buttons of a Twilio template are part of the content that it holds; only numbered values are ours. */
function templateFromTwilio(channelId: number, raw: unknown): Template | null {
  const parsed = TwilioTemplate.safeParse(raw);
  if (!parsed.success || parsed.data.template_type === 'catalog') return null;
  const { friendly_name: name, language, status, category, body } = parsed.data;
  return {
    channelId,
    name,
    language: language ?? 'en',
    category: categoryOf(category),
    status: status.toLowerCase(),
    parameterFormat: 'positional',
    header: null,
    body: body ?? '',
    footer: null,
    buttons: [],
    namespace: TWILIO_NAMESPACE,
  };
}

/** Undefined: a header of a format that we cannot send. */
function headerOf(component: MetaComponent | undefined): Template['header'] | undefined {
  if (component === undefined) return null;
  const format = (component.format ?? 'TEXT').toLowerCase();
  switch (format) {
    case 'text':
      return { format, text: component.text ?? '' };
    case 'image':
    case 'video':
    case 'document':
    case 'location':
      return { format };
    default:
      return undefined;
  }
}

function categoryOf(category: string | null | undefined): Template['category'] {
  const known: readonly Template['category'][] = ['marketing', 'utility', 'authentication'];
  return known.find((one) => one === category?.toLowerCase()) ?? 'unknown';
}

/** Providers that do not tell the format show it by the names of the placeholders. */
function parameterFormat(told: string | null | undefined, body: string): Template['parameterFormat'] {
  if (typeof told === 'string') return told.toUpperCase() === 'NAMED' ? 'named' : 'positional';
  return /\{\{\s*[^\s{}\d]/.test(body) ? 'named' : 'positional';
}

function buttonKind(type: string): Template['buttons'][number]['kind'] {
  switch (type.toUpperCase()) {
    case 'QUICK_REPLY':
      return 'quick-reply';
    case 'URL':
      return 'url';
    case 'PHONE_NUMBER':
      return 'phone';
    case 'COPY_CODE':
      return 'copy-code';
    default:
      return 'other';
  }
}

function listOrNone(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
