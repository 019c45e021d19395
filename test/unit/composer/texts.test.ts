/** Ready texts, variables, the leak guard, files: what hangs on a text or is put into it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { menuChoices } from '../../../shared/composer/composer-menu.ts';
import type { ComposerEvent } from '../../../shared/composer/composer-types.ts';
import { fuzzySort } from '../../../shared/composer/fuzzy.ts';
import { looksInternal } from '../../../shared/composer/leak-guard.ts';
import { fillVariables, knownVariables, sendLiterally, serverFilled } from '../../../shared/composer/variables.ts';
import { aFile, agents, context, enter, keys, play, typed } from './support.ts';

const open = context();
const toNote: ComposerEvent = { type: 'switch-mode', mode: 'note' };

describe('ready texts', () => {
  const choose = (mode: 'reply' | 'note', line: string, wanted: string) => {
    const start: readonly ComposerEvent[] = mode === 'note' ? [toNote] : [];
    const { state } = play([...start, ...keys(mode, line)]);
    const index = menuChoices(state, open).findIndex(
      (choice) => choice.kind === 'canned' && choice.response.shortCode === wanted,
    );
    return play([{ type: 'menu-choose', index }], open, state);
  };

  it.each(['reply', 'note'] as const)('go into the %s that is being written, filled in', (mode) => {
    const { state, effects } = choose(mode, '/tha', 'thanks');
    expect(effects).toEqual([]);
    expect(state).toMatchObject({ mode, [mode]: { text: 'Thank you, Mara.', caret: 16 }, menu: null });
    expect(state[mode === 'reply' ? 'note' : 'reply'].text).toBe('');
  });

  it('never become a command, whatever they begin with', () => {
    const { state } = choose('note', '/close', 'close');
    expect(state.note.text).toBe('/We close at six.');
    expect(play([enter], open, state).effects).toMatchObject([{ type: 'add-note', text: '/We close at six.' }]);
    const inReply = choose('reply', '/clos', 'close').state;
    expect(play([enter], open, inReply).effects).toMatchObject([{ type: 'ask-leak-guard' }]);
  });

  it('go to the caret, over what is selected, in the audience they were chosen for', () => {
    const { state } = play([
      ...keys('reply', 'Hello you.'),
      { type: 'insert', mode: 'reply', text: 'Mara', from: 6, to: 9 },
    ]);
    expect(state.reply).toEqual({ text: 'Hello Mara.', caret: 10 });
    const late = play([toNote, { type: 'insert', mode: 'reply', text: '!', from: 99, to: 99 }], open, state).state;
    expect(late).toMatchObject({ mode: 'note', reply: { text: 'Hello Mara.!' }, note: { text: '' } });
  });
});

describe('variables', () => {
  const known = knownVariables({
    contact: { id: 1, name: 'Mara de Singh', phoneNumber: null, avatarUrl: null },
    me: null,
    conversationId: 7,
    channel: {
      id: 1,
      name: 'Support',
      kind: 'whatsapp',
      phoneNumber: null,
      windowMs: null,
      capabilities: { templates: true, groups: false, calls: false },
    },
  });

  it('are filled where this device knows them, and left to the server where not', () => {
    expect(
      fillVariables('{{ contact.first_name }} {{contact.last_name}} {{contact.phone}} {{agent.name}}', known),
    ).toBe('Mara Singh {{contact.phone}} {{agent.name}}');
    expect(fillVariables('{{constructor}} {{contact.name | upcase}}', known)).toBe(
      '{{constructor}} {{contact.name | upcase}}',
    );
  });

  it('are warned of unless they are literal', () => {
    const text = 'a {{x}} `{{y}}` {% if z %} {{x}}';
    expect(serverFilled(text)).toEqual(['{{x}}', '{% if z %}']);
    expect(sendLiterally(text)).toBe('a `{{x}}` `{{y}}` `{% if z %}` `{{x}}`');
  });

  it('literal is literal for any text', () => {
    const pieces = fc.array(fc.constantFrom('{{', '}}', '{%', '%}', 'a', ' ', '\n', '{{x}}', '`{{y}}`'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(serverFilled(sendLiterally(parts.join('')))).toEqual([]);
      }),
    );
  });
});

describe('the leak guard', () => {
  it.each([
    ['@ana can you check', { where: 'start', word: '@ana' }],
    ['/assign me', { where: 'start', word: '/assign' }],
    ['I asked @Ana Lima about it', { where: 'inside', word: '@Ana Lima' }],
    ['ask @ben', { where: 'inside', word: '@ben' }],
    ['(@ANA)', { where: 'inside', word: '@ANA' }],
    ['write to ana@example.com', null],
    ['write to x@ana.example', null],
    ['@ 10 euro each, and @home', { where: 'start', word: '@' }],
    ['two @ 10 euro, @anabel', null],
    ['and/or', null],
  ])('%s', (text, expected) => {
    expect(looksInternal(text, agents)).toEqual(expected);
  });

  it('asks with what gave it away, and closes afterwards if that was the wish', () => {
    const asked = play([typed('reply', 'see @ana'), { type: 'submit', isComposing: false, andClose: true }]);
    expect(asked.state.question).toMatchObject({ about: { where: 'inside', word: '@ana' } });
    const sent = play([{ type: 'answer', answer: 'to-customer' }], open, asked.state);
    expect(sent.effects).toMatchObject([
      { type: 'send-reply', afterwards: { kind: 'set-status', status: 'resolved' } },
    ]);
  });
});

describe('files and quotes', () => {
  const added: ComposerEvent = { type: 'files-added', mode: 'reply', files: [aFile('a'), aFile('b')] };

  it('go out with their own audience, without a text too, and leave only when the core has them', () => {
    const sent = play([added, { type: 'quote', messageId: 5 }, enter]);
    expect(sent.effects).toEqual([
      { type: 'send-reply', conversationId: 42, text: '', files: ['a', 'b'], quotedId: 5, afterwards: null },
    ]);
    const refused = play([{ type: 'refused' }], open, sent.state).state;
    expect(refused).toMatchObject({ quotedId: 5, files: { reply: [{ id: 'a' }, { id: 'b' }] } });
    const more = play(
      [{ type: 'files-added', mode: 'reply', files: [aFile('c')] }, { type: 'accepted' }],
      open,
      sent.state,
    );
    expect(more.state).toMatchObject({ quotedId: null, files: { reply: [{ id: 'c' }], note: [] } });
    const note = play([added, toNote, ...keys('note', 'psst'), enter]);
    expect(note.effects).toMatchObject([{ type: 'add-note', files: [] }]);
  });

  it('hold the text until they are stored', () => {
    const uploading = { ...open, uploading: { reply: true, note: false } };
    const { effects, state } = play([...keys('reply', 'Here'), enter], uploading);
    expect(effects).toEqual([]);
    expect(state.notice?.key).toBe('composer.notice.uploading');
    expect(play([toNote, ...keys('note', 'x'), enter], uploading).effects).toHaveLength(1);
  });

  it('stay when the window is closed, and it is said that a template takes none', () => {
    const { state, effects } = play([added, ...keys('reply', 'Here'), enter], context('closed'));
    expect(effects).toMatchObject([{ type: 'open-template-picker', text: 'Here' }]);
    expect(state).toMatchObject({
      files: { reply: [{ id: 'a' }, { id: 'b' }] },
      notice: { key: 'composer.notice.files-no-template' },
    });
  });

  it('end a question about a text that they changed', () => {
    const asked = play([typed('reply', '@ana look'), enter]).state;
    expect(play([added], open, asked).state.question).toBeNull();
  });

  it('come back with what was taken back', () => {
    const { state } = play([{ type: 'restored', mode: 'reply', text: '', files: [aFile('a')], quotedId: 9 }]);
    expect(state).toMatchObject({ quotedId: 9, files: { reply: [{ id: 'a' }] }, reply: { text: '' } });
  });
});

describe('input methods', () => {
  const composed = (text: string, isComposing: boolean): ComposerEvent => ({
    type: 'typed',
    mode: 'reply',
    text,
    caret: text.length,
    isComposing,
  });

  it('a prefix that is still being composed waits for its end before it changes the mode', () => {
    const during = play([composed('@', true)], context('closed')).state;
    expect(during.mode).toBe('reply');
    expect(play([enter], context('closed'), during).effects).toEqual([]);
    const after = play([composed('@', false)], context('closed'), during).state;
    expect(after).toMatchObject({ mode: 'note', reply: { text: '' }, note: { text: '@' } });
  });

  it('a name that is composed keeps the menu of the mention', () => {
    const { state } = play([
      ...keys('reply', '@'),
      composed('@a', true),
      composed('@an', true),
      composed('@an', false),
    ]);
    expect(state.menu).toMatchObject({ kind: 'mention', query: 'an' });
  });
});

describe('fuzzy', () => {
  it('ranks exact, beginning, word, inside, letters in order', () => {
    const all = ['unassign', 'sign', 'as-sign', 'signal', 'size again', 'other'];
    expect(fuzzySort(all, 'sign', (name) => name)).toEqual(['sign', 'signal', 'as-sign', 'unassign', 'size again']);
  });
});
