import { useEffect, useState } from 'react';
import type { SearchHit, SearchResult } from '../../../shared/contract/search.ts';
import { isEmptySearch, parseSearch } from '../../../shared/search/query.ts';
import { useClient } from '../../api/client.tsx';

const pageHits = 40;

export interface LocalSearch {
  /** `old`: what is shown was found for the text before; the answer for this one is on its way. */
  readonly state: 'idle' | 'first' | 'old' | 'ready' | 'failed';
  readonly result: SearchResult | null;
  readonly goingOn: boolean;
  /** Further back: there is more, or the search has stopped for a moment. */
  goOn(): void;
  retry(): void;
}

interface Answer {
  readonly text: string;
  readonly turn: number;
  /** Null: it failed. */
  readonly result: SearchResult | null;
}

/** Nothing to look for in it. */
export function isIdle(text: string): boolean {
  return isEmptySearch(parseSearch(text));
}

/** This device's messages. Each letter asks anew; the answer to an older text comes too late to be shown. */
export function useLocalSearch(text: string): LocalSearch {
  const client = useClient();
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [goingOn, setGoingOn] = useState<Answer | null>(null);
  const idle = isIdle(text);
  useEffect(() => {
    if (idle) return undefined;
    let wanted = true;
    const set = (result: SearchResult | null): void => {
      if (wanted) setAnswer({ text, turn, result });
    };
    client.call('search.messages', { text, before: null, limit: pageHits }).then(set, () => set(null));
    return () => {
      wanted = false;
    };
  }, [client, text, turn, idle]);

  const current = answer?.text === text && answer.turn === turn ? answer : null;
  const goOn = (): void => {
    const before = current?.result?.next ?? null;
    if (current === null || before === null || goingOn === current) return;
    setGoingOn(current);
    client.call('search.messages', { text, before, limit: pageHits }).then(
      (more) => setAnswer((now) => (now === current ? { ...current, result: joined(current.result, more) } : now)),
      () => setAnswer((now) => (now === current ? { ...current, result: null } : now)),
    );
  };
  const state = current === null ? (answer === null ? 'first' : 'old') : current.result === null ? 'failed' : 'ready';
  return {
    state: idle ? 'idle' : state,
    result: idle ? null : ((current ?? answer)?.result ?? null),
    goingOn: current !== null && goingOn === current,
    goOn,
    retry: () => setTurn(turn + 1),
  };
}

function joined(first: SearchResult | null, more: SearchResult): SearchResult {
  return { ...more, hits: [...(first?.hits ?? []), ...more.hits] };
}

export interface ServerSearch {
  readonly state: 'idle' | 'asking' | 'ready' | 'failed';
  readonly hits: readonly SearchHit[];
  ask(): void;
}

interface ServerAnswer extends Pick<ServerSearch, 'state' | 'hits'> {
  readonly text: string;
}

const notAsked: ServerAnswer = { text: '', state: 'idle', hits: [] };

/** Only when asked: what it finds it finds in the last three months, also in what this device does not have. */
export function useServerSearch(text: string): ServerSearch {
  const client = useClient();
  const [answer, setAnswer] = useState(notAsked);
  const ask = (): void => {
    const settle = (change: Partial<ServerAnswer>): void =>
      setAnswer((now) => (now.text === text ? { ...now, ...change } : now));
    setAnswer({ text, state: 'asking', hits: [] });
    client.call('search.server', { text }).then(
      ({ hits }) => settle({ state: 'ready', hits }),
      () => settle({ state: 'failed' }),
    );
  };
  const { state, hits } = answer.text === text ? answer : notAsked;
  return { state, hits, ask };
}
