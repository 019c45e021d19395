import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

/** Says a sentence to assistive technology; `now` interrupts (only for what cannot wait). */
export type Announce = (text: string, urgency?: 'polite' | 'now') => void;

const AnnounceContext = createContext<Announce>(() => undefined);

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

interface Spoken {
  readonly text: string;
  /** The same sentence twice has to be a new node, or it is not read again. */
  readonly turn: number;
}

export function LiveRegionProvider({ children }: { readonly children: ReactNode }) {
  const [polite, setPolite] = useState<Spoken>({ text: '', turn: 0 });
  const [assertive, setAssertive] = useState<Spoken>({ text: '', turn: 0 });
  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    const set = urgency === 'now' ? setAssertive : setPolite;
    set((previous) => ({ text, turn: previous.turn + 1 }));
  }, []);
  const regions = useMemo(
    () => (
      <div className="visually-hidden">
        <div aria-live="polite" data-testid="announcer">
          <span key={polite.turn}>{polite.text}</span>
        </div>
        <div aria-live="assertive">
          <span key={assertive.turn}>{assertive.text}</span>
        </div>
      </div>
    ),
    [polite, assertive],
  );
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      {regions}
    </AnnounceContext.Provider>
  );
}
