import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { typeCharacter } from '../models/keyboards.ts';
import { afterUndo, customerWrites, sentTo, written } from '../models/server.ts';

const hour = 60 * 60_000;

/** Fails the moment somebody reaches for the mouse. */
async function withoutPointer(page: Page): Promise<void> {
  await page.evaluate(() => {
    const refuse = (event: Event): void => {
      if (event.isTrusted) Object.assign(window, { pointerWasUsed: true });
    };
    for (const type of ['pointerdown', 'mousedown']) document.addEventListener(type, refuse, true);
  });
}

test('from the inbox to a reply, a note and a template without the mouse', async ({ app, practice }) => {
  const { page } = app;
  const desk = new DeskPage(page);
  await desk.whenLive();
  await withoutPointer(page);
  const id = await customerWrites(practice, 'Do you have it in green?');
  await expect(desk.rows.first()).toHaveAttribute('data-conversation-id', String(id));

  await page.keyboard.press('j');
  await expect(desk.row(id)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(desk.message('Do you have it in green?')).toBeVisible();
  await page.keyboard.press('r');
  await expect(desk.field).toBeFocused();
  await page.keyboard.type('We do.');
  await page.keyboard.press('Enter');
  await expect(desk.message('We do.')).toBeVisible();

  await page.keyboard.press('Control+Shift+M');
  await expect(desk.field).toHaveAttribute('aria-label', /Internal note/);
  await page.keyboard.type('Second time she asks.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => written(practice, id, 'notes')).toEqual(['Second time she asks.']);
  await expect.poll(() => written(practice, id, 'replies'), afterUndo).toEqual(['We do.']);

  practice.skip(25 * hour);
  await expect(desk.chip).toHaveAttribute('data-state', 'closed');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await expect(desk.picker.getByRole('combobox', { name: /^Search/ })).toBeFocused();
  await page.keyboard.type('continue_conversation');
  await page.keyboard.press('Enter');
  await expect(desk.picker.getByRole('textbox').first()).toBeFocused();
  for (const box of await desk.picker.getByRole('textbox').all()) {
    await box.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('the green one');
  }
  await page.keyboard.press('Control+Enter');
  await expect(desk.picker).toBeHidden();
  await expect.poll(() => sentTo(practice, id).length, afterUndo).toBe(2);
  expect(sentTo(practice, id)[1]?.additionalAttributes['template_params']).toMatchObject({
    name: 'continue_conversation',
  });
  expect(await page.evaluate(() => 'pointerWasUsed' in window)).toBe(false);
});

const layouts = [
  { name: 'a German Mac, where Option and L make @', platform: 'MacIntel', at: 'option', key: '@', code: 'KeyL' },
  { name: 'a Polish Windows layout, where AltGr makes ą', platform: 'Win32', at: 'shift', key: '@', code: 'Digit2' },
] as const;

for (const { name, platform, at, key, code } of layouts) {
  test(`a note in a locked chat, typed on ${name}`, async ({ launch, practice }) => {
    const { page } = await launch({ platform });
    const desk = new DeskPage(page);
    await desk.whenLive();
    const id = await customerWrites(practice, 'Hallo?');
    practice.skip(25 * hour);
    await desk.open(id);
    await expect(desk.chip).toHaveAttribute('data-state', 'closed');
    await desk.field.focus();

    await typeCharacter(page, { key, code, with: at });
    await expect(desk.field).toHaveAttribute('aria-label', /Internal note/);
    await page.keyboard.type('Ana');
    await expect(page.getByRole('listbox', { name: 'Teammates' }).getByRole('option').first()).toContainText('Ana');
    await page.keyboard.press('Enter');
    for (const letter of platform === 'MacIntel' ? germanMac : polish) await typeCharacter(page, letter);
    await page.keyboard.press(platform === 'MacIntel' ? 'Meta+Enter' : 'Control+Enter');

    await expect.poll(() => written(practice, id, 'notes').length).toBe(1);
    const [note = ''] = written(practice, id, 'notes');
    expect(note).toMatch(/^\[?@Ana/);
    expect(note.endsWith(platform === 'MacIntel' ? '[|]{}~€' : 'ąćęłńóśźż€')).toBe(true);
    expect(written(practice, id, 'replies')).toEqual([]);
    await expect(desk.field).toHaveValue('');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
}

/** What Option makes of these keys there. */
const germanMac = (
  [
    ['[', 'Digit5'],
    ['|', 'Digit7'],
    [']', 'Digit6'],
    ['{', 'Digit8'],
    ['}', 'Digit9'],
    ['~', 'KeyN'],
    ['€', 'KeyE'],
  ] as const
).map(([key, code]) => ({ key, code, with: 'option' as const }));

/** What AltGr makes of these keys there (Windows says Ctrl and Alt for it). */
const polish = (
  [
    ['ą', 'KeyA'],
    ['ć', 'KeyC'],
    ['ę', 'KeyE'],
    ['ł', 'KeyL'],
    ['ń', 'KeyN'],
    ['ó', 'KeyO'],
    ['ś', 'KeyS'],
    ['ź', 'KeyX'],
    ['ż', 'KeyZ'],
    ['€', 'KeyU'],
  ] as const
).map(([key, code]) => ({ key, code, with: 'altgr' as const }));

test('Enter inside an input method chooses its word and sends nothing', async ({ app, practice }) => {
  const { page } = app;
  const desk = new DeskPage(page);
  await desk.whenLive();
  const id = await customerWrites(practice, '在庫はありますか？');
  await desk.open(id);
  await desk.field.focus();
  const devtools = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  // What Chromium reports while an input method has the key: 229, whichever key it was.
  const keyForTheMethod = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
  const enterInside = async (): Promise<void> => {
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...keyForTheMethod });
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...keyForTheMethod });
  };

  await compose('は');
  await compose('はい');
  await enterInside();
  await expect(desk.field).toHaveValue('はい');
  await devtools.send('Input.insertText', { text: 'はい' });
  await compose('あり');
  await enterInside();
  await devtools.send('Input.insertText', { text: 'あります' });
  await expect(desk.field).toHaveValue('はいあります');
  await expect(desk.message('はい')).toHaveCount(0);

  await page.keyboard.press('Enter');
  await expect(desk.field).toHaveValue('');
  await expect.poll(() => written(practice, id, 'replies'), afterUndo).toEqual(['はいあります']);
});
