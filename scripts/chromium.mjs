/** The browser that the renderer and end-to-end tests run in. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from './children.mjs';
import { root } from './node.mjs';

/**
 * Debian's, the one without a browser's own window first: what `chromium --headless` draws around the page costs a test as much
 * again as the page.
 */
const system = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** What Playwright is to start it with: the system's Chromium, otherwise the one that Playwright manages itself. */
export function chromiumOptions() {
  const executablePath = systemChromium();
  return executablePath === undefined ? {} : { executablePath };
}

function systemChromium() {
  return system.find((path) => existsSync(path));
}

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
  return systemChromium() !== undefined || existsSync(playwrightChromium());
}

function playwrightChromium() {
  const require = createRequire(join(root, 'package.json'));
  return require('@playwright/test').chromium.executablePath();
}

async function installDebian() {
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-q'], options);
  const install = (...names) => run('apt-get', ['install', '-q', '-y', ...names], options);
  // What the tests of the session bus need; they are skipped where it is not there.
  await install('dbus');
  if ((await install('chromium-headless-shell')) !== 0) await install('chromium');
}

async function installPlaywright(node) {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  await run(node, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
}
