import { startTransition, useEffect, useRef, useState, type ReactNode } from 'react';
import { render as start } from 'vitest-browser-react';

let redraw = (_done: () => void): void => {};

/** Puts it on the page, and waits until it is drawn: the React that ships draws in a task of its own. */
export async function render(ui: ReactNode) {
  const first = Promise.withResolvers<void>();
  const screen = await start(<Drawing onFirst={first.resolve}>{ui}</Drawing>);
  await first.promise;
  return screen;
}

/** When all that the page has been told to draw by now is drawn, and its effects have run. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => redraw(resolve));
}

/** React draws a transition after everything else that it has to do, and runs this effect after those inside. */
function Drawing({ onFirst, children }: { readonly onFirst: () => void; readonly children: ReactNode }) {
  const [turn, setTurn] = useState(0);
  const waiting = useRef([onFirst]);
  useEffect(() => {
    for (const done of waiting.current.splice(0)) done();
  }, [turn]);
  useEffect(() => {
    redraw = (done) => {
      startTransition(() => {
        waiting.current.push(done);
        setTurn((before) => before + 1);
      });
    };
  }, []);
  return children;
}
