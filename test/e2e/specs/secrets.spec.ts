import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { customerWrites } from '../models/server.ts';

test('neither the token nor the cable key is in any file the app leaves behind', async ({
  launch,
  practice,
  dataFolder,
}) => {
  const app = await launch();
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Hello');
  await desk.open(id);
  await desk.writeReply('Hello back');
  await expect(desk.message('Hello back')).toBeVisible();
  await app.stop();

  const me = practice.state.users.find((user) => user.id === practice.userId);
  const secrets = [practice.apiAccessToken, me?.pubsubToken ?? ''];
  const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map((file) => file.name)).toEqual(expect.arrayContaining(['cache.db', 'desk.db']));
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    for (const secret of secrets) {
      expect(secret).not.toBe('');
      expect(bytes.includes(secret), `${file.name} holds a secret`).toBe(false);
    }
  }
});
