import { useEffect, useState } from 'react';

/** Counts seconds down to nothing. */
export function useWait(firstMs: number) {
  const [endsAt, setEndsAt] = useState(() => performance.now() + firstMs);
  const [now, setNow] = useState(() => performance.now());
  const isOver = now >= endsAt;
  useEffect(() => {
    if (isOver) return undefined;
    const timer = window.setInterval(() => setNow(performance.now()), 250);
    return () => window.clearInterval(timer);
  }, [isOver]);
  return {
    seconds: isOver ? 0 : Math.ceil((endsAt - now) / 1_000),
    begin(waitMs: number) {
      const at = performance.now();
      setNow(at);
      setEndsAt(at + waitMs);
    },
  };
}
