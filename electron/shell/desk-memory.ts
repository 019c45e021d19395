/** What the window remembers between runs: where it was, and what was said once. */
import { DeskMemory } from '../../shared/desk/window-bounds.ts';
import { parseJson } from '../../shared/lang/json.ts';
import type { DataFiles, Log } from '../core/ports.ts';

const file = 'window.json';
const nothing: DeskMemory = { bounds: null, isMaximized: false, toldNoTray: false };

export interface RememberedDesk {
  readonly now: () => DeskMemory;
  change(change: Partial<DeskMemory>): void;
  /** Everything is on the disk. */
  stop(): Promise<void>;
}

/** A file that makes no sense is not worth keeping: the window opens as if for the first time. */
export async function openDeskMemory(files: DataFiles, log: Log): Promise<RememberedDesk> {
  const text = await files.read(file).catch(() => null);
  const parsed = DeskMemory.safeParse(text === null ? null : parseJson(text));
  let memory = parsed.success ? parsed.data : nothing;
  let writing: Promise<void> = Promise.resolve();
  return {
    now: () => memory,
    change(change) {
      const next = { ...memory, ...change };
      if (JSON.stringify(next) === JSON.stringify(memory)) return;
      memory = next;
      writing = writing
        .then(() => files.write(file, JSON.stringify(memory)))
        .catch((error: unknown) =>
          log.write('warn', 'the place of the window was not saved', { error: String(error) }),
        );
    },
    stop: () => writing,
  };
}
