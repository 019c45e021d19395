import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/contract/default-settings.ts';
import { Settings } from '../../../shared/contract/settings.ts';
import {
  lockedPaths,
  mayGoOn,
  maySignIn,
  noPolicy,
  readPolicy,
  unreadablePolicy,
  unsafePolicy,
} from '../../../shared/policy/policy.ts';
import { withValue } from '../../../shared/settings/setting-path.ts';
import { must } from '../../../shared/lang/assert.ts';

const policyOf = (content: unknown) => readPolicy(JSON.stringify(content));

describe('the policy of docs/policy.md', () => {
  const page = readFileSync(new URL('../../../docs/policy.md', import.meta.url), 'utf8');
  const policy = readPolicy(must(/```json\n([^`]*)```/.exec(page)?.[1], 'the page has an example'));

  it('is read without a problem', () => {
    expect(policy).toEqual({
      state: 'applied',
      path: '',
      servers: ['https://chat.example.com', 'https://tools.example.com/chat'],
      practice: false,
      fileVault: false,
      contact: 'IT help desk, extension 200',
      settings: [
        { path: 'alerts.privacy', value: 'count', locked: true },
        { path: 'singleKeys', value: false, locked: false },
        { path: 'undoSeconds', value: 10, locked: true },
      ],
      problems: [],
    });
    expect(lockedPaths(policy)).toEqual(['alerts.privacy', 'undoSeconds']);
  });
});

describe('a key of a policy', () => {
  it.each([
    ['practice', 'no', { practice: false }],
    ['practice', 0, { practice: false }],
    ['practice', null, { practice: false }],
    ['fileVault', 'false', { fileVault: false }],
    ['servers', 'https://chat.example.com', { servers: 'unknown' }],
    ['servers', {}, { servers: 'unknown' }],
    ['servers', ['http://chat.example.com'], { servers: 'unknown' }],
    ['servers', ['chat.example.com', 7], { servers: ['https://chat.example.com'] }],
    ['contact', 12, { contact: null }],
    ['settings', [], { settings: [] }],
    ['settings', { colour: { value: 'red' } }, { settings: [] }],
    ['settings', { 'theme.dark': { value: 1 } }, { settings: [] }],
    ['settings', { 'alerts.quietHours.from': { value: 1 } }, { settings: [] }],
    ['settings', { constructor: { value: 1 } }, { settings: [] }],
    ['settings', { theme: { value: 'purple', locked: false } }, lockedAt('theme', 'system')],
    ['settings', { theme: 'dark' }, lockedAt('theme', 'system')],
    ['settings', { 'alerts.privacy': { value: 'loud' } }, lockedAt('alerts.privacy', 'name')],
    ['settings', { theme: { value: 'dark', locked: 'yes' } }, lockedAt('theme', 'dark')],
    ['keepDays', 90, {}],
  ])('%s: %j takes its strictest meaning and is named', (key, value, meaning) => {
    const policy = policyOf({ contact: 'IT', [key]: value });
    expect(policy).toMatchObject({ state: 'applied', contact: 'IT', ...meaning });
    expect(policy.problems).toHaveLength(1);
    expect(policy.problems[0]).toContain(key);
  });

  it('does not cost the others', () => {
    expect(policyOf({ practice: 7, fileVault: true, servers: ['a.example'] })).toMatchObject({
      practice: false,
      fileVault: true,
      servers: ['https://a.example'],
    });
  });
});

describe('a policy', () => {
  it.each(['', '[]', '"x"', '{', 'null', '7'])('that is %j closes every way in, and stops nobody', (text) => {
    const policy = readPolicy(text);
    expect(policy).toMatchObject({ state: 'unreadable', practice: false, fileVault: false, settings: [] });
    expect([maySignIn(policy, 'https://a.example'), mayGoOn(policy, 'https://a.example')]).toEqual([false, true]);
    expect(policy.problems).toHaveLength(1);
  });

  it.each([
    ['none', noPolicy, true, true],
    ['unsafe', unsafePolicy('x'), true, true],
    ['unreadable', unreadablePolicy('x'), false, true],
    ['that names it', policyOf({ servers: ['a.example/'] }), true, true],
    ['that names another', policyOf({ servers: ['b.example'] }), false, false],
    ['that names none', policyOf({ servers: [] }), false, false],
    ['that names a folder of it', policyOf({ servers: ['a.example/chat'] }), false, false],
  ])('%s: may one sign in, and go on', (_what, policy, signIn, goOn) => {
    expect([maySignIn(policy, 'https://a.example'), mayGoOn(policy, 'https://a.example')]).toEqual([signIn, goOn]);
  });

  it('is always read, and leaves settings that are settings', () => {
    const paths = [...Object.keys(defaultSettings), 'alerts.privacy', 'panes.list', 'nonsense'];
    const rule = fc.record({ value: fc.jsonValue(), locked: fc.jsonValue() }, { requiredKeys: [] });
    const content = fc.record(
      {
        settings: fc.oneof(fc.dictionary(fc.constantFrom(...paths), rule), fc.jsonValue()),
        servers: fc.jsonValue(),
        practice: fc.jsonValue(),
        fileVault: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(content, (given) => {
        const policy = policyOf(given);
        const decided = policy.settings.reduce((all, { path, value }) => withValue(all, path, value), defaultSettings);
        expect(Settings.safeParse(decided).success).toBe(true);
        // Only a clear yes, or nothing at all, leaves a way open.
        for (const key of ['practice', 'fileVault'] as const) {
          expect(policy[key]).toBe(given[key] === undefined || given[key] === true);
        }
      }),
    );
  });
});

function lockedAt(path: string, value: unknown): object {
  return { settings: [{ path, value, locked: true }] };
}
