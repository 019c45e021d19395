/** Finding words as people type them: without regard to capitals and accents. Pure. */
import type { Message } from '../../../shared/contract/entities.ts';
import { render } from '../../../shared/format/preview.ts';
import { plainText } from '../../../shared/format/spans.ts';

/** The same length as the text, so that a place in one is the place in the other. */
export function fold(text: string): string {
  return text
    .replaceAll(/[^ -~]/gu, (character) => {
      const plain = character.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
      return plain.length === character.length ? plain : character;
    })
    .toLowerCase();
}

/** Everything in a message that can be read on the screen. */
export function searchedText({ attachments, deleted, kind, text }: Message): string {
  if (deleted) return '';
  const words =
    kind === 'note'
      ? render(text, 'note')
          .map(({ spans }) => plainText(spans))
          .join('\n')
      : text;
  return [words, ...attachments.flatMap(({ name, transcript }) => [name ?? '', transcript ?? ''])].join('\n');
}

/** Ids of the messages that contain the query, oldest first. */
export function findMessages(messages: readonly Message[], query: string): readonly number[] {
  const wanted = fold(query.trim());
  if (wanted === '') return [];
  return messages.filter((message) => fold(searchedText(message)).includes(wanted)).map(({ id }) => id);
}
