/**
 * `npm test`: everything, from a fresh clone. Every step runs even if an earlier one failed; the last line is the plain
 * `N passed, N failed`. Types, lint, format and build count as one each, the others by their tests. A test in a browser that fails
 * is run once more, because a busy machine can be in its way; one that passes only then is named, with why it failed.
 * `--only types,unit,e2e`: some steps and Vitest projects, for work on one of them.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ensureChromium } from './chromium.mjs';
import { main, run, Stop } from './children.mjs';
import { electronObstacle, findElectron } from './electron-binary.mjs';
import { prepare } from './install.mjs';
import { root, toolEnv } from './node.mjs';

const checks = {
  types: () => [binOf('typescript', 'tsc'), '-b'],
  lint: () => [binOf('oxlint', 'oxlint'), '--type-aware', '--deny-warnings'],
  format: () => [binOf('prettier', 'prettier'), '--check', '.'],
  build: () => [join(root, 'scripts', 'build.mjs')],
};
const projects = [
  'architecture',
  'unit',
  'storage',
  'sync',
  'contract',
  'shell',
  'conformance',
  'packaging',
  'renderer',
];
const known = [...Object.keys(checks), ...projects, 'e2e'];
/** Tests that passed only when they were run again, with why they failed. */
const unsteady = [];

await main(async () => {
  const only = readOnly(process.argv.slice(2));
  const node = await prepare();
  // Mostly waits for the network, which the checks have no use for.
  const chromium = only.has('renderer') || only.has('e2e') ? ensureChromium(node) : Promise.resolve(null);
  const reports = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
  try {
    const rows = await runSteps({ node, only, reports, chromium });
    return printResult(rows);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
});

function readOnly(args) {
  if (args.length === 0) return new Set(known);
  const [flag, list] = args.length === 1 ? args[0].split('=') : args;
  const names = (list ?? '').split(',').filter((name) => name !== '');
  if (flag !== '--only' || args.length > 2 || names.length === 0) {
    throw new Stop(`Usage: npm test [-- --only ${known.join(',')}]`);
  }
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Stop(`There is no step ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  return new Set(names);
}

/** @returns rows `{ name, passed, failed, skipped, note }` */
async function runSteps({ node, only, reports, chromium }) {
  const chosenChecks = Object.keys(checks).filter((name) => only.has(name));
  const rows = await Promise.all(chosenChecks.map((name) => check(name, node, checks[name]())));
  const problem = await chromium;
  if (problem !== null) process.stderr.write(`${problem}\n`);
  const chosen = projects.filter((name) => only.has(name));
  if (chosen.length > 0) rows.push(...(await vitest(node, chosen, join(reports, 'vitest.json'))));
  if (only.has('e2e')) rows.push(...(await playwright(node, join(reports, 'playwright.json'))));
  return rows;
}

/** The checks run side by side, so each says what it has to say at its end and in one piece. */
async function check(name, node, args) {
  let said = [];
  const code = await run(node, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: toolEnv(),
    onStart({ stdout, stderr }) {
      said = [buffer(stdout), buffer(stderr)];
    },
  });
  printTitle(name);
  for (const text of await Promise.all(said)) process.stdout.write(text);
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

function step(name, node, args, env = {}) {
  printTitle(name);
  return run(node, args, { stdio: ['ignore', 'inherit', 'inherit'], env: toolEnv(env) });
}

function printTitle(name) {
  process.stdout.write(`\n── ${name} ${'─'.repeat(Math.max(3, 70 - name.length))}\n`);
}

async function vitest(node, chosen, report) {
  const select = chosen.flatMap((name) => ['--project', name]);
  const args = ['run', ...select, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await step(`vitest: ${chosen.join(', ')}`, node, [binOf('vitest', 'vitest'), ...args]);
  const counts = new Map(chosen.map((name) => [name, { name, passed: 0, failed: 0, skipped: 0 }]));
  for (const file of readReport(report)?.testResults ?? []) {
    const row = counts.get(chosen.find((name) => file.name.startsWith(join(root, 'test', name, '/'))) ?? chosen[0]);
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      row[columnOf(status)] += 1;
      if (status === 'passed') noteUnsteady(`${basename(file.name)} › ${fullName}`, failureMessages[0]);
    }
    // A file that could not even be loaded has no tests to count.
    if (file.status === 'failed' && file.assertionResults.length === 0) row.failed += 1;
  }
  const conformance = counts.get('conformance');
  const obstacle = findElectron() === null ? "Electron's binary is not here" : electronObstacle();
  if (conformance !== undefined && obstacle !== null) conformance.note = `on the fake only: ${obstacle}`;
  return withRunnerFailure('vitest', code, [...counts.values()]);
}

function columnOf(status) {
  if (status === 'passed') return 'passed';
  return status === 'failed' ? 'failed' : 'skipped';
}

async function playwright(node, report) {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await step('end to end', node, [cli, 'test', '--reporter=list,json'], env);
  const rows = new Map();
  const walk = (suite) => {
    for (const spec of suite.specs ?? []) {
      for (const { projectName, status, results } of spec.tests) {
        const name = `e2e ${projectName}`;
        const row = rows.get(name) ?? { name, passed: 0, failed: 0, skipped: 0 };
        row[{ expected: 'passed', flaky: 'passed', skipped: 'skipped' }[status] ?? 'failed'] += 1;
        if (status === 'flaky') {
          noteUnsteady(`${projectName}: ${spec.file} › ${spec.title}`, results[0]?.error?.message);
        }
        rows.set(name, row);
      }
    }
    for (const inner of suite.suites ?? []) walk(inner);
  };
  for (const suite of readReport(report)?.suites ?? []) walk(suite);
  const all = withRunnerFailure('e2e', code, [...rows.values()]);
  if (findElectron() !== null) return all;
  return [
    ...all,
    { name: 'e2e electron', passed: 0, failed: 0, skipped: 0, note: "skipped: Electron's binary is not here" },
  ];
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A runner that fails without a failed test (a crash, an unhandled error, no tests found) is a failure as well. */
function withRunnerFailure(name, code, rows) {
  if (code === 0 || rows.some(({ failed }) => failed > 0)) return rows;
  return [
    ...rows,
    { name: `${name} itself`, passed: 0, failed: 1, skipped: 0, note: `left with ${code ?? 'a signal'}` },
  ];
}

/** `why`: how it failed the first time; undefined if it did not. */
function noteUnsteady(name, why) {
  if (why !== undefined) unsteady.push(`${name}\n${why}`);
}

function printResult(rows) {
  const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
  const width = Math.max(...rows.map(({ name }) => name.length));
  process.stdout.write(`\n── result ${'─'.repeat(64)}\n`);
  for (const { name, passed, failed, skipped, note } of rows) {
    const cells = [passed, failed, skipped].map((count) => String(count).padStart(6)).join('');
    process.stdout.write(`${name.padEnd(width)}${cells}${note === undefined ? '' : `   ${note}`}\n`);
  }
  if (unsteady.length > 0) process.stdout.write(`\nPassed only when run again:\n${unsteady.join('\n')}\n`);
  const skipped = sum('skipped');
  if (skipped > 0) process.stdout.write(`\n${skipped} skipped\n`);
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

/** The script behind a command of a package: the same on every system, unlike node_modules/.bin. */
function binOf(packageName, name) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}
