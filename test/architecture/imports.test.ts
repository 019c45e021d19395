import { describe, expect, it } from 'vitest';
import { arrowProblems, reachableAtRunTime, roomOf, rooms } from './arrows.ts';
import { importsOf, readTree } from './source-tree.ts';

const files = readTree(['shared', 'electron', 'renderer'], ['.ts', '.tsx', '.cts', '.mts', '.mjs']);

describe('the arrows of the house', () => {
  it('point one way only', () => {
    expect(arrowProblems(files)).toEqual([]);
  });

  it('were really looked at: every room has files that import what they may', () => {
    for (const room of rooms) {
      const inside = files.filter(({ path }) => roomOf(path) === room);
      expect(inside.length, `files in ${room.at}`).toBeGreaterThan(0);
      expect(inside.flatMap(importsOf).length, `imports in ${room.at}`).toBeGreaterThan(0);
    }
    const edges = (from: string, to: string) =>
      files
        .filter(({ path }) => path.startsWith(from))
        .flatMap(importsOf)
        .filter(({ target }) => target.startsWith(to));
    for (const from of ['electron/core/', 'electron/practice/', 'electron/host/', 'electron/shell/', 'renderer/']) {
      expect(edges(from, 'shared/').length, `${from} → shared/`).toBeGreaterThan(0);
    }
    expect(edges('electron/host/', 'electron/core/').length).toBeGreaterThan(0);
    expect(edges('electron/shell/', 'electron/core/').length).toBeGreaterThan(0);
    expect(edges('electron/core/store/', 'better-sqlite3').length).toBeGreaterThan(0);
    expect(edges('shared/', 'zod').length).toBeGreaterThan(0);
  });

  it('ship no validator to the page', () => {
    const reached = reachableAtRunTime('renderer/main.tsx', files);
    expect(reached.size).toBeGreaterThan(20);
    expect(reached.get('zod')).toBeUndefined();
  });
});

describe('the checker', () => {
  it.each([
    ['shared/window/a.ts', "import fs from 'node:fs'", 'no Node'],
    ['shared/window/a.ts', "import fs from 'fs'", 'write node:'],
    ['shared/window/a.ts', "import { createCore } from '../../electron/core/app.ts'", 'against the house'],
    ['shared/window/a.ts', "export * from '../../renderer/a.ts'", 'against the house'],
    ['shared/window/a.ts', "import react from 'react'", 'not one of the packages'],
    ['electron/core/a.ts', "import { x } from '../practice/a.ts'", 'against the house'],
    ['electron/core/a.ts', "import type { X } from '../practice/a.ts'", 'against the house'],
    ['electron/core/a.ts', "type X = import('../shell/a.ts').X", 'against the house'],
    ['electron/core/a.ts', "const x = await import('../host/a.ts')", 'against the house'],
    ['electron/core/a.ts', "const x = require('../host/a.ts')", 'against the house'],
    ['electron/core/a.ts', "import Database from 'better-sqlite3'", 'not one of the packages'],
    ['electron/core/a.ts', "import { readFile } from 'node:fs/promises'", 'through a port'],
    ['electron/core/a.ts', "import { request } from 'node:https'", 'through a port'],
    ['electron/core/a.ts', "import type { App } from 'electron'", 'not in this room'],
    ['electron/core/sync/a.ts', "import { x } from '../connectors/chatwoot/a.ts'", 'dialect'],
    ['electron/core/system-ports.ts', "import { x } from '../shell/a.ts'", 'against the house'],
    ['electron/practice/a.ts', "import { createCore } from '../core/app.ts'", 'against the house'],
    ['electron/practice/a.ts', "import type { Clock } from '../core/ports.ts'", 'against the house'],
    ['electron/shell/a.ts', "import { app } from 'electron'", 'only its types'],
    ['electron/shell/a.ts', "import { app, type Tray } from 'electron'", 'only its types'],
    ['electron/shell/a.ts', "import 'electron'", 'only its types'],
    ['electron/shell/a.ts', "import { x } from '../host/a.ts'", 'against the house'],
    ['electron/host/a.ts', "import { startPractice } from '../practice/practice-server.ts'", 'against the house'],
    ['electron/host/a.ts', "import { app } from 'electron'", 'not in this room'],
    ['electron/preload.cts', "import { x } from './core/app.ts'", 'against the house'],
    ['renderer/a.tsx', "import { createCore } from '../electron/core/app.ts'", 'against the house'],
    ['renderer/a.tsx', "import type { Core } from '../electron/core/app.ts'", 'against the house'],
    ['renderer/a.tsx', "import { z } from 'zod'", 'not one of the packages'],
    ['electron/elsewhere/a.ts', "import { z } from 'zod'", 'stands in no room'],
  ])('refuses in %s: %s', (path, text, reason) => {
    expect(arrowProblems([{ path, text }])).toEqual([expect.stringContaining(reason)]);
  });

  it.each([
    ['shared/window/a.ts', "import { z } from 'zod'; import { x } from '../contract/a.ts'"],
    ['electron/core/a.ts', "import { x } from '../../shared/a.ts'; import { y } from './store/store-client.ts'"],
    ['electron/core/a.ts', "import { createHash } from 'node:crypto'; import { join } from 'node:path'"],
    ['electron/core/workspace.ts', "import { x } from './connectors/chatwoot/connector.ts'"],
    ['electron/core/store/a.ts', "import Database from 'better-sqlite3'; import { x } from '../ports.ts'"],
    ['electron/shell/a.ts', "import type { App } from 'electron'; import { type Tray } from 'electron'"],
    ['electron/host/cli.ts', "import { startPractice } from '../practice/practice-server.ts'"],
    ['electron/main.ts', "import electron from 'electron'; import { x } from './practice/a.ts'"],
    [
      'renderer/a.tsx',
      "import { useState } from 'react'; // import '../electron/core/app.ts'\nconst s = \"import 'fs'\"",
    ],
  ])('lets pass in %s: %s', (path, text) => {
    expect(arrowProblems([{ path, text }])).toEqual([]);
  });

  it('follows only what remains at run time', () => {
    const sample = [
      { path: 'renderer/main.tsx', text: "import { a } from './a.ts'; import type { B } from './b.ts'" },
      { path: 'renderer/a.ts', text: "import { c } from '../shared/c.ts'" },
      { path: 'renderer/b.ts', text: "import { z } from 'zod'" },
      { path: 'shared/c.ts', text: "export { d } from './d.ts'" },
      { path: 'shared/d.ts', text: "import { z } from 'zod'" },
    ];
    expect(reachableAtRunTime('renderer/main.tsx', sample).get('zod')).toBe('shared/d.ts');
    expect(reachableAtRunTime('renderer/main.tsx', sample.slice(0, 4)).get('zod')).toBeUndefined();
  });
});
