/** Which workspaces this computer knows: `workspaces.json` of the data folder. Names and addresses, never a secret. */
import { z } from 'zod';
import { WorkspaceId } from '../../../shared/contract/accounts.ts';
import { parseJson } from '../../../shared/lang/json.ts';
import type { DataFiles, Log } from '../ports.ts';

export const registryFile = 'workspaces.json';
/** Each workspace has a folder of its id in this one. */
export const workspacesFolder = 'workspaces';
export const practiceId = 'practice';

const Known = z.object({
  id: WorkspaceId,
  kind: z.enum(['practice', 'server']),
  /** Empty: its folder was found without it, and its files have not told yet. */
  serverUrl: z.string(),
  accountId: z.number().int().nullable(),
  accountName: z.string().nullable(),
  agentId: z.number().int().nullable(),
  agentName: z.string().nullable(),
  /** The PIN of the desk was forgotten: nothing of it is shown until somebody signs in to it again. */
  sealed: z.boolean().default(false),
});
export type KnownWorkspace = z.infer<typeof Known>;

const Content = z.object({ version: z.literal(1), lastId: WorkspaceId.nullable(), workspaces: z.array(Known) });
type Content = z.infer<typeof Content>;

export class Registry {
  readonly #files: DataFiles;
  #content: Content;
  /** One write after the other: the last one wins. */
  #writing: Promise<void> = Promise.resolve();

  private constructor(files: DataFiles, content: Content) {
    this.#files = files;
    this.#content = content;
  }

  /** A file that makes no sense is kept aside, and folders that it does not name are found again. */
  static async open(files: DataFiles, log: Log): Promise<Registry> {
    const content = await read(files, log);
    const known = new Set(content.workspaces.map(({ id }) => id));
    const found = (await files.folders(workspacesFolder)).filter(
      (id) => WorkspaceId.safeParse(id).success && !known.has(id),
    );
    if (found.length > 0) log.write('info', 'workspaces found by their folders', { ids: found });
    const workspaces = [...content.workspaces, ...found.toSorted().map((id) => unknownWorkspace(id))];
    return new Registry(files, { ...content, workspaces });
  }

  get lastId(): string | null {
    return this.#content.lastId;
  }

  all(): readonly KnownWorkspace[] {
    return this.#content.workspaces;
  }

  get(id: string): KnownWorkspace | undefined {
    return this.#content.workspaces.find((one) => one.id === id);
  }

  /** Adds it, or changes what is known of it. */
  async learn(id: string, facts: Partial<Omit<KnownWorkspace, 'id'>>): Promise<void> {
    const before = this.get(id);
    const after = { ...(before ?? unknownWorkspace(id)), ...facts };
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(after)) return;
    const { workspaces } = this.#content;
    const next =
      before === undefined ? [...workspaces, after] : workspaces.map((one) => (one === before ? after : one));
    await this.#write({ ...this.#content, workspaces: next });
  }

  async show(id: string): Promise<void> {
    if (id !== this.#content.lastId) await this.#write({ ...this.#content, lastId: id });
  }

  async forget(id: string): Promise<void> {
    const { lastId, workspaces } = this.#content;
    await this.#write({
      version: 1,
      lastId: lastId === id ? null : lastId,
      workspaces: workspaces.filter((one) => one.id !== id),
    });
  }

  #write(content: Content): Promise<void> {
    this.#content = content;
    const step = this.#writing.then(() =>
      this.#files.write(registryFile, `${JSON.stringify(this.#content, null, 2)}\n`),
    );
    this.#writing = step.catch(() => undefined);
    return step;
  }
}

async function read(files: DataFiles, log: Log): Promise<Content> {
  const empty: Content = { version: 1, lastId: null, workspaces: [] };
  const text = await files.read(registryFile);
  if (text === null) return empty;
  const parsed = Content.safeParse(parseJson(text));
  const ids = parsed.success ? parsed.data.workspaces.map(({ id }) => id) : [];
  if (parsed.success && new Set(ids).size === ids.length) return parsed.data;
  log.write('warn', 'the list of workspaces is damaged; it is kept aside', { file: registryFile });
  await files.setAside(registryFile);
  return empty;
}

function unknownWorkspace(id: string): KnownWorkspace {
  const kind = id === practiceId ? ('practice' as const) : ('server' as const);
  return { id, kind, serverUrl: '', accountId: null, accountName: null, agentId: null, agentName: null, sealed: false };
}
