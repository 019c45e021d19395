/** What there is to choose from (chatwoot-api §4.1, §6): read once, and again only as far as the server says it changed. */
import { parseJson } from '../../../../shared/lang/json.ts';
import type { CannedResponse, Label, Macro } from '../../../../shared/contract/entities.ts';
import type { Template } from '../../../../shared/contract/templates.ts';
import type { TeamRecord } from '../../store/records.ts';
import { ConnectorError, type ReferenceAnswer, type ReferenceData } from '../connector.ts';
import { channelFromInbox } from './channels.ts';
import { inAccount, read, type Session } from './connection.ts';
import { RestBareList, RestCacheKeys, RestCanned, RestMacro, RestPayload } from './directory-shapes.ts';
import { RestAgent, RestInbox, RestInboxes, RestLabel, RestTeam } from './rest-shapes.ts';
import { readRows } from './rows.ts';
import { rawTemplates, templatesOf } from './templates.ts';
import { agent } from './to-records.ts';

interface Keys {
  readonly label: string;
  readonly inbox: string;
  readonly team: string;
}

/** The mark is the server's `cache_keys`: they cover labels, teams, and inboxes with their templates; the rest is always read. */
export async function reference(session: Session, mark: string | null): Promise<ReferenceAnswer> {
  // Before the lists: what changes while they are read then has another key the next time.
  const keys = await keysOf(session);
  const known = mark === null ? null : parseMark(mark);
  const isSame = (key: keyof Keys): boolean => keys !== null && known?.[key] === keys[key];
  const [inboxes, agents, teams, labels, canned, macros] = await Promise.all([
    isSame('inbox') ? {} : inboxesWithTemplates(session),
    read(session, inAccount(session, 'agents'), RestBareList),
    isSame('team') ? {} : teamsOf(session),
    isSame('label') ? {} : labelsOf(session),
    ifAllowed(cannedOf(session)),
    ifAllowed(macrosOf(session)),
  ]);
  const people = readRows(agents, RestAgent, 'agents', session.options.log).map(agent);
  const data: ReferenceData = { ...inboxes, ...teams, ...labels, ...canned, ...macros, agents: people };
  return { data, mark: keys === null ? null : JSON.stringify(keys) };
}

async function keysOf(session: Session): Promise<Keys | null> {
  const answer = await ifAllowed(read(session, inAccount(session, 'cache_keys'), RestCacheKeys));
  return 'cache_keys' in answer ? answer.cache_keys : null;
}

/** Our own writing; of an earlier version perhaps. */
function parseMark(mark: string): Keys | null {
  const parsed = RestCacheKeys.shape.cache_keys.safeParse(parseJson(mark));
  return parsed.success ? parsed.data : null;
}

/** An agent whose role may not read this list, or a server that has none, still has all the others. */
async function ifAllowed<T extends object>(reading: Promise<T>): Promise<T | Record<string, never>> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ConnectorError && (error.kind === 'forbidden' || error.kind === 'not-found')) return {};
    throw error;
  }
}

async function inboxesWithTemplates(session: Session): Promise<Pick<ReferenceData, 'channels' | 'templates'>> {
  const { payload } = await read(session, inAccount(session, 'inboxes'), RestInboxes);
  const templates: Template[] = [];
  for (const inbox of payload) templates.push(...(await templatesOfInbox(session, inbox)));
  return { channels: payload.map(channelFromInbox), templates };
}

/** Newer servers keep templates out of the list of inboxes: then each inbox is asked for by itself (chatwoot-api §4.1). */
async function templatesOfInbox(session: Session, inbox: RestInbox): Promise<readonly Template[]> {
  const raw =
    rawTemplates(inbox) ?? rawTemplates(await read(session, inAccount(session, `inboxes/${inbox.id}`), RestInbox));
  if (raw === null) return [];
  const { list, skipped } = templatesOf(inbox.id, raw);
  if (skipped > 0) session.options.log.write('info', 'templates left out', { inbox: inbox.id, skipped });
  return list;
}

async function teamsOf(session: Session): Promise<{ readonly teams: readonly TeamRecord[] }> {
  const rows = await read(session, inAccount(session, 'teams'), RestBareList);
  const teams = readRows(rows, RestTeam, 'teams', session.options.log);
  return { teams: teams.map(({ id, name, is_member: isMember }) => ({ id, name, isMine: isMember === true })) };
}

async function labelsOf(session: Session): Promise<{ readonly labels: readonly Label[] }> {
  const { payload } = await read(session, inAccount(session, 'labels'), RestPayload);
  const labels = readRows(payload, RestLabel, 'labels', session.options.log);
  return { labels: labels.map(({ title, color }) => ({ title, color: color ?? '' })) };
}

async function cannedOf(session: Session): Promise<{ readonly canned: readonly CannedResponse[] }> {
  const rows = await read(session, inAccount(session, 'canned_responses'), RestBareList);
  const canned = readRows(rows, RestCanned, 'canned_responses', session.options.log);
  return { canned: canned.map(({ id, short_code: shortCode, content: text }) => ({ id, shortCode, text })) };
}

/** Steps that the customer gets (macro.rb); all others stay inside the team. */
const publicSteps: ReadonlySet<string> = new Set(['send_message', 'send_attachment']);

async function macrosOf(session: Session): Promise<{ readonly macros: readonly Macro[] }> {
  const { payload } = await read(session, inAccount(session, 'macros'), RestPayload);
  const macros = readRows(payload, RestMacro, 'macros', session.options.log);
  return {
    macros: macros.map(({ id, name, actions }) => {
      const steps = actions.map((action) => action.action_name);
      return { id, name, steps, writesToCustomer: steps.some((step) => publicSteps.has(step)) };
    }),
  };
}
