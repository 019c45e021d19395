/** The ten main screens, in the order in which one agent's morning can show them. One entry is one picture in each theme. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { must } from '../../shared/lang/assert.ts';
import type { DeskPage } from '../e2e/models/desk-page.ts';
import { colleagueReplies } from '../e2e/models/server.ts';

export interface Stage {
  readonly page: Page;
  readonly desk: DeskPage;
  readonly practice: PracticeServer;
  /** Once in a run. */
  readonly skip: (ms: number) => Promise<void>;
}

export interface Screen {
  readonly name: string;
  /** Ends when everything that belongs into the picture is there. */
  readonly show: (stage: Stage) => Promise<void>;
  /** Puts away what would be in the way of the next one. */
  readonly leave?: (stage: Stage) => Promise<void>;
}

const minute = 60_000;
/** What the server has to be told first may take some seconds on a busy computer. */
const patient = { timeout: 30_000 };

function idOf({ practice: { state } }: Stage, name: string): number {
  const contact = state.contacts.find((each) => each.name === name);
  const found = state.conversations.find(({ contactId }) => contactId === contact?.id);
  return must(found, `the practice workspace has a conversation with ${name}`).id;
}

async function open(stage: Stage, name: string): Promise<void> {
  const id = idOf(stage, name);
  const heading = stage.page.getByRole('main').getByRole('heading', { name });
  // The list may move under the press while it scrolls.
  await expect(async () => {
    await stage.desk.open(id);
    await expect(heading).toBeVisible({ timeout: 2_000 });
  }).toPass(patient);
  // Its pictures are on their way from the server.
  const pictures: Locator = stage.page.getByRole('log').getByRole('img');
  await expect(stage.page.getByRole('log')).toBeVisible();
  for (const picture of await pictures.all()) await picture.evaluate((image) => (image as HTMLImageElement).decode?.());
}

async function cutOff({ page, practice }: Stage): Promise<void> {
  practice.setOutage(true);
  await expect(page.getByText(/Offline|not answering/).first()).toBeVisible(patient);
}

/** While we are away the window of one reply closes, and Ana answers in the other conversation: one is parked, one held. */
async function fillOutbox(stage: Stage): Promise<void> {
  const { page, desk, practice } = stage;
  await cutOff(stage);
  await open(stage, 'Mateus Oliveira');
  await desk.writeReply('O estorno no cartão foi feito agora e aparece em até sete dias.');
  await open(stage, 'Noah Williams');
  await desk.writeReply('You are welcome, Noah. I close this for now; write any time.');
  await stage.skip(40 * minute);
  const theirs = 'I have put a spare hinge into the post for you as well.';
  practice.intercept = ({ body }) => (JSON.stringify(body).includes(theirs) ? undefined : { kind: 'destroy' });
  practice.setOutage(false);
  await colleagueReplies(practice, idOf(stage, 'Noah Williams'), theirs);
  practice.intercept = undefined;
  await expect(page.getByText('Up to date')).toBeVisible(patient);
  await expect(page.getByText(/^\? Clock/)).toHaveCount(0, patient);
  await expect(page.getByRole('button', { name: '2 messages need you' })).toBeVisible(patient);
}

export const screens: readonly Screen[] = [
  {
    name: 'inbox',
    async show({ desk }) {
      await expect(desk.rows.nth(7)).toBeVisible();
    },
  },
  { name: 'conversation', show: (stage) => open(stage, 'Noah Williams') },
  {
    name: 'last-minutes',
    async show(stage) {
      await open(stage, 'Carlos Mendoza');
      await expect(stage.desk.banner).toBeVisible();
      await stage.desk.field.fill('¡Hola Carlos! Tu paquete sale hoy de Puebla y llega mañana antes de las 14:00.');
    },
    leave: ({ desk }) => desk.field.fill(''),
  },
  {
    name: 'template',
    async show(stage) {
      await open(stage, 'Oliver Stone');
      await stage.desk.banner.getByRole('button', { name: /^Choose template/ }).click();
      const picker = stage.page.getByRole('dialog');
      await picker.getByRole('searchbox').or(picker.getByRole('combobox')).first().fill('continue');
      const english = picker.getByRole('option', { name: /continue_conversation/ }).filter({ hasText: 'Hello' });
      await english.first().click();
      const fields = picker.locator('.picker-fields textarea');
      await fields.first().fill('Oliver');
      await fields.last().fill('the M6 bolts');
      await fields.last().blur();
    },
    async leave({ page }) {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  },
  {
    name: 'note',
    async show(stage) {
      await open(stage, 'Oliver Stone');
      await stage.page.keyboard.press('n');
      await stage.desk.field.pressSequentially('Bolts are with the courier. @an');
      await expect(stage.desk.composer.getByRole('listbox')).toBeVisible();
    },
    async leave({ page, desk }) {
      await page.keyboard.press('Escape');
      await desk.field.fill('');
    },
  },
  {
    name: 'sweep',
    async show(stage) {
      await open(stage, 'Juliana Costa');
      await stage.page.getByRole('heading', { name: 'Juliana Costa' }).click();
      await stage.page.keyboard.press('w');
      await stage.page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();
      await expect(stage.page.locator('.sweep-bar')).toBeVisible();
      await expect(stage.page.getByRole('log')).toBeVisible();
    },
    async leave({ page }) {
      await page.locator('.sweep-bar').getByRole('button', { name: /Leave/ }).click();
      await page.getByRole('button', { name: 'Back to the desk' }).click();
    },
  },
  {
    name: 'search',
    async show({ page }) {
      await page.keyboard.press('Control+Shift+F');
      const field = page.getByRole('main').getByRole('searchbox');
      await field.fill('order');
      await expect(page.getByRole('main').locator('mark').first()).toBeVisible();
    },
    leave: ({ page }) => backToInbox(page),
  },
  {
    name: 'settings',
    async show({ page }) {
      await page.keyboard.press('Control+,');
      const keys = page.getByRole('searchbox', { name: 'Find a command or key' });
      await expect(keys).toBeVisible();
      await keys.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    },
    leave: ({ page }) => backToInbox(page),
  },
  {
    name: 'sign-in',
    async show({ page }) {
      await page.locator('.workspace-button').click();
      await page.getByRole('menuitem', { name: /^Add/ }).click();
      await expect(page.locator('.sign-in-page')).toBeVisible();
    },
    leave: ({ page }) => page.getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'outbox',
    async show(stage) {
      await fillOutbox(stage);
      await stage.page
        .locator('.rail')
        .getByRole('button', { name: /^Outbox/ })
        .focus();
      await stage.page.keyboard.press('g');
      await stage.page.keyboard.press('o');
      await expect(stage.page.getByRole('heading', { name: 'Outbox', level: 1 })).toBeVisible();
    },
    leave: ({ page }) => backToInbox(page),
  },
];

async function backToInbox(page: Page): Promise<void> {
  await page.locator('.rail').getByRole('button').first().click();
  await expect(page.getByRole('listbox')).toBeVisible();
}
