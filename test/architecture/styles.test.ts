import { describe, expect, it } from 'vitest';
import { readTree, type SourceFile } from './source-tree.ts';

/**
 * Left and right as such: in Arabic they are the other way round. Logical properties (inline, block, start, end) turn by
 * themselves. A rule for one direction only (`:dir(…)`, `[dir=…]`) may name a side, because it says which way it means.
 */
function physicalProblems({ path, text }: SourceFile): readonly string[] {
  const css = text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  const property =
    /^\s*(?:(?:margin|padding)-(?:left|right)|border-(?:left|right)(?:-\w+)*|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:/;
  const value = /^\s*(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;
  /** Four values, of which the second is the right side and the fourth the left one. */
  const sides = /^\s*(?:margin|padding|inset|border-width)\s*:\s*\S+\s+(\S+)\s+\S+\s+(\S+);/;
  return css.split('\n').flatMap((row, index) => {
    const [, right, left] = sides.exec(row) ?? [];
    const bad = property.test(row) || value.test(row) || right !== left;
    return bad ? [`${path}:${index + 1} ${row.trim()}`] : [];
  });
}

describe('styles', () => {
  it('turn round with the language', () => {
    const styles = readTree(['renderer'], ['.css']);
    expect(styles.length).toBeGreaterThan(20);
    expect(styles.flatMap(physicalProblems)).toEqual([]);
  });

  it.each([
    'margin-left: 4px;',
    'padding-right: 4px;',
    'left: 0;',
    'border-right: 1px solid;',
    'padding: 1px 2px 3px 4px;',
    'text-align: left;',
    'border-top-left-radius: 4px;',
  ])('would be caught with %s', (row) => {
    expect(physicalProblems({ path: 'a.css', text: `.a {\n  ${row}\n}` })).toHaveLength(1);
  });

  it.each([
    'margin-inline-start: 4px;',
    'inset-inline-end: 0;',
    'padding: 1px 2px 3px 2px;',
    'text-align: start;',
    'transform-origin: left;',
  ])('may have %s', (row) => {
    expect(physicalProblems({ path: 'a.css', text: `.a {\n  ${row}\n}` })).toEqual([]);
  });
});
