/**
 * What Latchkey relies on Electron for, rule by rule: on the fake always, on real Electron where its binary is. When they disagree the
 * fake is wrong.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronObstacle, findElectron } from '../../scripts/electron-binary.mjs';
import { runOnFake, type Outcome } from './fake-room.ts';
import { bundleApp, runOnReal } from './real/driver.ts';
import type { Rule } from './room.ts';
import { rules } from './rules/all.ts';

function judge({ leaves }: Rule, { code, said }: Outcome): void {
  if (leaves === undefined) return;
  expect(said).toEqual(leaves.said);
  expect(code).toBe(leaves.code);
}

const holdsOn = ({ platforms }: Rule, platform: NodeJS.Platform): boolean => platforms?.includes(platform) ?? true;

describe.each(['linux', 'win32', 'darwin'] as const)('the fake, as %s', (platform) => {
  const played = rules.filter((rule) => rule.realOnly === undefined && holdsOn(rule, platform));
  test.each(played.map((rule) => [rule.name, rule] as const))('%s', async (_name, rule) => {
    judge(rule, await runOnFake(rule, platform));
  });
});

const executable = findElectron();
const obstacle = executable === null ? "Electron's binary is not here" : electronObstacle();

if (executable === null || obstacle !== null) {
  process.stderr.write(`The rules are not looked at on real Electron: ${obstacle}.\n`);
} else {
  describe('real Electron', () => {
    let folder: string;
    let main: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'latchkey-conformance-app-'));
      main = await bundleApp(folder);
    }, 60_000);
    afterAll(() => rm(folder, { recursive: true, force: true }));

    const stated = rules.filter((rule) => holdsOn(rule, process.platform));
    test.each(stated.map((rule) => [rule.name, rule] as const))('%s', { timeout: 60_000 }, async (name, rule) => {
      judge(rule, await runOnReal(executable, main, name));
    });
  });
}

test('every rule has a name of its own', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});
