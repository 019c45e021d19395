import { startTransition, useEffect, useState, type ReactNode } from 'react';
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
  const [asked, setAsked] = useState([onFirst]);
  useEffect(() => {
    for (const done of asked) done();
  }, [asked]);
  useEffect(() => {
    redraw = (done) => startTransition(() => setAsked((before) => [...before, done]));
  }, []);
  return children;
}
