import { expect, test } from 'vitest';
import { ownFlags } from '../../electron/shell/own-flags.ts';

test.each([
  [['electron', 'main.js'], []],
  [
    ['electron', 'main.js', '--data', '/d'],
    ['--data', '/d'],
  ],
  [
    ['electron', 'main.js', '--data=/d', '--server=https://x.example'],
    ['--data=/d', '--server=https://x.example'],
  ],
  [
    ['electron', '--no-sandbox', '--remote-debugging-port=0', 'main.js', '--data', '/d'],
    ['--data', '/d'],
  ],
  [['electron', 'main.js', '--database', 'x', '--inspect=0'], []],
  [['electron', 'main.js', '--data'], ['--data']],
])('%j holds %j of ours', (argv, ours) => {
  expect(ownFlags(argv)).toEqual(ours);
});
