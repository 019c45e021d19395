import { describe, expect, test } from 'vitest';
import { externalAddress } from '../../electron/core/external-links.ts';
import { isDeskAddress } from '../../electron/shell/origin.ts';
import { readyDesk, shownWindow } from './setup.ts';

const home = [
  'app://desk/',
  'app://desk/index.html',
  'app://desk/index.html?view=mine#top',
  'APP://desk/',
  'app://desk',
];
const elsewhere = [
  'https://example.com/',
  'https://desk/',
  'http://desk/',
  'file:///etc/passwd',
  'app://desk.evil.example/',
  'app://evil.example/desk',
  'app://evil@desk/',
  'app://desk:8080/',
  'app:desk',
  'apps://desk/',
  'javascript:alert(1)',
  'data:text/html,<b>hello</b>',
  'blob:app://desk/0b6d',
  'about:blank',
  'null',
  '',
];

describe('our page', () => {
  test.each(home)('is %s', (address) => expect(isDeskAddress(address)).toBe(true));
  test.each(elsewhere)('is not "%s"', (address) => expect(isDeskAddress(address)).toBe(false));
});

describe('leaving our page', () => {
  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'] as const)('%s goes home only', async (step) => {
    const { webContents } = await shownWindow(await readyDesk());
    for (const address of home) expect(webContents.navigate(address, step), address).toBe(true);
    for (const address of elsewhere) expect(webContents.navigate(address, step), address).toBe(false);
  });

  test('a refusal is logged without the address, which a customer may have written', async () => {
    const ready = await readyDesk();
    const { webContents } = await shownWindow(ready);
    webContents.navigate('https://example.com/secret', 'will-redirect');
    expect(ready.log.entries).toEqual([{ level: 'warn', what: 'navigation refused', fields: '{"protocol":"https:"}' }]);
  });

  test('no <webview> is ever attached', async () => {
    const { webContents } = await shownWindow(await readyDesk());
    expect(webContents.attachWebview()).toBe(false);
  });
});

/** What a page may ask to open, and what the system gets to see; null: nothing. */
const links: readonly (readonly [asked: string, opened: string | null])[] = [
  ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['HTTPS://EXAMPLE.com', 'https://example.com/'],
  ['mailto:someone@example.com', 'mailto:someone@example.com'],
  ['tel:+491701234567', 'tel:+491701234567'],
  ['http://example.com/', null],
  ['file:///C:/Windows/System32/calc.exe', null],
  ['\\\\evil.example\\share\\a.exe', null],
  ['//evil.example/share', null],
  ['ms-msdt:/id PCWDiagnostic', null],
  ['ms-officecmd:{}', null],
  ['search-ms:query=x', null],
  ['javascript:alert(1)', null],
  ['JaVaScRiPt:alert(1)', null],
  ['data:text/html,hello', null],
  ['blob:https://example.com/1', null],
  ['app://desk/index.html', null],
  ['java\nscript:alert(1)', null],
  ['https://example.com/\u0000.exe', null],
  [' https://example.com/', null],
  ['https://bank.example@evil.example/', null],
  ['https:\\\\evil.example', null],
  [`https://example.com/${'a'.repeat(5000)}`, null],
  ['https://', null],
  ['', null],
];

describe('opening a link', () => {
  test.each(links)('%j opens %j', (asked, opened) => expect(externalAddress(asked)).toBe(opened));

  test('never opens a window of ours, and hands the system only what is allowed', async () => {
    const ready = await readyDesk();
    const { webContents } = await shownWindow(ready);
    for (const [asked] of links) expect(webContents.windowOpen(asked), asked).toBe('deny');
    expect(ready.fake.world.openedOutside).toEqual(links.map(([, opened]) => opened).filter((url) => url !== null));
    expect(ready.fake.windows).toHaveLength(1);
  });
});
