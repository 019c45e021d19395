import { describe, expect, it } from 'vitest';
import { commands, matchCommands, parseCommand, suggestCommand } from '../../../shared/composer/commands.ts';
import { linkMentions, matchAgents } from '../../../shared/composer/mentions.ts';
import { parseMoment } from '../../../shared/composer/moments.ts';
import { agents, context } from './support.ts';

describe('commands', () => {
  it('are found by their beginning first', () => {
    expect(matchCommands('').map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
    expect(matchCommands('N').map(({ name }) => name)).toEqual(['note', 'assign', 'unassign', 'snooze', 'reopen']);
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
    ['/note', 'command.note.empty'],
  ])('%s is a problem', (text, key) => {
    expect(parseCommand(text, context())).toMatchObject({ type: 'problem', problem: { key } });
  });

  it('say why "before close" is impossible', () => {
    const snooze = (kind: 'none' | 'open', now: number): unknown =>
      parseCommand('/snooze before close', { ...context(kind), now });
    expect(snooze('none', 0)).toMatchObject({ problem: { key: 'command.snooze.no-window' } });
    const hourBefore = context('open').window.closesAt ?? 0;
    expect(snooze('open', hourBefore - 3_600_000)).toMatchObject({ problem: { key: 'command.snooze.past' } });
    expect(snooze('open', hourBefore - 3_600_001)).toMatchObject({ type: 'act' });
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
    ['/priority HIGH', { kind: 'set-priority', priority: 'high' }],
    ['/priority u', { kind: 'set-priority', priority: 'urgent' }],
    ['/priority none', { kind: 'set-priority', priority: null }],
  ])('%s changes the conversation', (text, action) => {
    const parsed = parseCommand(text, context());
    expect(parsed).toEqual({ type: 'act', action });
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

describe('moments', () => {
  const now = Date.UTC(2026, 9, 24, 10, 0); // Saturday; clocks in Berlin go back on the night to Sunday
  it.each([
    ['2h', now + 7_200_000],
    ['in 90 minutes', now + 5_400_000],
    ['1 day', now + 86_400_000],
    ['tomorrow', Date.UTC(2026, 9, 25, 8, 0)],
    ['tomorrow 14:30', Date.UTC(2026, 9, 25, 13, 30)],
    ['Tomorrow at 0', Date.UTC(2026, 9, 24, 22, 0)],
    ['tomorrow 24', null],
    ['0h', null],
    ['99999d', null],
    ['soon', null],
  ])('%s', (text, expected) => {
    expect(parseMoment(text, now, 'Europe/Berlin')).toBe(expected);
  });

  it('cross months and the date line', () => {
    const newYear = Date.UTC(2026, 11, 31, 12, 0);
    expect(parseMoment('tomorrow 9', newYear, 'UTC')).toBe(Date.UTC(2027, 0, 1, 9, 0));
    expect(parseMoment('tomorrow 9', newYear, 'Pacific/Auckland')).toBe(Date.UTC(2027, 0, 1, 20, 0));
  });
});

describe('mentions', () => {
  it('list present teammates first, by any word of the name, at most eight', () => {
    expect(matchAgents(agents, 'l').map(({ id }) => id)).toEqual([7]);
    expect(matchAgents(agents, '').map(({ id }) => id)).toEqual([7, 9, 8]);
    const many = Array.from({ length: 20 }, (_, id) => ({ id, name: `A${id}`, availability: 'online' as const }));
    expect(matchAgents(many, 'a')).toHaveLength(8);
  });

  it.each([
    ['@Ana', '[@Ana](mention://user/9/Ana)'],
    ['@Ana Lima!', '[@Ana Lima](mention://user/7/Ana%20Lima)!'],
    ['@Anabel', '@Anabel'],
    ['mail@Ana', 'mail@Ana'],
    ['@Ben (Night) ok', '[@Ben (Night)](mention://user/8/Ben%20%28Night%29) ok'],
    ['[@Ana](mention://user/9/Ana)', '[@Ana](mention://user/9/Ana)'],
    ['a @ b', 'a @ b'],
    ['@@Ana', '@@Ana'],
  ])('%s', (text, expected) => {
    expect(linkMentions(text, agents)).toBe(expected);
  });

  it('survive names that are no proper text', () => {
    const odd = { id: 3, name: 'x\uD800', availability: 'online' as const };
    expect(linkMentions('@x\uD800', [odd])).toContain('mention://user/3/');
  });
});
