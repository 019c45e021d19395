/** One state of one component, over a world of its own. A new state is one line in one of the tables beside this file. */
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useCommandRegistry } from '../../renderer/features/shortcuts/use-command.ts';
import { useT } from '../../renderer/i18n/i18n.tsx';
import type { AppActions } from '../../renderer/state/actions.ts';
import { AppProvider, useActions, useApp } from '../../renderer/state/app-provider.tsx';
import type { Conversation } from '../../shared/contract/entities.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { CommandId } from '../../shared/keys/commands.ts';
import { settings } from '../renderer/support/fixtures.ts';
import { memoryContract, type MemoryContract, type MemoryWorld } from '../renderer/support/memory-contract.ts';

export interface GalleryState {
  readonly name: string;
  readonly world?: Partial<MemoryWorld>;
  /** Brings the page into the state once its world was read. */
  readonly prepare?: (actions: AppActions, contract: MemoryContract) => void;
  /** A selector of what is there when the state is; without one anything at all is enough. */
  readonly ready?: string;
  readonly show: (contract: MemoryContract) => ReactNode;
}

export interface GallerySection {
  readonly name: string;
  /** Narrowest width at which one of its states makes sense, px. */
  readonly width: number;
  /** Modal: two of its states cannot be on the screen together. */
  readonly alone?: true;
  readonly states: readonly GalleryState[];
}

/** What holds for all states at once. */
export type Looks = Partial<Pick<Settings, 'theme' | 'language' | 'density' | 'zoom'>>;

interface CellProps {
  readonly state: GalleryState;
  readonly looks: Looks;
}

export function Cell({ state, looks }: CellProps) {
  const { name, world = {}, show } = state;
  const [contract] = useState(() =>
    memoryContract({ ...world, settings: { ...settings, ...world.settings, ...looks } }),
  );
  return (
    <figure className="gallery-cell" data-state={name}>
      <figcaption>{name}</figcaption>
      <div className="gallery-stage" data-ready={state.ready}>
        <AppProvider client={contract.client}>
          <WhenRead>
            <Prepared state={state} contract={contract}>
              {show(contract)}
            </Prepared>
          </WhenRead>
        </AppProvider>
      </div>
    </figure>
  );
}

/** Without this the first picture would be that of an empty world. */
function WhenRead({ children }: { readonly children: ReactNode }) {
  const read = useApp(({ workspace, sync }) => workspace.state !== 'loading' && sync.status !== null);
  return read ? children : null;
}

interface PreparedProps {
  readonly state: GalleryState;
  readonly contract: MemoryContract;
  readonly children: ReactNode;
}

function Prepared({ state, contract, children }: PreparedProps) {
  const actions = useActions();
  const prepare = useEffectEvent(() => state.prepare?.(actions, contract));
  useEffect(() => prepare(), []);
  return (
    <>
      {children}
      <LanguageMark />
    </>
  );
}

/** Any text, unseen: the words of another language come later than the first picture. */
function LanguageMark() {
  return (
    <span hidden className="gallery-language">
      {useT()('app.close')}
    </span>
  );
}

/** Draws what belongs to the open conversation, once it is there. */
export function Opened(props: { readonly id?: number; readonly children: (conversation: Conversation) => ReactNode }) {
  const { id = 1, children } = props;
  const { select } = useActions().ui;
  const conversation = useApp((state) => state.conversations.byId[id]);
  const known = conversation !== undefined;
  useEffect(() => {
    if (known) select(id);
  }, [known, select, id]);
  return conversation === undefined ? null : children(conversation);
}

/** Presses the key of a command for the agent. */
export function Run({ command }: { readonly command: CommandId }) {
  const registry = useCommandRegistry();
  const run = useEffectEvent(() => registry.run(command));
  useEffect(() => void run(), []);
  return null;
}
