/** The files that people chose, what they meant to do with each, and by which bytes each is found again. */
import type { Audience } from '../../shared/contract/entities.ts';
import type { LocalFile } from '../../shared/contract/files.ts';
import type { OutboxItem } from '../../shared/contract/outbox.ts';
import type { Dice } from './plan.ts';

export interface ChosenFile {
  readonly file: LocalFile;
  /** In its bytes and in no others. */
  readonly mark: string;
  readonly audience: Audience;
  readonly conversationId: number;
  /**
   * `unsure`: a draft or the outbox has it, but the process may have died on the way from one to the other. `given-up`: a
   * person took it out, cancelled it or threw it away.
   */
  place: 'draft' | 'unsure' | 'sent' | 'given-up';
  /** How often a person said that it may go (again). */
  allowed: number;
  mayBeNote: boolean;
}

interface Kind {
  readonly head: string;
  readonly ending: string;
  readonly weight: number;
}
const kinds: readonly Kind[] = [
  { head: '\u00ff\u00d8\u00ff', ending: 'jpg', weight: 6 },
  { head: 'ID3', ending: 'mp3', weight: 3 },
  { head: '%PDF-1.4', ending: 'pdf', weight: 3 },
  // WhatsApp does not take it.
  { head: 'PK\u0003\u0004', ending: 'zip', weight: 1 },
];
const kindsByWeight = kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));

export class ChosenFiles {
  readonly all = new Map<string, ChosenFile>();

  async choose(
    roll: Dice,
    about: {
      readonly conversationId: number;
      readonly audience: Audience;
      readonly word: string;
      readonly leastFiles: 0 | 1;
    },
    add: (name: string, bytes: Uint8Array) => Promise<LocalFile>,
  ): Promise<readonly LocalFile[]> {
    const { conversationId, audience, word, leastFiles } = about;
    const count = roll.chance(0.35) ? 1 + roll.int(3) : leastFiles;
    const chosen: LocalFile[] = [];
    for (let index = 0; index < count; index += 1) {
      const { head, ending } = roll.pick(kindsByWeight);
      const mark = `<${word}.${String(index)}>`;
      const bytes = Uint8Array.from(`${head}${mark}`, (character) => character.charCodeAt(0));
      const file = await add(`${word}-${String(index)}.${ending}`, bytes);
      chosen.push(file);
      // Given up until a draft has it: nobody was told that it is kept.
      const chosenFile = {
        file,
        mark,
        audience,
        conversationId,
        place: 'given-up',
        allowed: 1,
        mayBeNote: false,
      } as const;
      this.all.set(file.id, { ...chosenFile });
    }
    return chosen;
  }

  /** A field is written anew, or emptied by a send: what was in it and is not in `files` was taken out by a person. */
  replaced(conversationId: number, audience: Audience, files: readonly LocalFile[]): void {
    const kept = new Set(files.map(({ id }) => id));
    for (const one of this.all.values()) {
      const isInField = one.conversationId === conversationId && (one.audience === audience || one.mayBeNote);
      if (isInField && !kept.has(one.file.id) && one.place !== 'sent') one.place = 'given-up';
    }
  }

  put(files: readonly LocalFile[], place: ChosenFile['place']): void {
    for (const one of this.of(files)) one.place = place;
  }

  of(files: readonly LocalFile[]): readonly ChosenFile[] {
    return files.flatMap(({ id }) => this.all.get(id) ?? []);
  }

  in(items: readonly OutboxItem[]): readonly ChosenFile[] {
    return this.of(items.flatMap((item) => fileOf(item) ?? []));
  }
}

export function fileOf({ content }: OutboxItem): LocalFile | null {
  return content.kind === 'reply' || content.kind === 'note' ? content.file : null;
}
