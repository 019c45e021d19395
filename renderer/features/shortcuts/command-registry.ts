import type { CommandId } from '../../../shared/keys/commands.ts';
import type { MessageKey } from '../../../shared/i18n/en.ts';

/** Returns false if it had nothing to do after all: then the next registration, or the browser, gets the key. */
export type RunCommand = () => boolean | void;

/** `true`, `false` (not now, and no word about it), or the reason why it is impossible now, for the palette. */
export type Enabled = boolean | MessageKey;

export interface Registration {
  readonly run: RunCommand;
  /** A function is asked in the moment of the key, for what no render announces, such as the focus. */
  readonly enabled: Enabled | (() => Enabled);
}

export interface CommandRegistry {
  /** The newest registration is asked first. Returns unregister. */
  register(id: CommandId, read: () => Registration): () => void;
  /** False: nobody had something to do. */
  run(id: CommandId): boolean;
  /** `false`: nobody can do it; a key: why not. */
  state(id: CommandId): Enabled;
}

export function createCommandRegistry(): CommandRegistry {
  const registered = new Map<CommandId, (() => Registration)[]>();
  const newestFirst = (id: CommandId): Registration[] => (registered.get(id) ?? []).toReversed().map((read) => read());
  return {
    register(id, read) {
      registered.set(id, [...(registered.get(id) ?? []), read]);
      return () => {
        registered.set(
          id,
          (registered.get(id) ?? []).filter((each) => each !== read),
        );
      };
    },
    run: (id) => newestFirst(id).some((each) => enabledNow(each) === true && each.run() !== false),
    state(id) {
      const states = newestFirst(id).map(enabledNow);
      return states.includes(true) || (states.find((state) => state !== false) ?? false);
    },
  };
}

function enabledNow({ enabled }: Registration): Enabled {
  return typeof enabled === 'function' ? enabled() : enabled;
}
