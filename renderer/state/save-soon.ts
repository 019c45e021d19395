/** A change reaches the disk this long (ms) after the first key of a burst, so every key within 250 ms with its call. */
const saveAfterMs = 200;

export interface SaveSoon {
  /** To be called after each change; writes soon. */
  readonly touch: () => void;
  /** Writes now, if there is anything to write. */
  readonly flush: () => void;
  /** There is nothing to write any more. */
  readonly cancel: () => void;
}

export function saveSoon(write: () => void): SaveSoon {
  let timer: number | null = null;
  const cancel = (): void => {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
  };
  const run = (): void => {
    cancel();
    write();
  };
  return {
    touch: () => {
      timer ??= window.setTimeout(run, saveAfterMs);
    },
    flush: () => {
      if (timer !== null) run();
    },
    cancel,
  };
}

/** Writes when the page is about to go away. Returns how to stop. */
export function flushOnLeave(flush: () => void): () => void {
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  return () => {
    window.removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', flush);
  };
}
