/** What the list can be narrowed to, besides a text. */
import type { ConversationFilter } from '../../../shared/contract/entities.ts';
import type { AppState } from '../../state/store.ts';

export type FilterKind = Exclude<keyof ConversationFilter, 'text'>;

export const filterKinds: readonly FilterKind[] = ['channelId', 'teamId', 'label', 'assigneeId'];

export interface FilterChoices {
  readonly word: 'channel' | 'team' | 'label' | 'assignee';
  readonly all: readonly { readonly key: string; readonly name: string }[];
  /** `key` as in `all`; null: any. */
  readonly change: (key: string | null) => Partial<ConversationFilter>;
}

interface Named {
  readonly id: number;
  readonly name: string;
}

export function choicesOf(kind: FilterKind, directory: AppState['directory']): FilterChoices {
  const numbered = (all: readonly Named[]) => all.map(({ id, name }) => ({ key: String(id), name }));
  const number = (key: string | null): number | null => (key === null ? null : Number(key));
  switch (kind) {
    case 'channelId':
      return {
        word: 'channel',
        all: numbered(directory.channels),
        change: (key) => ({ channelId: number(key) }),
      };
    case 'teamId':
      return { word: 'team', all: numbered(directory.teams), change: (key) => ({ teamId: number(key) }) };
    case 'assigneeId':
      return { word: 'assignee', all: numbered(directory.agents), change: (key) => ({ assigneeId: number(key) }) };
    case 'label':
      return {
        word: 'label',
        all: directory.labels.map(({ title }) => ({ key: title, name: title })),
        change: (key) => ({ label: key }),
      };
  }
}

export function isFiltered(filter: ConversationFilter): boolean {
  return filter.text !== '' || filterKinds.some((kind) => filter[kind] !== null);
}
