import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LocalFile } from '../../shared/contract/files.ts';
import {
  announced,
  button,
  closed,
  desk,
  field,
  mode,
  note,
  open,
  write,
  type TestFiles,
} from './composer-support.tsx';
import { aMessage } from './support/fixtures.ts';

const photo = (name = 'frame.jpg'): File => new File(['picture'], name, { type: 'image/jpeg' });
const pdf = (name = 'invoice.pdf'): File => new File(['paper'], name, { type: 'application/pdf' });
const rows = (): string[] => [...document.querySelectorAll('.composer-file')].map((row) => row.textContent ?? '');
const plan = (): string => document.querySelector('.composer-plan')?.textContent ?? '';

function carrying(files: readonly File[], text = ''): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  if (text !== '') data.setData('text/plain', text);
  return data;
}
function paste(files: readonly File[], text = ''): void {
  field().focus();
  const clipboardData = carrying(files, text);
  field().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}
function drag(type: 'dragover' | 'dragleave' | 'drop', files: readonly File[]): void {
  const on = document.querySelector('.thread-pane ul');
  on?.dispatchEvent(new DragEvent(type, { dataTransfer: carrying(files), bubbles: true, cancelable: true }));
}

test('pasted files hang on the reply, say what the customer gets, and go out with it once', async () => {
  const contract = await desk(open);
  paste([photo(), photo('wheel.jpg'), pdf()]);
  await expect.poll(rows).toHaveLength(3);
  await expect.poll(announced).toBe('3 files attached.');
  await write('Here they are');
  expect(plan()).toBe('Mara Singh gets 3 messages: photo with your text, photo, and document.');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => contract.callsOf('replies.send')).toHaveLength(1);
  const { body } = contract.callsOf('replies.send')[0] ?? {};
  expect(body).toMatchObject({ text: 'Here they are', files: [...contract.world.files.keys()] });
  await expect.poll(rows).toHaveLength(0);
  await expect.poll(() => contract.world.drafts.size).toBe(0);
});

test('a file alone can be sent; a note has its own files', async () => {
  const contract = await desk(open);
  paste([pdf('contract.pdf')]);
  await expect.poll(rows).toHaveLength(1);
  await button('Note').click();
  expect(mode()).toBe('note');
  expect(rows()).toHaveLength(0);
  paste([pdf('secret.pdf')]);
  await expect.poll(rows).toHaveLength(1);
  await button('Add note').click();
  await expect.poll(() => contract.callsOf('notes.add')).toHaveLength(1);
  const nameOf = (id: string | undefined): string | undefined => contract.world.files.get(id ?? '')?.name;
  expect(contract.callsOf('notes.add')[0]?.body.files.map(nameOf)).toEqual(['secret.pdf']);
  await page.getByRole('radio', { name: /^To Mara/ }).click();
  await button('Send').click();
  await expect.poll(() => contract.callsOf('replies.send')).toHaveLength(1);
  expect(contract.callsOf('replies.send')[0]?.body.files.map(nameOf)).toEqual(['contract.pdf']);
});

test('a copied text that brings a picture of itself is text', async () => {
  await desk(open);
  paste([photo()], 'a table');
  expect(rows()).toHaveLength(0);
});

test('files dropped on the thread are attached; the sign says who gets them', async () => {
  await desk(open);
  drag('dragover', [photo()]);
  await expect
    .poll(() => document.querySelector('.composer-drop')?.textContent)
    .toBe('Drop files here: they go to Mara Singh');
  drag('drop', [photo()]);
  await expect.poll(rows).toHaveLength(1);
  expect(document.querySelector('.composer-drop')).toBeNull();
  expect(document.activeElement).toBe(field());
  await button('Note').click();
  drag('dragover', [photo()]);
  await expect
    .poll(() => document.querySelector('.composer-drop')?.textContent)
    .toBe('Drop files here: only your team gets them');
});

test('a file that the customer cannot get is named with its reason, and the rest goes', async () => {
  const contract = await desk(open);
  const bin = new File(['x'], 'tool.exe', { type: 'application/x-msdownload' });
  const big = new File([new Uint8Array(6 * 1024 * 1024)], 'big.jpg', { type: 'image/jpeg' });
  paste([bin, big, pdf()]);
  await expect.poll(rows).toHaveLength(3);
  expect(rows().join()).toMatch(/tool\.exeWhatsApp takes no file of this type/u);
  expect(rows().join()).toMatch(/big\.jpgToo large: at most 5\sMB/u);
  await button('Remove tool.exe').click();
  await button('Remove big.jpg').click();
  await button('Send').click();
  await expect.poll(() => contract.callsOf('replies.send')[0]?.body.files).toHaveLength(1);
  // The team may have what WhatsApp does not take.
  await button('Note').click();
  paste([bin]);
  await expect.poll(() => document.querySelector('.composer-file')?.getAttribute('data-trouble')).toBeNull();
});

test('nothing is sent while a file is on its way; what failed can be tried again', async () => {
  const gate = Promise.withResolvers<void>();
  const files: TestFiles = { hold: gate.promise, fail: true, names: [] };
  const contract = await desk(open, {}, files);
  paste([pdf()]);
  await write('Look{Enter}');
  await expect.poll(note).toMatch(/still being prepared/u);
  expect(contract.callsOf('replies.send')).toHaveLength(0);
  await expect.element(page.getByRole('progressbar', { name: 'Preparing invoice.pdf, 50 %' })).toBeVisible();
  gate.resolve();
  await expect.poll(() => rows().join()).toMatch(/could not be stored/u);
  files.fail = false;
  await button('Try again').click();
  await expect.poll(() => document.querySelector('.composer-file-size')).not.toBeNull();
  field().focus();
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => contract.callsOf('replies.send')[0]?.body)
    .toMatchObject({ text: 'Look', files: [expect.any(String)] });
});

test('a refusal keeps text, files and quote', async () => {
  const contract = await desk(open, { messages: new Map([[1, [aMessage({ id: 9, text: 'Which colour?' })]]]) });
  contract.refuse('replies.send', 'window-closed');
  await button('quote 9').click();
  paste([pdf()]);
  await expect.poll(rows).toHaveLength(1);
  await write('Red{Enter}');
  await expect.poll(note).toMatch(/Your text is safe/u);
  expect(rows()).toHaveLength(1);
  expect(field().value).toBe('Red');
  expect(document.querySelector('.composer-quote')?.textContent).toContain('Which colour?');
  contract.refuse('replies.send', null);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => contract.callsOf('replies.send')).toHaveLength(2);
  const [first, second] = contract.callsOf('replies.send');
  expect(second?.clientId).toBe(first?.clientId);
  expect(second?.body.quotedId).toBe(9);
  await expect.poll(() => document.querySelector('.composer-quote')).toBeNull();
});

test('a draft keeps its files and its quote', async () => {
  const stored: LocalFile = { id: crypto.randomUUID(), name: 'kept.pdf', type: 'application/pdf', sizeBytes: 9 };
  const draft = {
    conversationId: 1,
    audience: 'customer' as const,
    text: 'half',
    caret: 4,
    files: [stored],
    quotedId: 9,
  };
  const messages = new Map([[1, [aMessage({ id: 9, text: 'Which colour?' })]]]);
  const contract = await desk(open, { drafts: new Map([['1:customer', draft]]), messages });
  await expect.poll(rows).toHaveLength(1);
  expect(document.querySelector('.composer-quote')?.textContent).toContain('Answers Mara Singh');
  paste([photo()]);
  await expect
    .poll(() => contract.world.drafts.get('1:customer')?.files.map(({ name }) => name))
    .toEqual(['kept.pdf', 'frame.jpg']);
  await button('Answer no message in particular').click();
  await expect.poll(() => contract.world.drafts.get('1:customer')?.quotedId).toBeNull();
});

test('a file gets another name, and keeps its ending', async () => {
  const files: TestFiles = { hold: Promise.resolve(), fail: false, names: [] };
  const contract = await desk(open, {}, files);
  paste([pdf('IMG_2210.pdf')]);
  await button('Change the name of IMG_2210.pdf').click();
  await userEvent.keyboard('{Control>}a{/Control}Invoice 4711{Enter}');
  await expect.poll(() => files.names).toEqual(['IMG_2210.pdf', 'Invoice 4711.pdf']);
  await expect.poll(rows).toEqual([expect.stringContaining('Invoice 4711.pdf')]);
  await expect
    .poll(() => contract.world.drafts.get('1:customer')?.files.map(({ name }) => name))
    .toEqual(['Invoice 4711.pdf']);
});

test('a file that is stored after the agent has moved on is in the draft it was chosen for', async () => {
  const gate = Promise.withResolvers<void>();
  const contract = await desk(open, {}, { hold: gate.promise, fail: false, names: [] });
  paste([pdf()]);
  await write('soon');
  await button('open the second').click();
  await expect.poll(() => field().value).toBe('');
  gate.resolve();
  await expect
    .poll(() => contract.world.drafts.get('1:customer'))
    .toMatchObject({ text: 'soon', files: [{ name: 'invoice.pdf' }] });
  expect(contract.world.drafts.get('2:customer')).toBeUndefined();
  await button('open the first').click();
  await expect.poll(rows).toHaveLength(1);
});

test('with a closed window files stay, and it is said that a template takes none', async () => {
  const contract = await desk(closed);
  paste([pdf()]);
  await expect.poll(rows).toHaveLength(1);
  await write('Here{Enter}');
  await expect.poll(note).toMatch(/A template carries the text only/u);
  expect(contract.callsOf('replies.send')).toHaveLength(0);
  expect(rows()).toHaveLength(1);
});
