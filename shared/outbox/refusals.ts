/**
 * What WhatsApp's numbers mean to an agent (Meta's error-codes page of 2026-09-11; 63016 is Twilio's 131047, 470 the old
 * on-premises one). Texts of the server are never matched: they change between releases.
 */
export type RefusalReason =
  | 'window-closed'
  | 'unreachable'
  | 'marketing-limit'
  | 'opted-out'
  | 'experiment'
  | 'spam-restricted'
  | 'too-fast'
  | 'temporary'
  | 'not-supported'
  | 'media-expired'
  | 'media'
  | 'bad-parameter'
  | 'own-number'
  | 'test-number'
  | 'blocked-by-us'
  | 'country'
  | 'permission'
  | 'token'
  | 'account-restricted'
  | 'display-name'
  | 'billing'
  | 'not-registered'
  | 'template-variables'
  | 'template-missing'
  | 'template-too-long'
  | 'template-policy'
  | 'template-paused'
  | 'template-disabled'
  | 'flow'
  | 'needs-phone-number'
  | 'marketing-switched-off'
  | 'other-responder'
  | 'identity-changed'
  | 'unknown';
export type RefusalKey = `refusal.${RefusalReason}`;

/** no: never; later: the same again after a while; fix: after a change by the agent; admin: after one by an admin. */
export type RefusalRetry = 'no' | 'later' | 'fix' | 'admin';

export interface PlainReason {
  /** i18n key of one plain sentence. */
  readonly reasonKey: RefusalKey;
  readonly retry: RefusalRetry;
  /** The agent's text goes back into the composer, because another way of sending it exists or it must be changed. */
  readonly reopensText: boolean;
  /** The window is closed whatever we computed, until the next opening event. */
  readonly closesWindow: boolean;
}

const rows: readonly (readonly [RefusalReason, RefusalRetry, readonly number[]])[] = [
  ['window-closed', 'no', [131047, 63016, 470]],
  ['unreachable', 'no', [131026, 63024]],
  ['marketing-limit', 'later', [131049]],
  ['opted-out', 'no', [131050]],
  ['experiment', 'no', [130472]],
  ['spam-restricted', 'admin', [131048, 131064]],
  ['too-fast', 'later', [131056, 130429, 80007, 4]],
  ['temporary', 'later', [1, 2, 131000, 131016, 131057, 133004, 2494100]],
  ['not-supported', 'no', [131051, 131060]],
  ['media-expired', 'no', [131052]],
  ['media', 'fix', [131053]],
  ['bad-parameter', 'fix', [100, 131008, 131009, 135000]],
  ['own-number', 'no', [131021]],
  ['test-number', 'admin', [131030]],
  ['blocked-by-us', 'no', [130403]],
  ['country', 'no', [130497]],
  ['permission', 'admin', [3, 10, 131005, 131055]],
  ['token', 'admin', [0, 190]],
  ['account-restricted', 'admin', [368, 131031, 134011]],
  ['display-name', 'admin', [131037]],
  ['billing', 'admin', [131042]],
  ['not-registered', 'admin', [33, 131045, 133000, 133005, 133006, 133008, 133009, 133010, 133015, 133016]],
  ['template-variables', 'fix', [132000, 132012, 132018]],
  ['template-missing', 'fix', [132001, 132021]],
  ['template-too-long', 'fix', [132005]],
  ['template-policy', 'no', [132007]],
  ['template-paused', 'later', [132015]],
  ['template-disabled', 'no', [132016]],
  ['flow', 'admin', [132068, 132069]],
  ['needs-phone-number', 'no', [131061, 131062]],
  ['marketing-switched-off', 'admin', [131063]],
  ['other-responder', 'no', [131070]],
  ['identity-changed', 'fix', [137000]],
];

const textComesBack: ReadonlySet<RefusalReason> = new Set(['window-closed', 'bad-parameter', 'other-responder']);

function reason(name: RefusalReason, retry: RefusalRetry): PlainReason {
  return {
    reasonKey: `refusal.${name}`,
    retry,
    reopensText: textComesBack.has(name),
    closesWindow: name === 'window-closed',
  };
}

const byCode: ReadonlyMap<number, PlainReason> = new Map(
  rows.flatMap(([name, retry, codes]) => codes.map((code) => [code, reason(name, retry)] as const)),
);

/** Null or a number we do not know: say the server's own words, try nothing by ourselves. */
export function plainReason(code: number | null): PlainReason {
  if (code === null) return reason('unknown', 'no');
  // Meta: 200–299 are all "permission missing".
  if (code >= 200 && code <= 299) return reason('permission', 'admin');
  return byCode.get(code) ?? reason('unknown', 'no');
}

/** WhatsApp's or Twilio's number at the start of the server's text ("131047: Re-engagement message", "63016 - …"). */
export function parseFailure(externalError: string): number | null {
  const match = /^\s*\(?#?(\d{1,7})\)?\s*(?:[:\-–—]|$)/u.exec(externalError);
  return match?.[1] === undefined ? null : Number(match[1]);
}
