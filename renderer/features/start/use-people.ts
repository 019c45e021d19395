import { useCallback, useEffect, useState } from 'react';
import type { Contact } from '../../../shared/contract/entities.ts';
import { useClient } from '../../api/client.tsx';

const mostPeople = 8;
/** Fewer than this on the device: the server is asked without being told to. */
const few = 3;
/** The server allows about 100 of these a minute (chatwoot-api §5.1), so it is asked only after a pause in the typing. */
const pauseMs = 700;
/** Two letters would find half of the customers. */
const shortest = 3;

interface ServerAnswer {
  readonly text: string;
  readonly state: 'idle' | 'asking' | 'answered' | 'failed';
  readonly contacts: readonly Contact[];
}

export interface People {
  readonly local: readonly Contact[];
  /** Those that this device does not know. */
  readonly onServer: readonly Contact[];
  /** The device has answered for this very text. */
  readonly searched: boolean;
  readonly server: ServerAnswer['state'];
  askServer(): void;
}

const notAsked: ServerAnswer = { text: '', state: 'idle', contacts: [] };

/** People of this device at once; those of the server when asked, or when the device knows hardly anybody. */
export function usePeople(typed: string, online: boolean): People {
  const text = typed.trim().slice(0, 100);
  const local = useLocal(text);
  const { server, askServer } = useServer(text);
  const searched = text !== '' && local.text === text;
  const hardlyAnybody = searched && text.length >= shortest && local.contacts.length < few;
  const asksItself = online && hardlyAnybody && server.state === 'idle';
  useEffect(() => {
    if (!asksItself) return undefined;
    const timer = window.setTimeout(askServer, pauseMs);
    return () => window.clearTimeout(timer);
  }, [asksItself, askServer]);
  // While the next letter is looked up, what was found for the last one stays.
  const shown = text === '' ? [] : local.contacts;
  const known = new Set(shown.map(({ id }) => id));
  const onServer = server.contacts.filter(({ id }) => !known.has(id)).slice(0, mostPeople);
  return { local: shown, onServer, searched, server: server.state, askServer };
}

function useLocal(text: string) {
  const client = useClient();
  const [found, setFound] = useState<Pick<ServerAnswer, 'text' | 'contacts'>>(notAsked);
  useEffect(() => {
    if (text === '') return undefined;
    let wanted = true;
    client.call('contacts.search', { text, limit: mostPeople }).then(
      ({ contacts }) => wanted && setFound({ text, contacts }),
      () => wanted && setFound({ text, contacts: [] }),
    );
    return () => {
      wanted = false;
    };
  }, [client, text]);
  return found;
}

function useServer(text: string) {
  const client = useClient();
  const [answer, setAnswer] = useState(notAsked);
  const askServer = useCallback((): void => {
    const settle = (change: Partial<ServerAnswer>): void =>
      setAnswer((now) => (now.text === text ? { ...now, ...change } : now));
    setAnswer({ text, state: 'asking', contacts: [] });
    client.call('contacts.searchServer', { text }).then(
      ({ contacts }) => settle({ state: 'answered', contacts }),
      () => settle({ state: 'failed' }),
    );
  }, [client, text]);
  return { server: answer.text === text ? answer : notAsked, askServer };
}
