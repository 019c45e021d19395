/** WhatsApp takes one line per variable (132018). A text of several lines is made to fit, and the agent sees how. */

/** A run of the text: kept, replaced by one space, or dropped at either end. */
export interface FlattenPiece {
  readonly kind: 'kept' | 'spaced' | 'dropped';
  /** As it was. */
  readonly text: string;
}

export function flattenPieces(text: string): readonly FlattenPiece[] {
  const pieces: FlattenPiece[] = [];
  let kept = '';
  const keep = (): void => {
    if (kept !== '') pieces.push({ kind: 'kept', text: kept });
    kept = '';
  };
  let position = 0;
  for (const run of text.split(/(\s+)/u)) {
    if (run === '') continue;
    const isEdge = position === 0 || position + run.length === text.length;
    position += run.length;
    if (!/^\s/u.test(run) || (run === ' ' && !isEdge)) {
      kept += run;
      continue;
    }
    keep();
    pieces.push({ kind: isEdge ? 'dropped' : 'spaced', text: run });
  }
  keep();
  return pieces;
}

/** Makes a text fit into a variable: line breaks, tabs and runs of spaces become one space. Show it before use. */
export function flattenForVariable(text: string): { readonly text: string; readonly changed: boolean } {
  const flat = flattenPieces(text)
    .map(({ kind, text: run }) => ({ kept: run, spaced: ' ', dropped: '' })[kind])
    .join('');
  return { text: flat, changed: flat !== text };
}
