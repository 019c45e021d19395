/** The desk as an agent sees it: by roles and words, so that a journey reads like one and proves accessibility in passing. */
import { expect, type Locator, type Page } from '@playwright/test';

export class DeskPage {
  readonly page: Page;
  readonly list: Locator;
  readonly rows: Locator;
  readonly composer: Locator;
  readonly field: Locator;
  readonly banner: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('listbox', { name: /^Conversations/ });
    this.rows = this.list.getByRole('option');
    this.composer = page.getByRole('region', { name: 'Write' });
    this.field = this.composer.locator('textarea');
    this.banner = this.composer.getByTestId('lock-banner');
  }

  /** The inbox is filled and agrees with the server. */
  async whenLive(): Promise<void> {
    await expect(this.page.getByText('Up to date')).toBeVisible({ timeout: 20_000 });
    await expect(this.rows.first()).toBeVisible();
  }

  /** It has noticed that the server cannot be reached. */
  async whenCutOff(): Promise<void> {
    await expect(this.page.getByText(/Offline|not answering/).first()).toBeVisible({ timeout: 15_000 });
  }

  row(id: number): Locator {
    return this.list.locator(`[data-conversation-id="${id}"]`);
  }

  /** The chip in the conversation's header. */
  get chip(): Locator {
    return this.page.locator('.window-chip-header').first();
  }

  async open(id: number): Promise<void> {
    const row = this.row(id);
    // The list holds only the rows in view: look for it from the top, and again, because it may still be on its way. Being
    // there is not enough: a row of before the last scroll is about to go, one that was brought into view stays.
    await this.list.evaluate((list) => list.scrollTo({ top: 0 }));
    const appears = async (): Promise<boolean> => {
      try {
        await row.waitFor({ state: 'visible', timeout: 300 });
        await row.scrollIntoViewIfNeeded({ timeout: 2_000 });
        return true;
      } catch {
        return false;
      }
    };
    for (let page = 0; page < 60 && !(await appears()); page += 1) {
      await this.list.evaluate((list) => {
        const isEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
        list.scrollTo({ top: isEnd ? 0 : list.scrollTop + list.clientHeight });
      });
    }
    await row.click();
    await expect(this.composer).toBeVisible();
  }

  message(text: string): Locator {
    return this.page.getByRole('article').filter({ hasText: text });
  }

  button(name: string | RegExp): Locator {
    return this.composer.getByRole('button', { name });
  }

  /** The sheet for templates, while it is open. */
  get picker(): Locator {
    return this.page.getByRole('dialog', { name: /^Template for|^Choose a template/ });
  }

  /** Looks it up in the picker, which has to be open already. */
  async chooseTemplate(name: string): Promise<void> {
    await this.picker.getByRole('combobox', { name: /^Search/ }).fill(name);
    await this.picker.getByRole('listbox', { name: 'Templates' }).getByRole('option').first().click();
  }

  /** Into the variable that the picker offers for it, and something into every other that is empty. */
  async placeText(text: string): Promise<void> {
    const boxes = this.picker.getByRole('textbox');
    await expect(boxes.first()).toBeVisible();
    const values = await boxes.evaluateAll((all) => all.map((box) => (box as HTMLTextAreaElement).value));
    if (!values.includes(text)) await this.picker.getByRole('button', { name: 'Put my text here' }).last().click();
    for (const box of await boxes.all()) if ((await box.inputValue()) === '') await box.fill('your order');
  }

  /** Values by the names of the template's fields. */
  async fillTemplate(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.picker.getByRole('textbox', { name }).fill(value);
  }

  async writeReply(text: string): Promise<void> {
    await this.field.fill(text);
    await this.button(/^Send( now)?$|^Queue$/).click();
    await expect(this.field).toHaveValue('');
  }
}
