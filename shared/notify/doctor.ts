/**
 * The notification doctor: what stands between a notification and the agent's eyes, one plain fix for each. Pure: the
 * shell reports the facts it can know on its system (null: this system cannot tell, or it does not apply).
 */
import type { AlertRules } from './alert-rules.ts';
import { words, type Words } from './words.ts';

/** What became of one real notification. */
export type ShowResult =
  | { readonly status: 'shown' }
  | { readonly status: 'not-shown'; readonly reason: 'failed' | 'unsupported' | 'timeout' | 'denied' };

export interface NotificationFacts {
  readonly system: 'windows' | 'mac' | 'linux' | 'browser';
  /** The system says that it can show notifications at all. */
  readonly supported: boolean;
  readonly permission: 'granted' | 'denied' | 'unknown';
  /** The system's own do-not-disturb or focus mode. */
  readonly systemSilence: boolean | null;
  /** macOS shows nothing of an app that is not validly signed, and says it was granted. */
  readonly signed: boolean | null;
  /** Windows shows nothing without a Start-menu entry of the same id. */
  readonly hasShortcut: boolean | null;
  /** Linux: somebody answers on the bus at org.freedesktop.Notifications. */
  readonly hasDaemon: boolean | null;
  /** Linux: a click on a notification comes back to us. */
  readonly canClick: boolean | null;
  /** Linux: somebody shows tray icons. */
  readonly hasTray: boolean | null;
  /** Starts with the computer; without it nothing warns before the agent opens the app. */
  readonly startsAtLogin: boolean | null;
  readonly test: ShowResult | null;
  /** The agent's answer to "Did you see it?". */
  readonly seen: boolean | null;
}

export type FindingCode =
  | 'switched-off'
  | 'quiet-now'
  | 'unsupported'
  | 'denied'
  | 'unsigned'
  | 'no-shortcut'
  | 'no-daemon'
  | 'system-silence'
  | 'failed'
  | 'timeout'
  | 'not-seen'
  | 'no-click'
  | 'no-tray'
  | 'not-at-login';

export interface Finding {
  readonly code: FindingCode;
  /** `blocks`: nothing is shown. `warns`: something else is missed. */
  readonly severity: 'blocks' | 'warns';
  readonly what: Words;
  readonly fix: Words;
}

export interface Diagnosis {
  /** The cause first; an effect of a cause that is already named is left out. */
  readonly findings: readonly Finding[];
  /** The system's way is dead: say it inside the app as well. */
  readonly fallBackInApp: boolean;
}

export function diagnose(facts: NotificationFacts, rules: AlertRules, quietNow: boolean): Diagnosis {
  const blocking = causes(facts, rules, quietNow);
  // What was seen to happen only says more than the causes where no cause is known.
  const codes = blocking.length > 0 ? blocking : effects(facts);
  const warnings: FindingCode[] = [];
  if (facts.canClick === false) warnings.push('no-click');
  if (facts.hasTray === false) warnings.push('no-tray');
  if (facts.startsAtLogin === false) warnings.push('not-at-login');
  const chosen: readonly FindingCode[] = ['switched-off', 'quiet-now'];
  return {
    findings: [
      ...codes.map((code) => finding(code, 'blocks', facts.system)),
      ...warnings.map((code) => finding(code, 'warns', facts.system)),
    ],
    // What the agent chose is not a defect to work around.
    fallBackInApp: codes.some((code) => !chosen.includes(code)),
  };
}

function causes(facts: NotificationFacts, rules: AlertRules, quietNow: boolean): FindingCode[] {
  const codes: FindingCode[] = [];
  if (rules.privacy === 'off') codes.push('switched-off');
  else if (quietNow) codes.push('quiet-now');
  if (facts.hasDaemon === false) codes.push('no-daemon');
  else if (!facts.supported) codes.push('unsupported');
  if (facts.signed === false) codes.push('unsigned');
  if (facts.hasShortcut === false) codes.push('no-shortcut');
  if (facts.permission === 'denied') codes.push('denied');
  if (facts.systemSilence === true) codes.push('system-silence');
  return codes;
}

function effects({ test, seen }: NotificationFacts): FindingCode[] {
  if (test !== null && test.status === 'not-shown') return [test.reason];
  return seen === false ? ['not-seen'] : [];
}

/** Where a fix is a matter of the system's own settings, it has words for each system. */
const perSystem: ReadonlySet<FindingCode> = new Set(['denied', 'system-silence', 'not-seen']);

function finding(code: FindingCode, severity: Finding['severity'], system: NotificationFacts['system']): Finding {
  const fix = perSystem.has(code)
    ? words(`doctor.${code as 'denied' | 'system-silence' | 'not-seen'}.fix.${system}`)
    : words(`doctor.${code as Exclude<FindingCode, 'denied' | 'system-silence' | 'not-seen'>}.fix`);
  return { code, severity, what: words(`doctor.${code}.what`), fix };
}
