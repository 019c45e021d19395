/** docs/security-checklist.md holds: every point has a test that exists, and what is only never said is never said. */
import { describe, expect, it } from 'vitest';
import { readTree } from './source-tree.ts';

const [page] = readTree(['docs'], ['.md']).filter(({ path }) => path === 'docs/security-checklist.md');
const tests = new Map(readTree(['test'], ['.ts', '.tsx']).map(({ path, text }) => [path, text]));
const rows = (page?.text ?? '').split('\n').filter((line) => /^\| \d/.test(line));

/** What is wrong with a row; null: nothing. Its proof is a file and the title of a test in it. */
function problemIn(row: string): string | null {
  const cells = row.split('|').map((cell) => cell.trim());
  const [, number, , , proof = ''] = cells;
  const match = /^`(test\/[^`]+)`: (.+)$/.exec(proof);
  if (match === null) return `${number}: no proof`;
  const [, file = '', title = ''] = match;
  const text = tests.get(file);
  if (text === undefined) return `${number}: there is no ${file}`;
  const plain = title.replaceAll('`', '');
  return text.includes(`'${plain}'`) ? null : `${number}: ${file} has no test "${plain}"`;
}

describe("Electron's security checklist", () => {
  it('has all twenty points, in order', () => {
    expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('has a test for every point', () => {
    expect(rows.map(problemIn).filter((problem) => problem !== null)).toEqual([]);
  });

  it.each([
    ['| 1 | a | b | nothing |', '1: no proof'],
    ['| 2 | a | b | `test/none.test.ts`: a |', '2: there is no test/none.test.ts'],
    ['| 3 | a | b | `test/shell/window.test.ts`: what nobody wrote |', '3: test/shell/window.test.ts has no test'],
  ])('would be caught with %s', (row, problem) => {
    expect(problemIn(row)).toContain(problem);
  });
});

/** Electron's switches that take a page's walls away, and what would put another page into ours. */
const loosening =
  /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups|<webview|bypassCSP:|setCertificateVerifyProc|ignore-certificate-errors|no-sandbox/;

describe('the walls of a page', () => {
  it('nothing loosens a page', () => {
    // The browser host starts somebody else's Chromium, which does not sandbox itself as root.
    const product = readTree(['electron', 'renderer', 'shared'], ['.ts', '.tsx', '.cts', '.html']);
    const checked = product.filter(({ path }) => !path.startsWith('electron/host/'));
    const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(checked.filter(({ text }) => loosening.test(withoutComments(text))).map(({ path }) => path)).toEqual([]);
    expect(checked.length).toBeGreaterThan(300);
  });

  it.each(['{ webSecurity: false }', '<webview src="x" />', "appendSwitch('no-sandbox')"])(
    'would be caught by %s',
    (text) => {
      expect(loosening.test(text)).toBe(true);
    },
  );
});
