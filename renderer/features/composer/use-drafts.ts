import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Client } from '../../../shared/contract/client.ts';
import type { Audience } from '../../../shared/contract/entities.ts';
import type {
  ComposerMode,
  ComposerState,
  StoredDraft,
  StoredDrafts,
} from '../../../shared/composer/composer-types.ts';
import { flushOnLeave, saveSoon } from '../../state/save-soon.ts';

const audienceOf: Readonly<Record<ComposerMode, Audience>> = { reply: 'customer', note: 'team' };
const modes: readonly ComposerMode[] = ['reply', 'note'];
type KeptDraft = Required<StoredDraft>;
type KeptDrafts = Readonly<Record<ComposerMode, KeptDraft>>;
const empty: KeptDraft = { text: '', caret: 0, files: [], quotedId: null };

async function readDraft(client: Client, conversationId: number, mode: ComposerMode): Promise<KeptDraft> {
  const { draft } = await client.call('drafts.get', { conversationId, audience: audienceOf[mode] });
  if (draft === null) return empty;
  const { text, caret, files, quotedId } = draft;
  return { text, caret: Math.min(caret, text.length), files, quotedId };
}

function draftOf(state: ComposerState, mode: ComposerMode): KeptDraft {
  return { ...state[mode], files: state.files[mode], quotedId: mode === 'reply' ? state.quotedId : null };
}

/** Where the caret stands in nothing does not matter; files by what they are. */
function sameDraft(a: KeptDraft, b: KeptDraft): boolean {
  const ids = ({ files }: KeptDraft): string => files.map(({ id }) => id).join();
  return a.text === b.text && (a.caret === b.caret || a.text === '') && ids(a) === ids(b) && a.quotedId === b.quotedId;
}

interface WriterOptions {
  readonly client: Client;
  readonly conversationId: number;
  readonly read: () => ComposerState;
  readonly onError: (error: unknown) => void;
}

export interface Drafts {
  /** To be called after each change; writes soon. */
  readonly touch: () => void;
  /** Writes now: focus leaves, the conversation changes, the page goes away, or the core took the text. */
  readonly flush: () => void;
  /** The core has changed this draft itself: what it is on the disk is not known, so the next write does not compare. */
  readonly distrust: (mode: ComposerMode) => void;
  /** Settles when the stored drafts are known (or cannot be). */
  readonly loaded: Promise<void>;
}

interface DraftWriter extends Drafts {
  /** What is on the disk. Nothing is written before this is known. */
  readonly stored: (drafts: KeptDrafts) => void;
  readonly endLoading: () => void;
}

function createDraftWriter({ client, conversationId, read, onError }: WriterOptions): DraftWriter {
  let onDisk: KeptDrafts | null = null;
  const loading = Promise.withResolvers<void>();
  const distrusted = new Set<ComposerMode>();
  const write = (): void => {
    if (onDisk === null) return;
    for (const mode of modes) {
      const before: KeptDraft = onDisk[mode];
      const now = draftOf(read(), mode);
      if (!distrusted.delete(mode) && sameDraft(before, now)) continue;
      onDisk = { ...onDisk, [mode]: now };
      const draft = { ...now, files: [...now.files] };
      client.call('drafts.save', { conversationId, audience: audienceOf[mode], ...draft }).catch(onError);
    }
  };
  const soon = saveSoon(write);
  return {
    touch: soon.touch,
    flush: () => {
      soon.cancel();
      write();
    },
    distrust: (mode) => distrusted.add(mode),
    loaded: loading.promise,
    endLoading: loading.resolve,
    stored: (drafts) => {
      onDisk = drafts;
    },
  };
}

interface DraftOptions extends WriterOptions {
  readonly onLoaded: (drafts: StoredDrafts) => void;
}

/** Both texts of one conversation, on disk. The options but `onLoaded` are those of the first call. */
export function useDrafts(options: DraftOptions): Drafts {
  const [writer] = useState(() => createDraftWriter(options));
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const { client, conversationId } = options;
  useEffect(() => {
    let current = true;
    const load = async (): Promise<void> => {
      const [reply, note] = await Promise.all([
        readDraft(client, conversationId, 'reply'),
        readDraft(client, conversationId, 'note'),
      ]);
      if (!current) return;
      writer.stored({ reply, note });
      latest.current.onLoaded({ reply, note });
      writer.touch();
      writer.endLoading();
    };
    load().catch((error: unknown) => {
      if (!current) return;
      // A draft that cannot be read may still be there, but what is typed now must be kept as well.
      writer.stored({ reply: empty, note: empty });
      latest.current.onError(error);
      writer.endLoading();
    });
    const stopFlushing = flushOnLeave(writer.flush);
    return () => {
      stopFlushing();
      writer.flush();
      current = false;
    };
  }, [client, conversationId, writer]);
  return writer;
}
