import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { axeFindings } from './support/axe.ts';
import { aConversation, aMessage, hour, liveSync, serverNow, windowWithLeft } from './support/fixtures.ts';
import { focusOn } from './support/focus-on.ts';
import { memoryContract } from './support/memory-contract.ts';
import { renderOver } from './support/render-page.tsx';
import { announced } from './support/whole-desk.tsx';
import {
  templates,
  Opener,
  picker,
  names,
  preview,
  box,
  radio,
  form,
  why,
  checks,
  choose,
} from './template-picker-support.tsx';

describe('filling in', () => {
  test('each key shows in the preview, the active variable is marked, and it is sent with its values', async () => {
    const contract = await picker();
    await choose('order');
    expect(preview()).toBe('Hello {{1}}, your order {{2}} is on its way.');
    await userEvent.keyboard('Mara');
    expect(preview()).toBe('Hello Mara, your order {{2}} is on its way.');
    expect(document.querySelector('.picker-variable-active')?.textContent).toBe('Mara');
    expect(document.querySelector('.picker-source')?.textContent).toBe('You');
    await userEvent.keyboard('{Enter}A-17');
    expect(preview()).toBe('Hello Mara, your order A-17 is on its way.');
    expect(document.querySelector('.picker-variable-active')?.textContent).toBe('A-17');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => contract.callsOf('templates.send')).toHaveLength(1);
    expect(contract.callsOf('templates.send')[0]).toMatchObject({
      conversationId: 1,
      name: 'order_update',
      language: 'en',
      values: { body: { 1: 'Mara', 2: 'A-17' } },
      replaces: null,
    });
    await expect.poll(() => document.querySelector('dialog')).toBeNull();
  });

  test('the contact and the last use are proposed, and say where they come from', async () => {
    const lastValues = { header: {}, body: { 1: 'Tom', 2: 'B-9' }, buttons: {}, mediaUrl: null, mediaName: null };
    const use = { name: 'order_update', language: 'en', favourite: false, sent: 2, lastSentAt: serverNow, lastValues };
    await picker('', { uses: [use] });
    await choose('order');
    await page.getByRole('button', { name: 'Mara Singh · from contact' }).first().click();
    await expect.element(box('Text {{1}}')).toHaveValue('Mara Singh');
    await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
    await page.getByRole('button', { name: 'B-9 · last used' }).click();
    const sources = [...document.querySelectorAll('.picker-source')].map((each) => each.textContent);
    expect(sources).toEqual(['From contact', 'Last used']);
    expect(preview()).toBe('Hello Mara Singh, your order B-9 is on its way.');
  });

  test('what the server strips or fills in is shown as it arrives, and sent like that', async () => {
    const contract = await picker();
    await choose('order');
    await userEvent.keyboard(`it's <b>`);
    expect(preview()).toContain('Hello its b, your');
    await page.getByRole('button', { name: 'Use “ ” and ’ instead' }).click();
    expect(preview()).toContain('Hello it’s b, your');
    await box('Text {{2}}').fill('{{contact.first_name}}');
    expect(preview()).toContain('your order Mara is');
    await box('Text {{2}}').fill('{{ order.id }}');
    expect(why()).toContain('Text {{2}} has {{ order.id }}. The server would put something else');
    await box('Text {{2}}').fill('"A"');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => contract.callsOf('templates.send')).toHaveLength(1);
    expect(contract.callsOf('templates.send')[0]).toMatchObject({ values: { body: { 1: 'it’s b', 2: 'A' } } });
  });

  test('Esc steps back and loses nothing; closing loses nothing either, and focus goes back', async () => {
    await picker();
    await choose('order');
    await userEvent.keyboard('Mara{Escape}');
    expect(form()).toBeNull();
    await expect.element(page.getByRole('option', { name: /order_update.*Begun/u })).toBeVisible();
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    await userEvent.keyboard('{Enter}');
    await expect.element(box('Text {{1}}')).toHaveValue('Mara');
    await userEvent.keyboard('{Escape}{Escape}{Escape}');
    await expect.poll(() => document.querySelector('dialog')).toBeNull();
    const opener = page.getByTestId('opener');
    await focusOn(opener);
    await userEvent.keyboard('{Enter}');
    // Where they left off, without looking for it again.
    await expect.element(box('Text {{1}}')).toHaveValue('Mara');
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.element(opener).toHaveFocus();
  });

  test('what is typed is on the disk soon, and comes back with its source on a fresh page', async () => {
    const before = await picker();
    await choose('delivery');
    await box('Text {{day}}').fill('Friday');
    await expect.poll(() => before.world.templateDrafts.get(1)?.[0]?.values.body['day']).toBe('Friday');
    const templateDrafts = new Map(before.world.templateDrafts);
    await cleanup();
    const contract = memoryContract({
      conversations: [aConversation({ window: windowWithLeft(-hour) })],
      templates,
      templateDrafts,
    });
    await renderOver(contract, <Opener text="" replaces={null} />);
    await expect.element(box('Text {{day}}')).toHaveValue('Friday');
    expect(preview()).toContain('kommt am Friday');
    const sources = [...document.querySelectorAll('.picker-source')].map((each) => each.textContent);
    expect(sources).toEqual(['From contact', 'You']);
    await box('Text {{day}}').fill('');
    await expect.poll(() => contract.world.templateDrafts.get(1)?.[0]?.values.body['day']).toBe('');
  });

  test('a text that comes along flows into the variable as one line, and shows what changed', async () => {
    await picker('It arrives\non Thursday.');
    expect(names()[0]).toBe('follow_up');
    expect(document.querySelector('.picker-badge-fits')?.textContent).toBe('Put my text into {{1}}');
    await userEvent.keyboard('{Enter}');
    await expect.element(box('Text {{1}}')).toHaveValue('It arrives on Thursday.');
    expect(preview()).toBe('About your question: It arrives on Thursday.');
    expect(document.querySelector('.picker-original del')?.textContent).toBe('⏎');
    expect(document.querySelector('.picker-flattened summary')?.textContent).toContain('1 place changed');
  });
});

describe('checking', () => {
  test('what WhatsApp would refuse is named at its field and beside the button, and nothing is sent', async () => {
    const contract = await picker();
    await choose('photo');
    await expect.element(box('Text {{first_name}}')).toHaveValue('Mara');
    await userEvent.keyboard('ftp://nowhere');
    await box('Text {{day}}').fill('Tue\nday');
    await box('Code of “Code kopieren”').fill('SPRING 10');
    const problems = (): string =>
      [...document.querySelectorAll('.picker-problems')].map((each) => each.textContent).join('|');
    expect(problems()).toContain('Address of the image has to start with http:// or https://.');
    expect(problems()).toContain('Text {{day}} has a line break.');
    expect(problems()).toContain('may have letters A–Z and digits only');
    expect(problems()).not.toContain('Link of');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(problems).toContain('Link of “Verfolgen” is empty.');
    expect(why()).toBe('1 field is empty and 3 more');
    expect(contract.callsOf('templates.send')).toHaveLength(0);
    await expect.poll(() => document.activeElement?.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Make it one line' }).click();
    await expect.element(box('Text {{day}}')).toHaveValue('Tue day');
    await box('Link of “Verfolgen”').fill('größe 1');
    await page.getByRole('button', { name: 'Write it the way links need' }).click();
    await expect.element(box('Link of “Verfolgen”')).toHaveValue('gr%C3%B6%C3%9Fe%201');
    await box('Address of the image').fill('https://files.example/a.pdf');
    expect(problems()).toContain('ends in a type that WhatsApp refuses here. It takes jpg, jpeg, png.');
  });

  test('a file that is dropped on the address is not opened by the browser, and the reason is said', async () => {
    await picker();
    await choose('delivery');
    const field = [...document.querySelectorAll('.picker-field')].at(0);
    expect(field?.textContent).toContain('A file of this computer cannot go in');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'bike.jpg', { type: 'image/jpeg' }));
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    field?.dispatchEvent(drop);
    expect(drop.defaultPrevented).toBe(true);
    await expect.poll(announced).toContain('A file of this computer cannot go in');
  });

  test('a long address is cut short in the preview and does not push it out of the sheet', async () => {
    await page.viewport(1280, 800);
    await picker();
    await choose('delivery');
    await box(/^Address of the image/u).fill(`https://cdn.example.com/${'autumn/'.repeat(20)}bike.jpg`);
    await expect.poll(preview).toContain('autumn');
    const pane = document.querySelector('.picker-bubble')?.parentElement;
    expect(pane?.scrollWidth).toBe(pane?.clientWidth);
  });

  test('who stopped marketing gets utility templates only, and the button says why', async () => {
    const refused = aMessage({
      kind: 'outgoing',
      delivery: 'failed',
      failure: { code: 131050, text: '131050: User opted out' },
    });
    const contract = await picker('', { messages: new Map([[1, [refused]]]) });
    await choose('photo');
    await box('Address of the image').fill('https://files.example/a.png');
    await box('Text {{day}}').fill('Tuesday');
    await box('Link of “Verfolgen”').fill('1');
    await box('Code of “Code kopieren”').fill('SPRING10');
    expect(checks('wrong')).toEqual(['opted-out']);
    expect(why()).toContain('This customer stopped marketing messages.');
    const send = page.getByRole('button', { name: 'Send template' });
    await expect.element(send).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(contract.callsOf('templates.send')).toHaveLength(0);
    await userEvent.keyboard('{Escape}{Control>}a{/Control}');
    await choose('order');
    expect(checks('ok')).toContain('opted-out-utility');
  });

  test('offline it works from this device and says that it waits; no price is guessed', async () => {
    const contract = await picker('', { sync: { ...liveSync, offlineSince: serverNow } });
    await choose('follow');
    await userEvent.keyboard('Soon');
    expect(checks('info')).toEqual(['offline', 'cost']);
    expect(document.querySelector('.picker-foot .price-badge')?.textContent).toBe('Rate unknown');
    // Once is enough where there is no list of prices.
    expect(document.querySelectorAll('.picker-row .price-badge')).toHaveLength(0);
    await page.getByRole('button', { name: /Queue template — goes out when you are back online/u }).click();
    await expect.poll(() => contract.callsOf('templates.send')).toHaveLength(1);
  });

  test('the price stands in the list and beside Send, with the list it comes from and its last day', async () => {
    const table = {
      source: 'a made-up list',
      currency: 'EUR',
      from: new Date(serverNow - 24 * hour).toISOString().slice(0, 10),
      until: new Date(serverNow + 24 * hour).toISOString().slice(0, 10),
      markets: [
        { name: 'All', callingCodes: [], marketing: 0.0912, utility: 0.02, authentication: null, service: null },
      ],
    };
    await picker('', { rates: { table, trouble: null } });
    await radio('All').click();
    const badges = [...document.querySelectorAll('.picker-row')].map((row) => [
      row.querySelector('.picker-row-name')?.textContent,
      row.querySelector('.price-badge')?.textContent,
    ]);
    expect(badges).toContainEqual(['follow_up', '≈ €0.02']);
    await page.getByRole('option', { name: /order_update/u }).click();
    await expect.poll(form).not.toBeNull();
    expect(document.querySelector('.picker-foot .price-badge')?.textContent).toBe('≈ €0.02');
    expect(document.querySelector('[data-check="cost"]')?.textContent).toMatch(
      /List price for All from .*a made-up list/u,
    );
  });

  test('a refusal of the core is explained and the values stay', async () => {
    const contract = await picker();
    contract.refuse('templates.send', 'template-invalid');
    await choose('follow');
    await userEvent.keyboard('Soon{Control>}{Enter}{/Control}');
    const alert = (): string => document.querySelector('[role="alert"]')?.textContent ?? '';
    await expect.poll(alert).toContain('WhatsApp would refuse this template');
    await expect.element(box('Text {{1}}')).toHaveValue('Soon');
  });
});

describe.each(['light', 'dark'] as const)('axe (%s)', (theme) => {
  test.each([[1280], [600]])('finds nothing at %i px, list and form', async (width) => {
    await page.viewport(width, 800);
    const contract = await picker('Two\nlines');
    document.documentElement.dataset['theme'] = theme;
    contract.world.settings = { ...contract.world.settings, theme };
    expect(await axeFindings('dialog')).toEqual([]);
    await choose('photo');
    await userEvent.keyboard('ftp://x{Control>}{Enter}{/Control}');
    expect(await axeFindings('dialog')).toEqual([]);
    const overflow = [...document.querySelectorAll('.picker, .picker-form, .picker-fields, .picker-find')];
    for (const each of overflow) expect(each.scrollWidth, each.className).toBeLessThanOrEqual(each.clientWidth);
    await page.viewport(1280, 800);
  });
});
