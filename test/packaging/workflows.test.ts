/** The workflows, read as data: who may do what, with what, and that nothing is left out. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyUnsupported } from '../../scripts/electron-current.mjs';
import { readYaml, root } from './support/config.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: { readonly os?: readonly string[] } };
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = '.github/workflows';
const workflows = Object.fromEntries(
  readdirSync(join(root, folder)).map((name) => [name, readYaml(`${folder}/${name}`) as Workflow]),
);
const named = Object.entries(workflows);
const jobs = named.flatMap(([file, { jobs }]) => Object.entries(jobs).map(([name, job]) => [file, name, job] as const));
const steps = jobs.flatMap(([file, name, { steps = [] }]) => steps.map((step) => [file, name, step] as const));

describe('workflows', () => {
  it('were found', () => expect(Object.keys(workflows).toSorted()).toEqual(['ci.yml', 'release.yml', 'supported.yml']));

  it.each(named)('%s may read the code and nothing else, unless a job says so', (_file, { permissions }) => {
    expect(permissions).toEqual({ contents: 'read' });
  });

  it('only the job that makes the draft may write, and it runs none of our code before it', () => {
    const writers = jobs.filter(([, , { permissions }]) => permissions !== undefined);
    expect(writers.map(([file, name, { permissions }]) => [file, name, permissions])).toEqual([
      ['release.yml', 'draft', { contents: 'write' }],
    ]);
  });

  it('use actions of GitHub itself by their major version, and others by their exact commit', () => {
    const used = steps.flatMap(([, , { uses }]) => uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((use) => !/^actions\/[\w-]+@v\d+$|^[\w./-]+@[0-9a-f]{40}$/.test(use))).toEqual([]);
  });

  it('put nothing that others wrote into a script', () => {
    // `${{ … }}` is pasted in before the shell reads it; only names that we chose may stand there.
    const pasted = steps.flatMap(([, , { run = '' }]) =>
      [...run.matchAll(/\$\{\{\s*(.+?)\s*\}\}/g)].map(([, what]) => what),
    );
    expect(pasted.filter((what) => !/^(matrix|runner)\./.test(what ?? ''))).toEqual([]);
  });

  it.each(jobs.filter(([, , { uses }]) => uses === undefined))('%s: %s ends by itself', (_file, _name, job) => {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });
});

describe('the Electron we ship', () => {
  it('a job looks every week whether our Electron is still supported', () => {
    const { on, jobs } = workflows['supported.yml'] ?? { on: {}, jobs: {} };
    expect(on['schedule']).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* \d$/) }]);
    expect(jobs['electron']?.steps?.some(({ run }) => run === 'node scripts/electron-current.mjs')).toBe(true);
  });

  it.each([
    ['45.4.1', '45.9.0', null],
    ['45.4.1', '47.0.0', null],
    ['45.4.1', '48.0.0', 'Electron 45.4.1 gets no security fixes any more; 48.0.0 is current.'],
    ['^45.4.1', '45.4.1', 'Not two exact versions: ^45.4.1, 45.4.1.'],
  ])('%s beside %s: %s', (ours, latest, why) => expect(whyUnsupported(ours, latest)).toBe(why));
});

describe('a release', () => {
  const { test, package: packing, draft } = workflows['release.yml']?.jobs ?? {};

  it('begins with a tag', () => expect(workflows['release.yml']?.on).toEqual({ push: { tags: ['v*'] } }));

  it('packs only what passed every test, on real Electron and three systems', () => {
    expect(test?.uses).toBe('./.github/workflows/ci.yml');
    expect(packing?.needs).toBe('test');
    const ci = workflows['ci.yml']?.jobs['test'];
    expect(ci?.strategy?.matrix.os?.map((os) => os.split('-')[0])).toEqual(['ubuntu', 'macos', 'windows']);
    const runs = (ci?.steps ?? []).map(({ run = '' }) => run);
    const fetched = runs.findIndex((run) => run.includes('node_modules/electron/install.js'));
    const tested = runs.findIndex((run) => run.includes('npm test'));
    expect(fetched).toBeGreaterThan(-1);
    expect(tested).toBeGreaterThan(fetched);
  });

  it('gives the secrets to packing and signing alone', () => {
    const knowing = steps.filter(([, , { env = {} }]) =>
      Object.values(env).some((value) => value.includes('secrets.')),
    );
    const told = knowing.map(([file, name, { run = '' }]) => [file, name, run.split('\n')[0]?.trim()]);
    expect(told).toEqual([
      ['release.yml', 'package', 'npm run package -- ${{ matrix.flags }} -c.forceCodeSigning="$MUST_BE_SIGNED"'],
      ['release.yml', 'sign', 'node scripts/sign-updates.mjs packages'],
    ]);
  });

  it('is a draft with checksums', () => {
    const runs = (draft?.steps ?? []).map(({ run = '' }) => run).join('\n');
    expect(runs).toContain('sha256sum');
    expect(runs).toContain('gh release create');
    expect(runs).toContain('--draft');
  });
});
