/** Which templates the people at this computer like and use. It exists only here. */
import type { Database } from 'better-sqlite3';
import type { TemplateUse } from '../../../../shared/contract/templates.ts';
import type { FavourTemplate, UsedTemplate } from '../call-types.ts';
import { fromJson, sql } from '../sql.ts';

interface UseRow {
  readonly name: string;
  readonly language: string;
  readonly favourite: number;
  readonly sent: number;
  readonly last_sent_at: number | null;
  readonly last_values: string | null;
}

export function templateUses(desk: Database, channelId: number): TemplateUse[] {
  const text = `SELECT name, language, favourite, sent, last_sent_at, last_values FROM template_use
    WHERE channel_id = ? AND (favourite = 1 OR sent > 0) ORDER BY name, language`;
  return sql<UseRow>(desk, text)
    .all(channelId)
    .map((row) => ({
      name: row.name,
      language: row.language,
      favourite: row.favourite === 1,
      sent: row.sent,
      lastSentAt: row.last_sent_at,
      lastValues: row.last_values === null ? null : fromJson(row.last_values),
    }));
}

export function favourTemplate(desk: Database, { channelId, name, language, favourite }: FavourTemplate): void {
  const text = `INSERT INTO template_use (channel_id, name, language, favourite) VALUES (?, ?, ?, ?)
    ON CONFLICT (channel_id, name, language) DO UPDATE SET favourite = excluded.favourite`;
  sql(desk, text).run(channelId, name, language, favourite ? 1 : 0);
}

/** The same message told twice counts once. */
export function rememberUse(desk: Database, use: UsedTemplate): void {
  const text = `INSERT INTO template_use (channel_id, name, language, sent, last_sent_at, last_values, last_client_id)
    VALUES (@channelId, @name, @language, 1, @at, @values, @clientId)
    ON CONFLICT (channel_id, name, language) DO UPDATE SET sent = sent + 1, last_sent_at = excluded.last_sent_at,
      last_values = excluded.last_values, last_client_id = excluded.last_client_id
      WHERE last_client_id IS NOT excluded.last_client_id`;
  const { channelId, name, language, clientId, at } = use;
  sql(desk, text).run({ channelId, name, language, clientId, at, values: JSON.stringify(use.values) });
}
