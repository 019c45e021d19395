import { describe, expect, it } from 'vitest';
import { commands, matchCommands, suggestCommand } from '../../../shared/composer/commands.ts';
import { parseCommand } from '../../../shared/composer/parse-command.ts';
import { context, now } from './support.ts';

describe('commands', () => {
  it('are found by their beginning first', () => {
    expect(matchCommands('').map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
    const found = (query: string): readonly string[] => matchCommands(query).map(({ name }) => name);
    expect(found('N')[0]).toBe('note');
    expect(found('sn')).toEqual(['snooze', 'assign', 'unassign']);
    expect(found('win')).toEqual(['call-window']);
    expect(found('tmpl')).toEqual(['template']);
    expect(matchCommands('zzz')).toEqual([]);
  });

  it.each([
    ['asign', 'assign'],
    ['assing', 'assign'],
    ['snoze', 'snooze'],
    ['clsoe', 'close'],
    ['hlep', 'help'],
    ['foo', null],
    ['', null],
    ['x'.repeat(10_000), null],
  ])('for /%s, suggests %s', (name, expected) => {
    expect(suggestCommand(name)).toBe(expected);
  });

  it.each([
    ['/', 'command.unknown-no-suggestion'],
    ['/asign', 'command.unknown'],
    ['/assign', 'command.assign.who'],
    ['/assign @', 'command.assign.who'],
    ['/assign @zoe', 'command.assign.not-found'],
    ['/assign an', 'command.assign.ambiguous'],
    ['/close now', 'command.no-argument'],
    ['/assign re', 'command.assign.ambiguous'],
    ['/assign team', 'command.assign.who'],
    ['/assign team north', 'command.assign.not-found'],
    ['/label', 'command.label.which'],
    ['/label -', 'command.label.which'],
    ['/label nonsense', 'command.label.not-found'],
    ['/label vip nonsense', 'command.label.not-found'],
    ['/label del', 'command.label.ambiguous'],
    ['/priority', 'command.priority.which'],
    ['/priority soon', 'command.priority.which'],
    ['/snooze sometime', 'command.snooze.when'],
    ['/remind', 'command.remind.when'],
    ['/remind whenever', 'command.snooze.when'],
    ['/team', 'command.team.which'],
    ['/team ana', 'command.assign.not-found'],
    ['/handover', 'command.assign.who'],
    ['/handover @zoe please', 'command.assign.not-found'],
    ['/macro', 'command.macro.which'],
    ['/macro nothing', 'command.macro.not-found'],
    ['/macro ref', 'command.macro.ambiguous'],
    ['/sms hello', 'command.no-argument'],
    ['/note', 'command.note.empty'],
  ])('%s is a problem', (text, key) => {
    expect(parseCommand(text, context())).toMatchObject({ type: 'problem', problem: { key } });
  });

  it('say why "before close" is impossible', () => {
    const snooze = (kind: 'none' | 'open', now: number): unknown =>
      parseCommand('/snooze before close', { ...context(kind), now });
    expect(snooze('none', 0)).toMatchObject({ problem: { key: 'command.snooze.no-window' } });
    const end = context('open').window.closesAt ?? 0;
    expect(snooze('open', end - 1_800_000)).toMatchObject({ problem: { key: 'command.snooze.past' } });
    expect(snooze('open', end - 1_800_001)).toMatchObject({ type: 'act' });
  });

  it.each([
    ['/assign returns', { kind: 'assign-team', teamId: 21 }],
    ['/assign @Retu', { kind: 'assign-team', teamId: 21 }],
    ['/assign team retail', { kind: 'assign-team', teamId: 22 }],
    ['/assign Team West', { kind: 'assign-team', teamId: 23 }],
    ['/assign team west', { kind: 'assign-team', teamId: 23 }],
    ['/label vip', { kind: 'change-labels', add: ['vip'], remove: [] }],
    ['/label VIP  deliv -delay', { kind: 'change-labels', add: ['vip', 'delivery'], remove: ['delay'] }],
    ['/label vip -vip', { kind: 'change-labels', add: [], remove: ['vip'] }],
    ['/label #vip', { kind: 'change-labels', add: ['vip'], remove: [] }],
    ['/team retail', { kind: 'assign-team', teamId: 22 }],
    ['/team none', { kind: 'assign-team', teamId: null }],
    ['/macro refund', { kind: 'run-macro', macroId: 31, name: 'Refund' }],
    ['/remind 2h', { kind: 'set-status', status: 'snoozed', snoozedUntil: now + 7_200_000 }],
    ['/snooze before close', { kind: 'set-status', status: 'snoozed', snoozedUntil: now + 5_400_000 }],
    ['/priority HIGH', { kind: 'set-priority', priority: 'high' }],
    ['/priority u', { kind: 'set-priority', priority: 'urgent' }],
    ['/priority none', { kind: 'set-priority', priority: null }],
  ])('%s changes the conversation', (text, action) => {
    const parsed = parseCommand(text, context());
    expect(parsed).toEqual({ type: 'act', action });
  });

  it('a macro that writes to the customer is held by the window; another is not', () => {
    expect(parseCommand('/macro refund', context('closed'))).toMatchObject({
      problem: { key: 'command.macro.locked', params: { name: 'Refund' } },
    });
    expect(parseCommand('/macro refer', context('closed'))).toMatchObject({ action: { macroId: 32 } });
  });

  it.each([
    ['/handover @Ana Lima she calls at 5', 7, '@Ana Lima she calls at 5\n\nWaiting since 9.'],
    ['/handover ben: first\nsecond', 8, '@Ben (Night) first\nsecond\n\nWaiting since 9.'],
    ['/handover me', 1, null],
    ['/handover @Ana', 9, '@Ana\n\nWaiting since 9.'],
  ])('%s gives it away with a note of how it stands', (line, assigneeId, text) => {
    const parsed = parseCommand(line, context());
    expect(parsed).toMatchObject({ type: 'hand-over', action: { kind: 'assign', assigneeId } });
    if (text !== null) expect(parsed).toMatchObject({ text });
  });

  it('a handover to a team names the team', () => {
    expect(parseCommand('/handover returns broken frame', context())).toMatchObject({
      text: '@Returns broken frame\n\nWaiting since 9.',
      action: { kind: 'assign-team', teamId: 21 },
    });
  });

  it('/sms carries no text of the note it is typed in', () => {
    expect(parseCommand('/sms\nsecret', context())).toEqual({ type: 'sms' });
  });

  it('a teammate wins over a team of the same name', () => {
    const both = { ...context(), teams: [{ id: 24, name: 'Ana' }] };
    expect(parseCommand('/assign ana', both)).toMatchObject({ action: { kind: 'assign', assigneeId: 9 } });
  });

  it('read only the first line, except a note', () => {
    expect(parseCommand('/assign ana\nplease', context())).toMatchObject({ action: { assigneeId: 9 } });
    expect(parseCommand('/note first\nsecond', context())).toEqual({ type: 'note', text: 'first\nsecond' });
    expect(parseCommand('/TEMPLATE  order up ', context())).toEqual({ type: 'template', search: 'order up' });
  });
});
