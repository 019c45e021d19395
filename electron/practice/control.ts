/** The controls: the page at `/practice` and the calls behind its buttons. They keep working during an outage. */
import { controlPage, webhookExample } from './control-page.ts';
import { asInteger, asRecord, empty, fail, notFound, ok } from './http.ts';
import type { Answer, Request } from './http.ts';
import { customerWritesNow } from './life.ts';
import { contactById } from './practice.ts';
import type { Practice } from './practice.ts';

export interface Controls {
  readonly practice: Practice;
  readonly webhook: string;
  skip(ms: number): void;
  /** `forMs` null: until somebody ends it. */
  setOutage(on: boolean, forMs: number | null): void;
  isOutage(): boolean;
}

/** A year: beyond it a typing error is likelier than a wish. */
const longestSkipMs = 366 * 24 * 60 * 60 * 1000;

export const isControlPath = (path: string): boolean => path === '/practice' || path.startsWith('/practice/');

export function answerControl(controls: Controls, request: Request): Answer {
  const { method, path } = request;
  if (method === 'GET' && path === '/practice') return page(controls);
  if (method === 'GET' && path === '/practice/state') return state(controls);
  if (method !== 'POST') return notFound;
  // Another site's page must not press our buttons; curl and tests send no Origin.
  const origin = request.headers.origin;
  if (
    origin !== undefined &&
    origin !== controls.practice.baseUrl() &&
    origin !== `http://${request.headers.host ?? ''}`
  )
    return fail(403, 'Only this page may use the controls');
  switch (path) {
    case '/practice/clock':
      return skipClock(controls, request);
    case '/practice/customer':
      return customerWrites(controls);
    case '/practice/outage':
      return outage(controls, request);
    default:
      return notFound;
  }
}

const page = (controls: Controls): Answer => ({
  ...empty,
  body: controlPage(controls.webhook, JSON.stringify(webhookExample)),
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'",
  },
});

const state = ({ practice, isOutage }: Controls, said?: string): Answer =>
  ok({
    now: practice.clock.now(),
    skippedMs: practice.clock.skippedMs,
    outage: isOutage(),
    ...(said === undefined ? {} : { said }),
  });

function skipClock(controls: Controls, request: Request): Answer {
  const skipMs = asInteger(asRecord(request.body)['skipMs']);
  if (skipMs === null || skipMs < 0 || skipMs > longestSkipMs)
    return fail(422, 'skipMs must be a number of milliseconds from 0 to one year');
  controls.skip(skipMs);
  return state(controls, 'The clock was moved ahead.');
}

function customerWrites(controls: Controls): Answer {
  const conversation = customerWritesNow(controls.practice);
  const contact = conversation === null ? undefined : contactById(controls.practice, conversation.contactId);
  return contact === undefined
    ? fail(422, 'Everybody has written already')
    : state(controls, `${contact.name} has written.`);
}

function outage(controls: Controls, request: Request): Answer {
  const body = asRecord(request.body);
  const isOn = body['on'] === true;
  const forMs = asInteger(body['forMs']);
  controls.setOutage(isOn, forMs);
  return state(controls, isOn ? 'The workspace is offline.' : 'The workspace is back.');
}
