import { describe, expect, it } from 'vitest';
import { startComposer, step } from '../../../shared/composer/composer-machine.ts';
import { menuChoices } from '../../../shared/composer/composer-menu.ts';
import type { ComposerEvent } from '../../../shared/composer/composer-types.ts';
import { mentionName } from '../../../shared/composer/mentions.ts';
import { context, enter, keys, now, pasted, play, typed } from './support.ts';

const locked = context('closed');
const choiceNames = (events: readonly ComposerEvent[]): readonly string[] =>
  menuChoices(play(events).state, context()).map((choice) =>
    choice.kind === 'command'
      ? choice.command.name
      : choice.kind === 'canned'
        ? `text:${choice.response.shortCode}`
        : mentionName(choice.mention),
  );

describe('rule 1: a prefix in an empty reply', () => {
  it('opens the menu without changing the mode', () => {
    expect(play(keys('reply', '/')).state).toMatchObject({ mode: 'reply', menu: { kind: 'command', query: '' } });
    expect(play(keys('reply', '@')).state).toMatchObject({ mode: 'reply', menu: { kind: 'mention', query: '' } });
    expect(play(keys('reply', 'a/')).state.menu).toBeNull();
    expect(play(keys('reply', 'a @')).state.menu).toBeNull();
  });

  it('narrows as one types, moves round, and chooses with Enter into a note', () => {
    expect(choiceNames(keys('reply', '/ass'))).toEqual(['assign', 'unassign']);
    expect(choiceNames(keys('reply', '@ana l'))).toEqual(['Ana Lima']);
    expect(choiceNames(keys('reply', '@'))).toEqual([
      'Ana Lima',
      'Ana',
      'Retail',
      'Returns',
      'Team West',
      'Ben (Night)',
    ]);
    const chosen = play([...keys('reply', '/ass'), enter]);
    expect(chosen.effects).toEqual([]);
    expect(chosen.state).toMatchObject({
      mode: 'note',
      reply: { text: '' },
      note: { text: '/assign ', caret: 8 },
      menu: null,
    });
    const up = play([...keys('reply', '/ass'), { type: 'menu-move', by: -1 }, enter]).state;
    expect(up.note.text).toBe('/unassign');
    const mention = play([...keys('reply', '@ana'), enter]).state;
    expect(mention).toMatchObject({ mode: 'note', reply: { text: '' }, note: { text: '@Ana Lima ' } });
  });

  it('closes when the caret leaves it, and does not come back with the caret', () => {
    const note: readonly ComposerEvent[] = [{ type: 'switch-mode', mode: 'note' }, ...keys('note', 'ask @an')];
    expect(play(note).state.menu).toMatchObject({ kind: 'mention', start: 4 });
    const left = play([...note, { type: 'caret', caret: 2 }]).state;
    expect(left.menu).toBeNull();
    expect(play([{ type: 'caret', caret: 5 }], context(), left).state.menu).toBeNull();
  });

  it('takes a command that is typed out with a space', () => {
    const { state } = play(keys('reply', '/snooze '));
    expect(state).toMatchObject({ mode: 'note', reply: { text: '' }, note: { text: '/snooze ' } });
  });

  it('leaves the literal character after Esc, and asks before it goes to the customer', () => {
    const { state } = play([...keys('reply', '/'), { type: 'escape' }, ...keys('reply', 'close', '/')]);
    expect(state).toMatchObject({ mode: 'reply', reply: { text: '/close' }, menu: null });
    expect(play([enter], context(), state).effects).toEqual([{ type: 'ask-leak-guard', text: '/close' }]);
  });
});

describe('rule 2: while locked', () => {
  it.each(['closed', 'guard', 'none', 'unverified'] as const)('a prefix starts a note at once (%s)', (kind) => {
    const { state } = play(keys('reply', '/'), context(kind));
    expect(state).toMatchObject({ mode: 'note', reply: { text: '' }, note: { text: '/' }, menu: { kind: 'command' } });
    const mention = play(keys('reply', '@'), context(kind)).state;
    expect(mention).toMatchObject({ mode: 'note', note: { text: '@' }, menu: { kind: 'mention' } });
  });

  it('keeps a note that is being written: commands above it, mentions behind it', () => {
    const drafts = { reply: { text: '', caret: 0 }, note: { text: 'half done', caret: 9 } };
    const from = startComposer(42, drafts);
    expect(play([typed('reply', '/')], locked, from).state.note).toEqual({ text: '/\nhalf done', caret: 1 });
    expect(play([typed('reply', '@')], locked, from).state.note).toEqual({ text: 'half done @', caret: 11 });
    const done = play([typed('reply', '/'), typed('note', '/close\nhalf done'), enter], locked, from);
    expect(done.effects).toMatchObject([{ type: 'act' }]);
    expect(done.state.note.text).toBe('half done');
  });

  it('keeps plain text a reply; Enter offers a template with it, the button makes it a note', () => {
    const { state, effects } = play([...keys('reply', 'Your parcel'), enter], locked);
    expect(state).toMatchObject({ mode: 'reply', reply: { text: 'Your parcel' }, note: { text: '' } });
    expect(effects).toEqual([{ type: 'open-template-picker', conversationId: 42, text: 'Your parcel', search: '' }]);
    const kept = play([{ type: 'keep-as-note' }, { type: 'accepted' }], locked, state);
    expect(kept.effects).toMatchObject([{ type: 'add-note', conversationId: 42, text: 'Your parcel' }]);
    expect(kept.state.reply.text).toBe('');
  });

  it('judges again when the leak question is answered', () => {
    const asked = play([pasted('reply', '@ana look'), enter], context('last')).state;
    const answer: ComposerEvent = { type: 'answer', answer: 'to-customer' };
    expect(step(asked, answer, context('last')).effect).toMatchObject({ type: 'send-reply' });
    expect(step(asked, answer, context('guard'))).toMatchObject({
      effect: null,
      state: { reply: { text: '@ana look' }, notice: { key: 'composer.notice.locked' } },
    });
  });
});

describe('the prefix row', () => {
  it.each(['open', 'closed'] as const)('works in every window state (%s) and leaves the reply alone', (kind) => {
    const reply = play(keys('reply', 'Hello'), context(kind)).state;
    for (const prefix of ['command', 'mention', 'note'] as const) {
      const { state } = play([{ type: 'prefix', prefix }], context(kind), reply);
      expect(state).toMatchObject({ mode: 'note', reply: { text: 'Hello' } });
      expect(state.menu?.kind ?? 'note').toBe(prefix);
    }
  });

  it('does not stack slashes', () => {
    const press: ComposerEvent = { type: 'prefix', prefix: 'command' };
    expect(play([press, press], locked).state).toMatchObject({ note: { text: '/' }, menu: { query: '' } });
  });
});

describe('rule 3: a note becomes a reply', () => {
  const note: readonly ComposerEvent[] = [{ type: 'switch-mode', mode: 'note' }, ...keys('note', 'We refund it')];
  it('only while the window is open, and only after its text was shown', () => {
    const asked = play([...note, { type: 'use-as-reply' }]);
    expect(asked.effects).toEqual([{ type: 'ask-use-as-reply', text: 'We refund it' }]);
    const sent = play([{ type: 'answer', answer: 'to-customer' }], context(), asked.state);
    expect(sent.effects).toMatchObject([{ type: 'send-reply', conversationId: 42, text: 'We refund it' }]);
    expect(play([...note, { type: 'use-as-reply' }], locked).effects).toEqual([]);
  });

  it('is off the table when the text changes under the question', () => {
    const { state } = play([...note, { type: 'use-as-reply' }, typed('note', 'Secret')]);
    expect(play([{ type: 'answer', answer: 'to-customer' }], context(), state).effects).toEqual([]);
  });
});

describe('rule 4: modes and their texts', () => {
  it('swaps drafts and keeps the mode when the prefix is deleted', () => {
    const { state } = play([...keys('reply', '/'), typed('reply', '')]);
    expect(state).toMatchObject({ mode: 'reply', menu: null });
    const note = play([typed('reply', '/'), typed('note', '')], locked).state;
    expect(note).toMatchObject({ mode: 'note', menu: null });
    const swapped = play([
      ...keys('reply', 'Hi'),
      { type: 'switch-mode', mode: 'note' },
      ...keys('note', 'psst'),
    ]).state;
    expect(swapped).toMatchObject({ mode: 'note', reply: { text: 'Hi' }, note: { text: 'psst' } });
  });

  it('leaves a late key of the other field with its own audience', () => {
    const { state } = play([{ type: 'switch-mode', mode: 'note' }, typed('reply', 'Hi')]);
    expect(state).toMatchObject({ mode: 'note', reply: { text: 'Hi' }, note: { text: '' } });
  });
});

describe('rule 5: doubled prefixes', () => {
  it('are literal and go out as one', () => {
    for (const prefix of ['/', '@']) {
      const { state, effects } = play([...keys('reply', `${prefix}${prefix}home`), enter]);
      expect(state.menu).toBeNull();
      expect(effects).toMatchObject([{ type: 'send-reply', conversationId: 42, text: `${prefix}home` }]);
    }
    const note = play([...keys('reply', '/'), ...keys('note', '/etc', '/'), enter], locked);
    expect(note.effects).toMatchObject([{ type: 'add-note', conversationId: 42, text: '/etc' }]);
  });
});

describe('rule 6: unknown commands', () => {
  it.each(['reply', 'note'] as const)('do nothing but say so (%s)', (mode) => {
    const start: readonly ComposerEvent[] = [{ type: 'switch-mode', mode }, ...keys(mode, '/asign me')];
    const { state, effects } = play([...start, enter]);
    expect(effects).toEqual([]);
    expect(state[mode].text).toBe('/asign me');
    expect(state.notice).toEqual({ key: 'command.unknown', params: { name: 'asign', suggestion: 'assign' } });
  });
});

describe('rule 7: pasted prefixes', () => {
  it('are text: no menu, no mode change even while locked, and a question before the customer gets them', () => {
    expect(play([pasted('reply', '/assign me')], locked).state).toMatchObject({ mode: 'reply', menu: null });
    const asked = play([pasted('reply', '  @ana look at this'), enter]);
    expect(asked.effects).toEqual([{ type: 'ask-leak-guard', text: '@ana look at this' }]);
    expect(play([enter], context(), asked.state).effects).toEqual([]);
    const note = play([{ type: 'answer', answer: 'as-note' }, { type: 'accepted' }], context(), asked.state);
    expect(note.effects).toMatchObject([{ type: 'add-note', conversationId: 42, text: '@ana look at this' }]);
    expect(note.state.reply.text).toBe('');
    const kept = play([{ type: 'answer', answer: 'keep-editing' }], context(), asked.state);
    expect(kept).toMatchObject({ effects: [], state: { question: null, reply: { text: '  @ana look at this' } } });
  });

  it('are text in a note as well', () => {
    const { effects } = play([{ type: 'switch-mode', mode: 'note' }, pasted('note', '/close'), enter]);
    expect(effects).toMatchObject([{ type: 'add-note', conversationId: 42, text: '/close' }]);
  });

  it('doubled by a paste are not a person saying "literal"', () => {
    expect(play([pasted('reply', '//cdn'), enter]).effects).toEqual([{ type: 'ask-leak-guard', text: '//cdn' }]);
  });
});

describe('rules 8 and 9: sending', () => {
  it('does nothing while an input method composes', () => {
    const { effects, state } = play([...keys('reply', 'にほん'), { type: 'submit', isComposing: true }]);
    expect(effects).toEqual([]);
    expect(state.reply.text).toBe('にほん');
  });

  it('does nothing for a field of another conversation', () => {
    const { state } = play(keys('reply', 'Hello'));
    const other = { ...context(), conversationId: 43 };
    const result = step(state, enter, other);
    expect(result.effect).toBeNull();
    expect(result.state.notice?.key).toBe('composer.notice.other-conversation');
    expect(step(state, typed('reply', 'X'), other).state.reply.text).toBe('Hello');
  });

  it.each(['none', 'guard', 'closed', 'unverified'] as const)('holds a reply in %s', (kind) => {
    const { effects } = play([...keys('reply', 'Hello'), enter], context(kind));
    expect(effects.map((effect) => effect.type)).toEqual(['open-template-picker']);
  });

  it.each(['unlimited', 'open', 'closing', 'urgent', 'last'] as const)('sends a reply in %s', (kind) => {
    const { effects } = play([...keys('reply', ' Hello '), enter], context(kind));
    expect(effects).toMatchObject([{ type: 'send-reply', conversationId: 42, text: 'Hello' }]);
  });

  it('keeps the text until the core has it, once, and loses nothing typed behind it', () => {
    const sent = play([...keys('reply', 'Hello'), enter, enter, typed('reply', 'Hello again')]);
    expect(sent.effects).toHaveLength(1);
    expect(play([{ type: 'accepted' }], context(), sent.state).state.reply).toEqual({ text: ' again', caret: 6 });
    const refused = play([{ type: 'refused' }], context(), sent.state).state;
    expect(refused).toMatchObject({ reply: { text: 'Hello again' }, inFlight: null });
    expect(refused.notice?.key).toBe('composer.notice.refused');
  });

  it('refuses what is longer than WhatsApp takes', () => {
    expect(play([typed('reply', 'x'.repeat(4096)), enter]).effects).toHaveLength(1);
    const { effects, state } = play([typed('reply', 'x'.repeat(4097)), enter]);
    expect(effects).toEqual([]);
    expect(state.notice).toEqual({ key: 'composer.notice.too-long', params: { limit: 4096, length: 4097 } });
  });

  it('gives a refused text back to its own audience without changing the mode', () => {
    const writing = play([{ type: 'switch-mode', mode: 'note' }, ...keys('note', 'psst')]).state;
    const { state } = play([{ type: 'restored', mode: 'reply', text: 'Hello' }], locked, writing);
    expect(state).toMatchObject({ mode: 'note', reply: { text: 'Hello' }, note: { text: 'psst' } });
  });
});

describe('notes and commands', () => {
  it('turns exact names into mentions', () => {
    const { effects } = play(
      [{ type: 'switch-mode', mode: 'note' }, typed('note', 'see @Ana Lima, @Ana and @Nobody'), enter],
      locked,
    );
    expect(effects).toMatchObject([
      {
        type: 'add-note',
        conversationId: 42,
        text: 'see [@Ana Lima](mention://user/7/Ana%20Lima), [@Ana](mention://user/9/Ana) and @Nobody',
      },
    ]);
  });

  it.each([
    ['/assign me', { kind: 'assign', assigneeId: 1 }],
    ['/assign @Ana Lima', { kind: 'assign', assigneeId: 7 }],
    ['/assign ben', { kind: 'assign', assigneeId: 8 }],
    ['/unassign', { kind: 'assign', assigneeId: null }],
    ['/close', { kind: 'set-status', status: 'resolved', snoozedUntil: null }],
    ['/reopen', { kind: 'set-status', status: 'open', snoozedUntil: null }],
    ['/snooze', { kind: 'set-status', status: 'snoozed', snoozedUntil: null }],
    ['/snooze 2h', { kind: 'set-status', status: 'snoozed', snoozedUntil: now + 7_200_000 }],
  ])('%s works while locked', (text, action) => {
    // The first Enter may still choose what the menu shows.
    const { effects, state } = play([{ type: 'switch-mode', mode: 'note' }, ...keys('note', text), enter], locked);
    const ran = effects.length > 0 ? effects : play([enter], locked, state).effects;
    expect(ran).toEqual([{ type: 'act', conversationId: 42, action }]);
  });

  it('opens the template picker with the reply draft, and help', () => {
    const { effects, state } = play(
      [...keys('reply', 'Hello'), { type: 'switch-mode', mode: 'note' }, typed('note', '/template order'), enter],
      locked,
    );
    expect(effects).toEqual([{ type: 'open-template-picker', conversationId: 42, text: 'Hello', search: 'order' }]);
    expect(state).toMatchObject({ reply: { text: 'Hello' }, note: { text: '' } });
    expect(play([{ type: 'switch-mode', mode: 'note' }, ...keys('note', '/help'), enter]).effects).toEqual([
      { type: 'open-help' },
    ]);
  });
});
