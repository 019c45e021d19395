/**
 * Which way to read a page: a filter that few conversations pass is answered from those few; walking the whole view for
 * them would read every row of it. Each condition is asked for its first ids through its own index.
 */
import type { ConversationFilter, View } from '../../../../shared/contract/entities.ts';
import { sql } from '../sql.ts';
import type { Files } from '../sql.ts';
import { contactMatches } from './contacts.ts';
import { isReadByIds } from './conversation-views.ts';
import { draftConversationIds } from './drafts-view.ts';

/**
 * Up to so many are looked up one by one; of more, a page fills soon enough along the index of the view. Of several
 * conditions each may be common and all together rare: then the walk could go through everything.
 */
const few = 1_000;
const fewOfSeveral = 10_000;

type FilterParameters = Readonly<Record<string, string | number | null>>;

export const choiceTexts = {
  closing: `SELECT c.id FROM conversation AS c INDEXED BY conversation_open_expiry
    WHERE c.shelf = 'open' AND c.window_expires_at IS NOT NULL
    AND c.window_expires_at > @nowMs AND c.window_expires_at <= @nowMs + @closingWithinMs LIMIT @few`,
  label: `SELECT conversation_id AS id FROM conversation_label WHERE title = @label LIMIT @few`,
  team: `SELECT id FROM conversation INDEXED BY conversation_team WHERE team_id = @teamId LIMIT @few`,
  assignee: `SELECT id FROM conversation INDEXED BY conversation_shelf
    WHERE shelf IN ('open', 'snoozed', 'resolved') AND assignee_id = @assigneeId LIMIT @few`,
  channel: `SELECT id FROM conversation INDEXED BY conversation_channel WHERE channel_id = @channelId LIMIT @few`,
} as const;

export const mentionedText = `SELECT id FROM conversation INDEXED BY conversation_mentioned
  WHERE mentioned_at IS NOT NULL AND shelf <> 'resolved'`;

/** Reads the contacts one after the other, until there are enough. */
export const contactChoiceText = `SELECT c.id FROM contact AS p
  CROSS JOIN conversation AS c INDEXED BY conversation_contact ON c.contact_id = p.id WHERE ${contactMatches} LIMIT @few`;

/** The ids to read the page from; null: walk the view. */
export function chosenIds(
  files: Files,
  view: View,
  filter: ConversationFilter,
  parameters: FilterParameters,
  sortsByWindow: boolean,
): number[] | null {
  if (view === 'drafts') return draftConversationIds(files.desk);
  if (isReadByIds(view)) return idsOf(files, mentionedText, parameters);
  const texts = [
    view === 'closing' && !sortsByWindow ? choiceTexts.closing : null,
    filter.label === null ? null : choiceTexts.label,
    filter.teamId === null ? null : choiceTexts.team,
    filter.assigneeId === null ? null : choiceTexts.assignee,
    filter.channelId === null ? null : choiceTexts.channel,
    filter.text === '' ? null : contactChoiceText,
  ];
  const asked = texts.filter((text) => text !== null);
  const most = asked.length > 1 ? fewOfSeveral : few;
  for (const text of asked) {
    const ids = idsOf(files, text, { ...parameters, few: most + 1 });
    if (ids.length <= most) return ids;
  }
  return null;
}

function idsOf({ cache }: Files, text: string, parameters: FilterParameters): number[] {
  return sql<{ id: number }>(cache, text)
    .all(parameters)
    .map(({ id }) => id);
}
