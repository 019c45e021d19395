/**
 * From the agent's values to Chatwoot's `template_params` (chatwoot-api §4.6, the "enhanced" form). Chatwoot skips blank
 * values, which would shift all that follow, so a value that is missing is refused here and nothing is sent.
 */
import type { Template, TemplateValues } from '../../../../shared/contract/templates.ts';
import { assertNever } from '../../../../shared/lang/assert.ts';
import { placeholderNames } from '../../../../shared/templates/parse.ts';
import { ConnectorError } from '../connector.ts';
import { TWILIO_NAMESPACE } from './templates.ts';

type Params = Readonly<Record<string, string>>;
type ButtonParams = { type: 'url' | 'copy_code'; parameter: string } | { type: 'quick_reply' };

export interface TemplateParams {
  readonly name: string;
  readonly language: string;
  readonly category?: string;
  readonly namespace?: string;
  readonly processed_params:
    { readonly body?: Params; readonly header?: Params; readonly buttons?: readonly ButtonParams[] } | Params;
}

/**
 * Chatwoot's limits (`populate_template_parameters_service.rb`). A longer code kills its job and the message is stuck; of
 * a longer address it keeps the beginning, which leads nowhere.
 */
const MEDIA_URL_LENGTH = 1000;
const COPY_CODE_LENGTH = 15;

/** Throws `rejected` (nothing sent) if a value is missing or out of bounds. */
export function templateParams(template: Template, values: TemplateValues): TemplateParams {
  const body = textParams(template.body, values.body, 'body');
  const isTwilio = template.namespace === TWILIO_NAMESPACE;
  const header = isTwilio ? {} : headerParams(template, values);
  const buttons = isTwilio ? [] : buttonParams(template, values);
  return {
    name: template.name,
    language: template.language,
    // The server's schema wants texts: what is unknown is left out, not null.
    ...(template.category === 'unknown' ? {} : { category: template.category.toUpperCase() }),
    ...(template.namespace === null || isTwilio ? {} : { namespace: template.namespace }),
    processed_params: isTwilio
      ? body
      : {
          ...(isEmpty(body) ? {} : { body }),
          ...(isEmpty(header) ? {} : { header }),
          ...(buttons.length === 0 ? {} : { buttons }),
        },
  };
}

/**
 * One value for each placeholder, in their order: positional templates rely on it. (JavaScript puts numbers in
 * ascending order by itself, which is the order that Meta counts in.)
 */
function textParams(text: string, values: Params, part: string): Params {
  return Object.fromEntries(placeholderNames(text).map((key) => [key, filled(values[key], `${part} {{${key}}}`)]));
}

function headerParams(template: Template, values: TemplateValues): Params {
  const { header } = template;
  if (header === null) return {};
  switch (header.format) {
    case 'text':
      return textParams(header.text, values.header, 'header');
    case 'image':
    case 'video':
      return { media_url: mediaUrl(values.mediaUrl), media_type: header.format };
    case 'document': {
      const name = values.mediaName?.trim() ?? '';
      return {
        media_url: mediaUrl(values.mediaUrl),
        media_type: header.format,
        ...(name === '' ? {} : { media_name: name }),
      };
    }
    case 'location':
      throw refused('the server cannot fill a location header');
    default:
      return assertNever(header, 'template header');
  }
}

/**
 * The server takes a button's place in the array for its index and drops nulls, so every button before the last one
 * with a value needs an entry; the placeholder is ignored there because it has no parameter.
 */
function buttonParams(template: Template, values: TemplateValues): readonly ButtonParams[] {
  const all = template.buttons.map((button, index): ButtonParams => {
    const value = values.buttons[String(index)];
    switch (button.kind) {
      case 'url':
        if (button.url === null || placeholderNames(button.url).length === 0) return { type: 'quick_reply' };
        return { type: 'url', parameter: filled(value, `button ${index}`) };
      case 'copy-code': {
        const parameter = filled(value, `button ${index}`);
        if (parameter.length > COPY_CODE_LENGTH)
          throw refused(`button ${index}: more than ${COPY_CODE_LENGTH} characters`);
        return { type: 'copy_code', parameter };
      }
      case 'quick-reply':
      case 'phone':
      case 'other':
        return { type: 'quick_reply' };
      default:
        return assertNever(button.kind, 'template button');
    }
  });
  return all.slice(0, all.findLastIndex((button) => button.type !== 'quick_reply') + 1);
}

function filled(value: string | undefined, what: string): string {
  if (value === undefined || value.trim() === '') throw refused(`${what}: no value`);
  return value;
}

function mediaUrl(value: string | null): string {
  const url = filled(value ?? undefined, 'header media');
  const isHttp = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isHttp || url.length > MEDIA_URL_LENGTH) throw refused('header media: not a usable http(s) address');
  return url;
}

function isEmpty(params: Params): boolean {
  return Object.keys(params).length === 0;
}

function refused(why: string): ConnectorError {
  return new ConnectorError('rejected', 'no', null, why);
}
