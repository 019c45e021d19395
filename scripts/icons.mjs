/**
 * `node scripts/icons.mjs`: draws every icon from electron/shell/icons/app.svg and writes it beside it; the results are
 * committed, because drawing needs Chromium. The tray tells its states apart by shape (shared/notify/tray.ts): on macOS the
 * system tints the image, and elsewhere not everybody sees the colours.
 */
import { chromium } from '@playwright/test';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumOptions } from './chromium.mjs';
import { root } from './node.mjs';

const folder = join(root, 'electron', 'shell', 'icons');
const source = readFileSync(join(folder, 'app.svg'), 'utf8');
const glyph = /<path id="glyph"[^>]* d="([^"]+)"/.exec(source)?.[1];
if (glyph === undefined) throw new Error('app.svg has no path with the id "glyph".');

/** Drawn in the lower right corner of the glyph's own coordinates, in the colour of the glyph. */
const marks = {
  plain: '',
  unread: '<circle cx="382" cy="398" r="76"/>',
  closing: '<circle cx="378" cy="394" r="62" fill="none" stroke="currentColor" stroke-width="44"/>',
  offline: '<path d="M104 440 424 120" stroke="currentColor" stroke-width="52" stroke-linecap="round"/>',
  attention: '<rect x="372" y="236" width="64" height="136" rx="32"/><circle cx="404" cy="432" r="38"/>',
};
/** Cut out of the glyph around the mark, so that the mark is told from it at 16 px. */
const gaps = {
  plain: '',
  unread: '<circle cx="382" cy="398" r="116"/>',
  closing: '<circle cx="378" cy="394" r="122"/>',
  offline: '<path d="M104 440 424 120" stroke="#000" stroke-width="124" stroke-linecap="round"/>',
  attention: '<rect x="326" y="190" width="160" height="300" rx="80"/>',
};
const badges = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '9+', '!'];

const browser = await chromium.launch(chromiumOptions());
const page = await browser.newPage();

for (const name of ['app', 'tray', 'badge']) rmSync(join(folder, name), { recursive: true, force: true });
await drawApp();
await drawTray();
await drawBadges();
await browser.close();

async function drawApp() {
  const sizes = new Map();
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) sizes.set(size, await draw(source, size));
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) write(`app/${size}x${size}.png`, sizes.get(size));
  write('app/icon.ico', ico([16, 24, 32, 48, 64, 128, 256].map((size) => [size, sizes.get(size)])));
  write('app/icon.icns', icns(sizes));
}

async function drawTray() {
  for (const state of Object.keys(marks)) {
    // macOS: black, by file name a template that the system tints.
    write(`tray/mac/${state}Template.png`, await draw(tray(state, '#000'), 16));
    write(`tray/mac/${state}Template@2x.png`, await draw(tray(state, '#000'), 32));
    for (const [theme, colour] of [
      ['dark', '#fff'],
      ['light', '#14181f'],
    ]) {
      const images = [];
      for (const size of [16, 20, 24, 32]) images.push([size, await draw(tray(state, colour), size)]);
      write(`tray/windows/${state}-${theme}.ico`, ico(images));
    }
    for (const size of [22, 24, 32, 48]) {
      // Linux panels are dark or light and do not say which: white with a dark rim is seen on both.
      write(`tray/linux/${state}-${size}.png`, await draw(tray(state, '#fff', true), size));
    }
  }
}

/** Windows lays them over the taskbar button. */
async function drawBadges() {
  for (const text of badges) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#b3151f"/>
      <text x="16" y="23" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="${text.length > 1 ? 16 : 21}" fill="#fff">${text}</text></svg>`;
    write(`badge/${text === '!' ? 'attention' : text.replace('+', '-more')}.png`, await draw(svg, 32));
  }
}

function tray(state, colour, rim = false) {
  const dark = '#14181f';
  const mark = (stroke, wider) =>
    marks[state].replace(/stroke="currentColor" stroke-width="(\d+)"/, (_, width) => {
      return `stroke="${stroke}" stroke-width="${Number(width) + wider}"`;
    });
  const edge = rim ? ` stroke="${dark}" stroke-width="20" paint-order="stroke"` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="64 80 400 400">
    <mask id="around"><rect width="600" height="600" fill="#fff"/><g fill="#000">${gaps[state]}</g></mask>
    <path mask="url(#around)" fill="${colour}" fill-rule="evenodd"${edge} d="${glyph}"/>
    ${rim ? `<g>${mark(dark, 20)}</g>` : ''}<g fill="${colour}"${edge}>${mark(colour, 0)}</g></svg>`;
}

async function draw(svg, size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

function write(name, bytes) {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
}

/** A directory of PNG images: https://learn.microsoft.com/windows/win32/menurc/resources-iconsection */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, [size, png]] of images.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at); // 0 stands for 256
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(([, png]) => png)]);
}

/** Apple's container: a four-letter type and a length before each PNG. */
function icns(sizes) {
  const types = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };
  const parts = Object.entries(types).map(([type, size]) => {
    const png = sizes.get(size);
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}
