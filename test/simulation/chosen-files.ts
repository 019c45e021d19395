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
  /** A draft has had it: from then on it is on the server, on its way, in a draft, or kept with an earlier text. */
  held: boolean;
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
      // Until a draft has it, nobody was told that it is kept.
      this.all.set(file.id, { file, mark, audience, conversationId, held: false, allowed: 1, mayBeNote: false });
    }
    return chosen;
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
