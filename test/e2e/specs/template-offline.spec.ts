import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { customerWrites, sentTo } from '../models/server.ts';

const hour = 60 * 60_000;
const picture = 'https://cdn.example.com/autumn.jpg';

test('a template with a picture and two variables, chosen without a network: it waits, and arrives once even when its first answer gets lost', async ({
  app,
  practice,
}) => {
  const { page } = app;
  const desk = new DeskPage(page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Do you have offers?');
  practice.skip(25 * hour);
  await desk.open(id);
  await expect(desk.chip).toHaveAttribute('data-state', 'closed');
  practice.setOutage(true);
  await desk.whenCutOff();

  await desk.banner.getByRole('button', { name: 'Choose template…' }).click();
  await desk.chooseTemplate('autumn_offer');
  await desk.fillTemplate({
    'Address of the image': picture,
    'Text {{1}}': 'Sheena',
    'Code of “Copy code”': 'AUTUMN15',
  });
  await expect(desk.picker.getByTestId('template-preview')).toContainText('Hi Sheena');
  await desk.picker.getByRole('button', { name: /^Queue template/ }).click();
  await expect(desk.picker).toBeHidden();
  const bubble = desk.message('Hi Sheena, the new autumn collection');
  await expect(bubble).toContainText('Queued');

  const losesAnswers = { count: 0 };
  practice.intercept = ({ method, path }) => {
    if (method !== 'POST' || !path.endsWith(`/${id}/messages`)) return undefined;
    losesAnswers.count += 1;
    return losesAnswers.count === 1 ? { kind: 'lose-answer' } : undefined;
  };
  practice.setOutage(false);
  await expect(bubble).toContainText(/Sent|Delivered|Read/, { timeout: 40_000 });
  expect(losesAnswers.count).toBe(1);
  const all = sentTo(practice, id);
  expect(all).toHaveLength(1);
  expect(all[0]?.additionalAttributes['template_params']).toMatchObject({
    name: 'autumn_offer',
    language: 'en_US',
    processed_params: {
      header: { media_url: picture, media_type: 'image' },
      body: { '1': 'Sheena' },
      buttons: [{ type: 'copy_code', parameter: 'AUTUMN15' }],
    },
  });
  await expect(bubble).toHaveCount(1);
});
