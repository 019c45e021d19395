/**
 * The page's files, served the same way by Electron's `app://` protocol and by the browser host. Paths are looked up
 * in a manifest made at build time and never joined, so there is no path to traverse. Everything is read once at the
 * start: a rebuild under a running app cannot take its files away.
 */
import { z } from 'zod';

/** Reads one built file by its name in the manifest. */
export type ReadAsset = (name: string) => Promise<Uint8Array>;

/** `manifest.json` beside the page: path in the address → content type. The file's name is the path without its slash. */
const Manifest = z.record(z.string().startsWith('/'), z.string());
export const manifestName = 'manifest.json';

/**
 * `connect-src 'self'` also covers a WebSocket to our own origin. Files of customers come by `/media` of our own origin
 * (files/file-routes.ts), so no other host is named.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** On every answer, whatever its status. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

export interface AssetAnswer {
  readonly status: 200 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface Assets {
  /** `path` as it stands in the address, still encoded, without the query: `/`, `/assets/index-1a2b.js`. */
  respond(method: string, path: string): AssetAnswer;
}

/** Rejects if the page has not been built (no manifest) or is incomplete. */
export async function loadAssets(read: ReadAsset): Promise<Assets> {
  const manifest = Manifest.parse(JSON.parse(new TextDecoder().decode(await read(manifestName))));
  const files = new Map<string, AssetAnswer>();
  await Promise.all(
    Object.entries(manifest).map(async ([path, mime]) => {
      const body = new Uint8Array(await read(path.slice(1)));
      // Names under /assets/ carry a hash of their content; the page itself must always be the current one.
      const cacheControl = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      const headers = { ...securityHeaders, 'content-type': mime, 'cache-control': cacheControl };
      files.set(path, { status: 200, headers, body });
    }),
  );
  const page = files.get('/index.html');
  if (page !== undefined) files.set('/', page);
  return {
    respond(method, path) {
      if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET and HEAD are answered here.');
      return files.get(path) ?? plain(404, 'There is nothing here.');
    },
  };
}

function plain(status: 404 | 405, text: string): AssetAnswer {
  const headers = { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers, body: new TextEncoder().encode(text) };
}
