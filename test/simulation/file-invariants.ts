/** Files: where each one ended up, and what is left of the copies. */
import type { Message } from '../../electron/practice/state.ts';
import { isSettled } from '../../shared/outbox/outbox-machine.ts';
import type { LocalFile } from '../../shared/contract/files.ts';
import type { OutboxItem } from '../../shared/contract/outbox.ts';
import { fileOf, type ChosenFile } from './chosen-files.ts';
import { ours, type Place } from './invariants.ts';

export async function checkFiles(place: Place, items: readonly OutboxItem[]): Promise<readonly string[]> {
  const atRest = [...(await draftFiles(place)), ...(await keptFiles(place))];
  const messages = ours(place.server).map((message) => ({ message, text: bytesOf(message) }));
  const found = messages
    .filter(({ message }) => message.attachments.length > 1)
    .map(({ message }) => `message ${String(message.id)} has ${String(message.attachments.length)} files`);
  for (const chosen of place.actors.files.all.values()) {
    const at = messages.filter(({ text }) => text.includes(chosen.mark)).map(({ message }) => message);
    found.push(...wrongAtServer(chosen, at));
    const isHere = [...atRest, ...items.map(fileOf)].some((file) => file?.id === chosen.file.id);
    if (chosen.held && at.length === 0 && !isHere) found.push(`file ${nameOf(chosen)} is nowhere`);
  }
  return [...found, ...(await wrongCopies(place, items, atRest))];
}

function wrongAtServer(chosen: ChosenFile, at: readonly Message[]): readonly string[] {
  const found: string[] = [];
  const name = nameOf(chosen);
  const isForCustomer = chosen.audience === 'customer';
  const toCustomer = at.filter(({ isPrivate }) => !isPrivate).length;
  if (toCustomer > (isForCustomer ? chosen.allowed : 0))
    found.push(
      `file ${name} went to the customer ${String(toCustomer)} times, a person allowed ${String(chosen.allowed)}`,
    );
  if (isForCustomer && !chosen.mayBeNote && at.some(({ isPrivate }) => isPrivate))
    found.push(`file ${name} is private`);
  if (at.some(({ conversationId }) => conversationId !== chosen.conversationId))
    found.push(`file ${name} went to another conversation`);
  return found;
}

/** Of what waits or is kept nothing is lost; a copy that nothing needs does not stay for ever. */
async function wrongCopies(
  { desk }: Place,
  items: readonly OutboxItem[],
  atRest: readonly LocalFile[],
): Promise<readonly string[]> {
  await desk.sweep();
  const here = new Set(desk.copies());
  const waiting = items.filter(({ state }) => !isSettled(state)).flatMap((item) => fileOf(item) ?? []);
  const lost = [...atRest, ...waiting].filter(({ id }) => !here.has(id));
  const needed = new Set([...atRest, ...items.flatMap((item) => fileOf(item) ?? [])].map(({ id }) => id));
  const missing = items.filter(({ problem }) => problem?.kind === 'file' && problem.why === 'missing');
  return [
    ...lost.map(({ name }) => `the copy of ${name} is lost`),
    ...missing.map(({ clientId }) => `outbox: the file of ${clientId} is missing`),
    ...[...here].filter((id) => !needed.has(id)).map((id) => `copy ${id} is left over`),
  ];
}

async function draftFiles({ desk, server }: Place): Promise<readonly LocalFile[]> {
  const found: LocalFile[] = [];
  for (const { id: conversationId } of server.state.conversations) {
    for (const audience of ['customer', 'team'] as const) {
      const { draft } = await desk.call('drafts.get', { conversationId, audience });
      found.push(...(draft?.files ?? []));
    }
  }
  return found;
}

async function keptFiles({ desk, server }: Place): Promise<readonly LocalFile[]> {
  const found: LocalFile[] = [];
  for (const { id: conversationId } of server.state.conversations) {
    const { texts } = await desk.call('drafts.history', { conversationId });
    found.push(...texts.flatMap(({ files }) => files));
  }
  return found;
}

function bytesOf({ attachments }: Message): string {
  return attachments
    .map(({ source }) => (source.kind === 'uploaded' ? Buffer.from(source.base64, 'base64').toString('latin1') : ''))
    .join();
}

const nameOf = ({ file, conversationId }: ChosenFile): string =>
  `${file.name} of conversation ${String(conversationId)}`;
