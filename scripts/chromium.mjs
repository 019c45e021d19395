/** The browser that the renderer and end-to-end tests run in. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from './children.mjs';
import { root } from './node.mjs';

/** Debian's own; playwright.config.ts and vitest.config.ts look at the same places. */
const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Installs one where it can. Answers null if there is one now, otherwise one sentence saying what to install. */
export async function ensureChromium(node) {
  if (hasChromium()) return null;
  process.stderr.write('Installing Chromium for the tests; this takes a minute or two …\n');
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isDebianRoot) await installDebian();
  if (!hasChromium()) await installPlaywright(node);
  if (hasChromium()) return null;
  const how =
    process.platform === 'linux'
      ? 'for example with "apt-get install chromium"'
      : 'with "npx playwright install chromium"';
  return `The page and end-to-end tests need Chromium, and it could not be installed; install it ${how}.`;
}

function hasChromium() {
  return system.some((path) => existsSync(path)) || existsSync(playwrightChromium());
}

function playwrightChromium() {
  const require = createRequire(join(root, 'package.json'));
  return require('@playwright/test').chromium.executablePath();
}

async function installDebian() {
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-q'], options);
  // With it, what the tests of the session bus need; they are skipped where it is not there.
  await run('apt-get', ['install', '-q', '-y', 'chromium', 'dbus'], options);
}

async function installPlaywright(node) {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  await run(node, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
}
