import { describe, expect, it } from 'vitest';
import {
  colourProblems,
  consoleProblems,
  lockProblems,
  machineProblems,
  maxLines,
  sizeProblems,
  worldProblems,
} from './hygiene.ts';
import { readTree } from './source-tree.ts';

const scripts = ['.ts', '.tsx', '.cts', '.mts', '.mjs'];
const product = readTree(['shared', 'electron', 'renderer'], scripts);
const everything = readTree(['.'], [...scripts, '.css', '.html', '.json', '.yml', '.md', '.npmrc', 'run']);

describe('files', () => {
  it('were found', () => {
    expect(product.length).toBeGreaterThan(100);
    expect(everything.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', '.npmrc', '.ci/run', 'renderer/styles/tokens.css']),
    );
  });

  it(`have at most ${maxLines} lines`, () => {
    const sized = everything.filter(({ path }) => /\.([cm]?tsx?|mjs|css)$/.test(path));
    expect(sized.flatMap(sizeProblems)).toEqual([]);
    expect(sizeProblems({ path: 'a.ts', text: 'x;\n'.repeat(maxLines) })).toEqual([]);
    expect(sizeProblems({ path: 'a.ts', text: 'x;\n'.repeat(maxLines + 1) })).toHaveLength(1);
  });

  it('name no machine and no registry', () => {
    expect(everything.flatMap(machineProblems)).toEqual([]);
  });

  // Joined here so that this file does not name one itself.
  it.each([
    ['', 'home', 'ana', 'x'].join('/'),
    ['"', 'Users', 'ana', 'x'].join('/'),
    ['C:', 'Users', 'ana'].join('\\'),
    ['', 'work', 'main'].join('/'),
    ['https:', '', 'registry.example'].join('/'),
  ])('would be caught naming %s', (text) => {
    expect(machineProblems({ path: 'a.md', text: `see ${text}` })).toHaveLength(1);
  });
});

describe('code', () => {
  it('does not print', () => {
    expect(product.filter(({ path }) => !path.endsWith('/cli.ts')).flatMap(consoleProblems)).toEqual([]);
    expect(consoleProblems({ path: 'a.ts', text: 'console.log(1) // console.log' })).toHaveLength(1);
    expect(consoleProblems({ path: 'a.ts', text: "// console.log\nconst a = 'console.log'" })).toEqual([]);
  });

  it('of core and shared reaches the world through ports only', () => {
    const inner = product.filter(({ path }) => /^(shared|electron\/core)\//.test(path));
    const world = ['electron/core/system-ports.ts', 'electron/core/network/node-lines.ts'];
    const checked = inner.filter(({ path }) => !world.includes(path));
    expect(checked.length).toBe(inner.length - world.length);
    const stopwatch = 'electron/core/store/worker.ts uses performance.now'; // how long a query took, for the log only
    expect(checked.flatMap(worldProblems).filter((problem) => !problem.startsWith(stopwatch))).toEqual([]);
  });

  it.each([
    'Date.now()',
    'const now = Date.now',
    'new Date()',
    'Math.random()',
    'performance.now()',
    'crypto.randomUUID()',
    'setTimeout(f, 1)',
    'setInterval(f, 1)',
    "fetch('x')",
    "globalThis.fetch('x')",
    "new WebSocket('x')",
  ])('would be caught using %s', (text) => {
    expect(worldProblems({ path: 'a.ts', text })).toHaveLength(1);
  });

  it.each([
    'clock.wallNow(); new Date(0); Math.max(1, 2)',
    'export const f = ({ fetch }: Ports) => fetch(1)',
    "// Date.now()\nconst text = 'Math.random()'",
    'ports.fetch(url); clock.schedule(1, run)',
  ])('may use %s', (text) => {
    expect(worldProblems({ path: 'a.ts', text })).toEqual([]);
  });
});

describe('colours', () => {
  it('stand in the tokens only', () => {
    const page = readTree(['renderer'], ['.css', '.ts', '.tsx']);
    const others = page.filter(({ path }) => path !== 'renderer/styles/tokens.css');
    expect(others.length).toBe(page.length - 1);
    expect(others.flatMap(colourProblems)).toEqual([]);
  });

  it.each([
    ['a.css', '.a { color: #fff; }'],
    ['a.css', '.a {\n  background: rgb(0 0 0 / 50%);\n}'],
    ['a.css', '.a { border: 1px solid OKLCH(50% 0 0); }'],
    ['a.css', '.a { color: white; }'],
    ['a.tsx', "const a = <div style={{ color: '#1f93ff' }} />"],
    ['a.ts', 'const a = `rgba(0, 0, 0, ${alpha})`'],
  ])('would be caught in %s: %s', (path, text) => {
    expect(colourProblems({ path, text })).toHaveLength(1);
  });

  it.each([
    ['a.css', '#add { color: var(--ink); } /* #fff */'],
    ['a.css', '.a { color: var(--red-strong); white-space: nowrap; }'],
    ['a.tsx', "const a = <a href='#t=1'>#123 and #face</a>; // #fff"],
  ])('may be named in %s: %s', (path, text) => {
    expect(colourProblems({ path, text })).toEqual([]);
  });
});

describe('the lockfile', () => {
  it('names no host and holds everything it names', () => {
    const lock = readTree(['.'], ['package-lock.json']).find(({ path }) => path === 'package-lock.json');
    const { packages } = JSON.parse(lock?.text ?? '{}') as { packages: Parameters<typeof lockProblems>[0] };
    expect(Object.keys(packages).length).toBeGreaterThan(200);
    expect(lockProblems(packages)).toEqual([]);
  });

  it('would be caught lacking a package or carrying an address', () => {
    const sample = {
      '': { dependencies: { a: '1' } },
      'node_modules/a': { dependencies: { b: '1', c: '1' } },
      'node_modules/a/node_modules/b': { dependencies: { a: '1' }, resolved: 'https://example.com/b.tgz' },
    };
    expect(lockProblems(sample)).toEqual([
      'node_modules/a lacks c',
      'node_modules/a/node_modules/b carries a download address',
    ]);
  });
});
