import type { Computer } from '../../../shared/contract/computer.ts';
import type { Diagnostics } from '../../../shared/contract/diagnostics.ts';
import type { ClockInfo } from '../../../shared/contract/entities.ts';
import { formatFull } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { AppState } from '../../state/store.ts';
import { connectionWords } from '../status-strip/connection-words.ts';

export interface FactGroup {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** Everything on the page but the log. */
export function factGroups(
  found: Diagnostics,
  { sync, workspace, computer }: Pick<AppState, 'sync' | 'workspace' | 'computer'>,
  clock: ClockInfo | null,
  t: Translate,
): readonly FactGroup[] {
  return [
    {
      title: t('diagnostics.program'),
      facts: [
        [t('diagnostics.version'), found.version],
        [t('diagnostics.runsOn'), found.runsOn],
        [t('diagnostics.platform'), found.platform],
        [t('diagnostics.dataFolder'), found.dataFolder],
        [t('diagnostics.language'), `${document.documentElement.lang} (${navigator.languages.join(', ')})`],
      ],
    },
    {
      title: t('diagnostics.connection'),
      facts: [
        [t('diagnostics.server'), workspace.info?.serverUrl ?? t('diagnostics.never')],
        [t('diagnostics.state'), stateWords(sync, t)],
        [t('diagnostics.lastLive'), moment(sync.status?.lastLiveAt ?? null, t)],
        [t('diagnostics.lastError'), sync.status?.lastError ?? t('diagnostics.noError')],
        ...clockFacts(clock, t),
      ],
    },
    { title: t('diagnostics.data'), facts: storeFacts(found, t) },
    ...(computer === null ? [] : [{ title: t('policy.title'), facts: policyFacts(computer, t) }]),
  ];
}

function stateWords({ status, wireConnected }: AppState['sync'], t: Translate): string {
  const { text } = connectionWords(status, wireConnected, t);
  const code = [status?.state, status?.problem].filter((part) => part !== null && part !== undefined).join(', ');
  return code === '' ? text : `${text} (${code})`;
}

function clockFacts(clock: ClockInfo | null, t: Translate): FactGroup['facts'] {
  if (clock === null) return [];
  const ms = Math.round(clock.uncertaintyMs);
  // + 0: a tiny negative error rounds to −0, and Intl would show the sign.
  const seconds = Math.round(clock.computerClockErrorMs / 1_000) + 0;
  return [
    [t('diagnostics.clock'), t(`diagnostics.clock.${clock.confidence}`, { ms })],
    [t('diagnostics.clockError'), t('diagnostics.clockErrorBy', { seconds })],
  ];
}

function storeFacts({ store }: Diagnostics, t: Translate): FactGroup['facts'] {
  const number = (value: number): string => value.toLocaleString(document.documentElement.lang);
  const size = Math.round(store.sizeBytes / 104_857.6) / 10;
  return [
    [t('diagnostics.conversations'), number(store.conversations)],
    [t('diagnostics.messages'), number(store.messages)],
    [t('diagnostics.outbox'), number(store.outbox)],
    [t('diagnostics.drafts'), number(store.drafts)],
    [t('diagnostics.newest'), moment(store.newestMessageAt, t)],
    [t('diagnostics.size'), t('diagnostics.megabytes', { size })],
  ];
}

function policyFacts({ policy, settings }: Computer, t: Translate): FactGroup['facts'] {
  const { state, path, locked, servers, contact, problems } = policy;
  const list = servers !== null && servers.length > 0 ? servers.join(', ') : null;
  return [
    [t('policy.state'), t(`policy.state.${state}`)],
    [t('policy.path'), path],
    [t('policy.servers'), list ?? t(servers === null ? 'policy.servers.any' : 'policy.servers.none')],
    ...(locked.length > 0 ? [[t('policy.lockedSettings'), locked.join(', ')] as const] : []),
    ...(contact === null ? [] : [[t('policy.contact'), contact] as const]),
    ...problems.map((problem) => [t('policy.problem'), problem] as const),
    ...settings.map(({ kind, detail }) => [t('settings.title'), t(`settings.trouble.${kind}`, { detail })] as const),
  ];
}

function moment(at: number | null, t: Translate): string {
  return at === null ? t('diagnostics.never') : formatFull(at);
}

export function asText(groups: readonly FactGroup[], log: readonly string[]): string {
  const facts = groups.flatMap(({ title, facts: rows }) => [
    `# ${title}`,
    ...rows.map(([name, value]) => `${name}: ${value}`),
    '',
  ]);
  return [...facts, ...log].join('\n');
}
