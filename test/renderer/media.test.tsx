/** What comes with messages: in its place before it is here, playable, and honest when it is not here. */
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FileRef } from '../../shared/contract/files.ts';
import type { Attachment } from '../../shared/contract/entities.ts';
import { focusOn } from './support/focus-on.ts';
import { aMessage, liveSync, serverNow } from './support/fixtures.ts';
import { bubbleOf, log, openThread } from './support/open-thread.tsx';

/** Attachment id → what the core answers for it; without one: nothing is there. */
const bytes = vi.hoisted(() => new Map<number, string>());
vi.mock('../../renderer/api/file-address.ts', () => ({
  useFileAddress: (file: FileRef | null) => {
    if (file === null) return null;
    return 'fileId' in file
      ? `blob:null/${file.fileId}`
      : (bytes.get(file.attachmentId) ?? `blob:null/${file.attachmentId}`);
  },
}));

const picture = (colour: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="800" height="400" fill="${colour}"/></svg>`)}`;

/** A second of silence: 8 kHz, 8 bit, mono. */
function silence(): string {
  const data = new Uint8Array(44 + 8_000).fill(128, 44);
  const view = new DataView(data.buffer);
  const word = (at: number, text: string): void =>
    text.split('').forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
  word(0, 'RIFF');
  view.setUint32(4, 36 + 8_000, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8_000, true);
  view.setUint32(28, 8_000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  word(36, 'data');
  view.setUint32(40, 8_000, true);
  return URL.createObjectURL(new Blob([data], { type: 'audio/wav' }));
}

function anAttachment(change: Partial<Attachment>): Attachment {
  const { id = 1, kind = 'image' } = change;
  return {
    id,
    kind,
    url: `https://chat.example/${id}`,
    name: null,
    sizeBytes: null,
    width: null,
    height: null,
    transcript: null,
    coordinates: null,
    phoneNumber: null,
    ...change,
  };
}

const withAttachments = (...attachments: Attachment[]) => ({
  messages: new Map([
    [
      1,
      attachments.map((attachment, index) =>
        aMessage({ id: index + 1, text: '', attachments: [attachment], at: serverNow - 1_000 }),
      ),
    ],
  ]),
});

beforeEach(async () => {
  await page.viewport(1000, 800);
  bytes.clear();
});

test('a picture has its box before a byte is here, and fills it', async () => {
  bytes.set(1, picture('teal'));
  await openThread(withAttachments(anAttachment({ name: 'frame.jpg', width: 800, height: 400 })));
  const button = log().getByRole('button', { name: 'Open Photo: frame.jpg' });
  await expect.element(button).toBeVisible();
  const box = button.element().getBoundingClientRect();
  expect([Math.round(box.width), Math.round(box.height)]).toEqual([320, 160]);
});

test('pictures open large, zoom and follow each other by keyboard; focus comes back', async () => {
  bytes.set(1, picture('teal'));
  bytes.set(2, picture('maroon'));
  await openThread(withAttachments(anAttachment({ id: 1, name: 'one.jpg' }), anAttachment({ id: 2, name: 'two.jpg' })));
  const first = log().getByRole('button', { name: 'Open Photo: one.jpg' });
  await focusOn(first);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog', { name: 'Picture one.jpg' })).toBeVisible();
  await userEvent.keyboard('+');
  await expect.element(page.getByText('150 %')).toBeVisible();
  await userEvent.keyboard('0');
  await expect.element(page.getByText('100 %')).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('dialog', { name: 'Picture two.jpg' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Save two.jpg' })).toHaveAttribute('download', 'two.jpg');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(first).toHaveFocus();
});

test('what is not here says so, can be wanted offline, and comes with the connection', async () => {
  const sync = { ...liveSync, state: 'backing-off' as const, problem: 'offline' as const, offlineSince: serverNow };
  const world = { ...withAttachments(anAttachment({ sizeBytes: 2_100_000 })), sync };
  const { contract } = await openThread(world);
  const card = log().getByRole('article');
  await expect.element(card.getByText('2.1 MB · not downloaded')).toBeVisible();
  await card.getByRole('button', { name: 'Get when online' }).click();
  await expect.element(card.getByText('2.1 MB · comes when you are online')).toBeVisible();
  bytes.set(1, picture('teal'));
  contract.world.sync = liveSync;
  contract.emit({ name: 'sync.changed', data: { revision: 1 } });
  await expect.element(log().getByRole('button', { name: 'Open Photo' })).toBeVisible();
});

test('a voice message plays, seeks and goes faster by keyboard, with what was said', async () => {
  bytes.set(1, silence());
  await openThread(withAttachments(anAttachment({ kind: 'audio', transcript: 'Is it ready?' })));
  const player = log().getByRole('group', { name: 'Voice message' });
  await expect.element(player.getByText('0:01')).toBeVisible();
  await expect.element(player.getByText('Is it ready?')).toBeVisible();
  const audio = document.querySelector('audio');
  await focusOn(player.getByRole('slider', { name: 'Position' }));
  await userEvent.keyboard('{End}');
  await expect.poll(() => audio?.currentTime).toBeGreaterThan(0.9);
  await userEvent.keyboard('{Home}');
  await expect.poll(() => audio?.currentTime).toBeLessThan(0.1);
  await player.getByRole('button', { name: 'Speed: 1 times' }).click();
  expect(audio?.playbackRate).toBe(1.5);
  await player.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => audio?.currentTime).toBeGreaterThan(0.2);
});

test('documents, places and people are cards with something to do', async () => {
  await openThread(
    withAttachments(
      anAttachment({ id: 1, kind: 'file', name: 'invoice.pdf', sizeBytes: 48_200 }),
      anAttachment({ id: 2, kind: 'location', name: 'Shop', coordinates: { latitude: 52.3702, longitude: 4.8952 } }),
      anAttachment({ id: 3, kind: 'contact', name: 'Joris', phoneNumber: '+31611111111' }),
      anAttachment({ id: 4, kind: 'other' }),
    ),
  );
  await expect.element(bubbleOf('invoice.pdf').getByText('PDF · 48 kB')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Save invoice.pdf' })).toHaveAttribute('download', 'invoice.pdf');
  await expect.element(bubbleOf('Shop').getByText('52.37020, 4.89520')).toBeVisible();
  const map = bubbleOf('Shop').getByRole('link', { name: 'Open map' });
  expect(map.element().getAttribute('href')).toMatch(
    /^https:\/\/www\.openstreetmap\.org\/\?mlat=52\.3702&mlon=4\.8952/,
  );
  await expect.element(bubbleOf('Joris').getByRole('button', { name: 'Copy number' })).toBeVisible();
  await expect.element(bubbleOf('Attachment').getByText('Attachment')).toBeVisible();
});
