import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composerView, type ComposerViewInput } from '../../../shared/composer/composer-view.ts';
import { allowsFreeText, type WindowKind } from '../../../shared/window/window-state.ts';
import { inWindow, now } from './support.ts';

const base: ComposerViewInput = {
  window: inWindow('open'),
  mode: 'reply',
  replyText: '',
  noteText: '',
  connection: 'online',
  hasTemplates: true,
  channelKind: 'whatsapp',
  templateSentAt: null,
  lateRefusal: null,
  customerName: 'Mara',
  readOnly: false,
};
const kinds: readonly WindowKind[] = [
  'unlimited',
  'none',
  'open',
  'closing',
  'urgent',
  'last',
  'guard',
  'closed',
  'unverified',
];
const closed = { window: inWindow('closed') };

describe('banner', () => {
  it.each<[string, Partial<ComposerViewInput>, string | null, readonly string[]]>([
    ['open', {}, null, []],
    ['closed', closed, 'closed', ['template', 'note']],
    ['closed, SMS connected', { ...closed, hasSms: true }, 'closed', ['template', 'note', 'sms']],
    ['closed, no template', { ...closed, hasTemplates: false }, 'closed-no-template', ['note', 'tell-admin']],
    ['closed, other channel', { ...closed, hasTemplates: false, channelKind: 'api' }, 'closed-other', ['note']],
    ['template sent', { ...closed, templateSentAt: now }, 'template-sent', ['note']],
    ['never opened', { window: inWindow('none') }, 'never-opened', ['template', 'note']],
    ['never opened, sent', { window: inWindow('none'), templateSentAt: now }, 'template-sent', ['note']],
    ['last, nothing typed', { window: inWindow('last') }, 'last', ['template']],
    ['last', { window: inWindow('last'), replyText: 'Hi' }, 'last', ['send', 'template']],
    ['guard', { window: inWindow('guard') }, 'guard', ['template', 'note']],
    ['unverified', { window: inWindow('unverified') }, 'unverified', ['check-clock', 'template', 'note']],
    [
      'unverified, offline',
      { window: inWindow('unverified'), connection: 'offline' },
      'unverified-offline',
      ['check-clock', 'template', 'note'],
    ],
    [
      'refused late',
      { ...closed, lateRefusal: 131047, replyText: 'Hi' },
      'refused-late',
      ['template', 'copy-text', 'note'],
    ],
    ['refused late, open again', { lateRefusal: 131047 }, null, []],
    ['opted out', { lateRefusal: 131050 }, 'opted-out', ['template', 'note']],
    ['undeliverable', { lateRefusal: 131026 }, 'undeliverable', ['note']],
    ['refused otherwise', { lateRefusal: 131042 }, 'refused-other', ['note']],
    ['read only', { readOnly: true }, 'read-only', ['note']],
  ])('%s', (_name, changed, which, actions) => {
    const { banner } = composerView({ ...base, ...changed });
    expect(banner?.case ?? null).toBe(which);
    expect(banner?.actions.map(({ action }) => action) ?? []).toEqual(actions);
    if (banner !== null) expect(banner.textKey).toBe(`banner.${which}.text`);
  });

  it('tells when it closed and why WhatsApp refused', () => {
    expect(composerView({ ...base, ...closed }).banner?.params).toMatchObject({
      name: 'Mara',
      closesAt: now + 7_200_000,
    });
    expect(composerView({ ...base, lateRefusal: 131042 }).banner?.reasonKey).toBe('refusal.billing');
    expect(composerView({ ...base, ...closed }).banner?.reasonKey).toBeNull();
  });
});

describe('send button', () => {
  it.each<[Partial<ComposerViewInput>, string, string, string | null]>([
    [{}, 'send', 'send', 'empty'],
    [{ replyText: 'Hi' }, 'send', 'send', null],
    [{ replyText: 'Hi', connection: 'offline' }, 'send', 'queue', null],
    [{ replyText: 'Hi', window: inWindow('last') }, 'send', 'send-now', null],
    [{ replyText: 'x'.repeat(4097) }, 'send', 'send', 'too-long'],
    [{ replyText: 'Hi', ...closed }, 'template', 'choose-template-with-text', null],
    [closed, 'template', 'choose-template', null],
    [{ ...closed, hasTemplates: false }, 'template', 'choose-template', 'no-template'],
    [{ mode: 'note', noteText: 'psst', ...closed }, 'add-note', 'add-note', null],
    [{ mode: 'note', replyText: 'Hi' }, 'add-note', 'add-note', 'empty'],
    [{ replyText: 'Hi', readOnly: true }, 'send', 'send', 'read-only'],
  ])('%j', (changed, action, label, disabled) => {
    expect(composerView({ ...base, ...changed }).send).toMatchObject({
      action,
      labelKey: `composer.button.${label}`,
      enabled: disabled === null,
      disabledReasonKey: disabled === null ? null : `composer.disabled.${disabled}`,
    });
  });

  it('has "keep as note" beside it only for a locked text', () => {
    expect(composerView({ ...base, ...closed, replyText: 'Hi' }).secondary?.action).toBe('keep-as-note');
    expect(composerView({ ...base, ...closed }).secondary).toBeNull();
    expect(composerView({ ...base, replyText: 'Hi' }).secondary).toBeNull();
  });
});

const anyInput: fc.Arbitrary<ComposerViewInput> = fc.record({
  window: fc.constantFrom(...kinds).map(inWindow),
  mode: fc.constantFrom('reply', 'note'),
  replyText: fc.constantFrom('', ' ', 'Hi', '/x', 'x'.repeat(5000)),
  noteText: fc.constantFrom('', 'psst', 'x'.repeat(20_000)),
  connection: fc.constantFrom('online', 'offline'),
  hasTemplates: fc.boolean(),
  channelKind: fc.constantFrom('whatsapp', 'sms', 'api', 'other'),
  templateSentAt: fc.option(fc.constant(now)),
  lateRefusal: fc.option(fc.constantFrom(131047, 63016, 131050, 131026, 131042, 1)),
  customerName: fc.constant('Mara'),
  readOnly: fc.boolean(),
  hasSms: fc.boolean(),
  computerClockErrorMs: fc.integer(),
});

describe('law 5', () => {
  it('every lock has a named reason and an exit that works, and says so above the field', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const view = composerView(input);
        expect(view.locked).toBe(input.readOnly || !allowsFreeText(input.window));
        expect(view.lockKey === null).toBe(!view.locked);
        expect(view.prefixRow.highlighted).toBe(view.locked);
        if (!view.locked) return;
        expect(view.exits.filter(({ enabled }) => enabled).length).toBeGreaterThan(0);
        expect(view.banner).not.toBeNull();
        expect(view.banner?.actions.some(({ enabled }) => enabled)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never offers to send free text while locked, and every button that is off says why', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const view = composerView(input);
        const buttons = [view.send, ...(view.banner?.actions ?? []), ...view.exits];
        for (const button of buttons) expect(button.enabled).toBe(button.disabledReasonKey === null);
        if (view.locked) expect(buttons.some(({ action, enabled }) => action === 'send' && enabled)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
