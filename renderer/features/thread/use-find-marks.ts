import { useEffect } from 'react';
import { fold } from './find-in-text.ts';

const marked = '.message-text, .card-name, .transcript p';

/** Paints the found words in the thread (CSS highlight `find`): no element changes, so nothing is measured anew. */
export function useFindMarks(query: string): void {
  useEffect(() => {
    const root = document.querySelector('.messages-scroll');
    const wanted = fold(query.trim());
    if (root === null || wanted === '') return undefined;
    const paint = (): void => {
      CSS.highlights.set('find', new Highlight(...rangesOf(root, wanted)));
    };
    paint();
    // Messages come and go while the thread scrolls.
    const observer = new MutationObserver(paint);
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      CSS.highlights.delete('find');
    };
  }, [query]);
}

function rangesOf(root: Element, wanted: string): Range[] {
  const ranges: Range[] = [];
  for (const element of root.querySelectorAll(marked)) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = fold(node.textContent ?? '');
      for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}
