/** What there is to refer to and to choose from: channels, people, labels, templates, ready texts, macros. */
import type { Database } from 'better-sqlite3';
import type { Agent, CannedResponse, Channel, Label, Macro, Team } from '../../../../shared/contract/entities.ts';
import type { Template, TemplateList } from '../../../../shared/contract/templates.ts';
import type { CacheBatch, ChannelRecord, ConversationPatch, TeamRecord } from '../records.ts';
import type { ChannelRow } from '../row-types.ts';
import { channelOf } from '../rows.ts';
import { fromJson, sql, upsertText } from '../sql.ts';
import type { Files } from '../sql.ts';
import { templateUses } from './template-uses.ts';
import { getSyncValues, setSyncValues } from './sync-values.ts';

const templatesFetchedKey = 'store.templates-fetched-at';

export function listAgents(cache: Database): Agent[] {
  return sql<Agent>(cache, 'SELECT id, name, availability FROM agent WHERE listed = 1 ORDER BY name, id').all();
}

/** True: somebody came or went. */
export function notePresence(cache: Database, present: ReadonlyMap<number, Agent['availability']>): boolean {
  const write = sql(cache, 'UPDATE agent SET availability = ? WHERE id = ?');
  const moved = listAgents(cache)
    .map(({ id, availability }) => ({ id, before: availability, now: present.get(id) ?? 'offline' }))
    .filter(({ before, now }) => before !== now);
  cache.transaction(() => {
    for (const { id, now } of moved) write.run(now, id);
  })();
  return moved.length > 0;
}

export function listTeams(cache: Database): Team[] {
  return sql<Team>(cache, 'SELECT id, name FROM team WHERE listed = 1 ORDER BY name, id').all();
}

export function listLabels(cache: Database): Label[] {
  return sql<Label>(cache, 'SELECT title, color FROM label ORDER BY title').all();
}

export function listChannels(cache: Database): Channel[] {
  return sql<ChannelRow>(cache, 'SELECT * FROM channel ORDER BY name, id').all().map(channelOf);
}

export function listCanned(cache: Database): CannedResponse[] {
  return sql<CannedResponse>(
    cache,
    'SELECT id, short_code AS shortCode, text FROM canned ORDER BY short_code, id',
  ).all();
}

interface MacroRow {
  readonly id: number;
  readonly name: string;
  readonly writes_to_customer: number;
  readonly steps: string;
}

export function listMacros(cache: Database): Macro[] {
  const rows = sql<MacroRow>(cache, 'SELECT id, name, writes_to_customer, steps FROM macro ORDER BY name, id').all();
  return rows.map(({ id, name, writes_to_customer: writes, steps }) => ({
    id,
    name,
    writesToCustomer: writes === 1,
    steps: fromJson(steps),
  }));
}

export function listTemplates({ cache, desk }: Files, channelId: number): TemplateList {
  const text = 'SELECT entity FROM template WHERE channel_id = ? ORDER BY name, language';
  const rows = sql<{ entity: string }>(cache, text).all(channelId);
  return {
    templates: rows.map(({ entity }) => fromJson(entity)),
    uses: templateUses(desk, channelId),
    fetchedAt: templatesFetchedAt(cache),
  };
}

export function getTemplate(cache: Database, channelId: number, name: string, language: string): Template | null {
  const text = 'SELECT entity FROM template WHERE channel_id = ? AND name = ? AND language = ?';
  const row = sql<{ entity: string }>(cache, text).get(channelId, name, language);
  return row === undefined ? null : fromJson(row.entity);
}

function templatesFetchedAt(cache: Database): number | null {
  const value = getSyncValues(cache, [templatesFetchedKey])[templatesFetchedKey];
  return value === undefined ? null : Number(value);
}

/** Answers the ids of channels whose record changed: the windows of their conversations have to be derived again. */
export function applyReference(cache: Database, batch: CacheBatch): number[] {
  const changed = (batch.channels ?? []).filter((channel) => applyChannel(cache, channel)).map(({ id }) => id);
  if (batch.agents !== undefined) applyAgents(cache, batch.agents);
  if (batch.teams !== undefined) applyTeams(cache, batch.teams);
  if (batch.labels !== undefined) applyLabels(cache, batch.labels);
  if (batch.canned !== undefined) applyCanned(cache, batch.canned);
  if (batch.macros !== undefined) applyMacros(cache, batch.macros);
  if (batch.templates !== undefined) applyTemplates(cache, batch.templates.list, batch.templates.fetchedAt);
  return changed;
}

const channelUpsert = upsertText(
  'channel',
  ['id', 'name', 'kind', 'phone_number', 'window_ms', 'capabilities'],
  ['id'],
);

/** Channels are never removed: conversations of a number that was taken away still stand in it. */
function applyChannel(cache: Database, record: ChannelRecord): boolean {
  const next: ChannelRow = {
    id: record.id,
    name: record.name,
    kind: record.kind,
    phone_number: record.phoneNumber,
    window_ms: record.windowMs,
    capabilities: JSON.stringify(record.capabilities),
  };
  const old = sql<ChannelRow>(cache, 'SELECT * FROM channel WHERE id = ?').get(record.id);
  if (old !== undefined && JSON.stringify(channelOf(old)) === JSON.stringify(channelOf(next))) return false;
  sql(cache, channelUpsert).run({ ...next });
  return true;
}

const agentUpsert = upsertText('agent', ['id', 'name', 'availability', 'listed'], ['id']);
const teamUpsert = upsertText('team', ['id', 'name', 'listed', 'mine'], ['id']);

function applyAgents(cache: Database, agents: readonly Agent[]): void {
  sql(cache, 'UPDATE agent SET listed = 0 WHERE listed = 1').run();
  for (const { id, name, availability } of agents) sql(cache, agentUpsert).run({ id, name, availability, listed: 1 });
}

function applyTeams(cache: Database, teams: readonly TeamRecord[]): void {
  sql(cache, 'UPDATE team SET listed = 0, mine = 0 WHERE listed = 1').run();
  for (const { id, name, isMine } of teams) sql(cache, teamUpsert).run({ id, name, listed: 1, mine: isMine ? 1 : 0 });
}

/** Somebody a conversation mentions; the server's own list, where it has one, knows better. */
export function rememberPeople(cache: Database, { assignee, team }: ConversationPatch): void {
  if (assignee !== undefined && assignee !== null) {
    sql(cache, 'INSERT OR IGNORE INTO agent (id, name, availability, listed) VALUES (?, ?, ?, 0)').run(
      assignee.id,
      assignee.name,
      assignee.availability,
    );
  }
  if (team !== undefined && team !== null) {
    sql(cache, 'INSERT OR IGNORE INTO team (id, name, listed) VALUES (?, ?, 0)').run(team.id, team.name);
  }
}

function applyLabels(cache: Database, labels: readonly Label[]): void {
  sql(cache, 'DELETE FROM label').run();
  const text = upsertText('label', ['title', 'color'], ['title']);
  for (const { title, color } of labels) sql(cache, text).run({ title, color });
}

function applyCanned(cache: Database, responses: readonly CannedResponse[]): void {
  sql(cache, 'DELETE FROM canned').run();
  const text = upsertText('canned', ['id', 'short_code', 'text'], ['id']);
  for (const { id, shortCode, text: words } of responses)
    sql(cache, text).run({ id, short_code: shortCode, text: words });
}

function applyMacros(cache: Database, macros: readonly Macro[]): void {
  sql(cache, 'DELETE FROM macro').run();
  const text = upsertText('macro', ['id', 'name', 'writes_to_customer', 'steps'], ['id']);
  for (const { id, name, writesToCustomer, steps } of macros) {
    sql(cache, text).run({ id, name, writes_to_customer: writesToCustomer ? 1 : 0, steps: JSON.stringify(steps) });
  }
}

/** The server's whole list. An older one changes nothing. */
function applyTemplates(cache: Database, list: readonly Template[], fetchedAt: number): void {
  if (fetchedAt < (templatesFetchedAt(cache) ?? 0)) return;
  sql(cache, 'DELETE FROM template').run();
  const text = upsertText('template', ['channel_id', 'name', 'language', 'entity'], ['channel_id', 'name', 'language']);
  for (const template of list) {
    const { channelId, name, language } = template;
    sql(cache, text).run({ channel_id: channelId, name, language, entity: JSON.stringify(template) });
  }
  setSyncValues(cache, { [templatesFetchedKey]: String(fetchedAt) });
}
