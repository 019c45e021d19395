/**
 * The flags of `npm start`, read twice: by scripts/start.mjs before anything is installed or built, and by the host.
 * Plain JavaScript without dependencies, because the first reader runs on whatever Node the system has.
 * @typedef {import('./flags.d.mts').StartFlags} StartFlags
 */
import { parseArgs } from 'node:util';

export const helpText = `Usage: npm start -- [flags]

  --browser      use the browser host even if Electron is there
  --no-open      do not open a window, only print the address (browser host)
  --stay         keep running although no page is open (browser host; otherwise it ends after 5 minutes)
  --port N       port of the browser host on 127.0.0.1; 0 or nothing: any free one
  --data DIR     keep everything in this folder
  --server URL   sign in to this Chatwoot server instead of the practice workspace;
                 its access token is read from the environment variable LATCHKEY_TOKEN
  --help         show this`;

/** What is wrong with the command line, as one sentence for the person who typed it. */
export class UsageError extends Error {}

const known = /** @type {const} */ ({
  browser: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  stay: { type: 'boolean' },
  port: { type: 'string' },
  data: { type: 'string' },
  server: { type: 'string' },
  help: { type: 'boolean' },
});

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {StartFlags}
 */
export function parseStartFlags(args, env) {
  const { values, tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') throw new UsageError(`"${token.value}" is not a flag; try --help.`);
    if (token.kind === 'option') checkShape(token);
  }
  const server = values.server === undefined ? null : parseServer(String(values.server));
  if (server !== null && (env['LATCHKEY_TOKEN'] ?? '') === '') {
    throw new UsageError('--server needs its access token in the environment variable LATCHKEY_TOKEN.');
  }
  const port = values.port === undefined ? null : parsePort(String(values.port));
  const open = values['no-open'] !== true;
  const stay = values.stay === true;
  return {
    help: values.help === true,
    // Only the browser host has a port, an address to print, and no window of its own.
    browser: values.browser === true || port !== null || !open || stay,
    open,
    stay,
    port: port ?? 0,
    data: values.data === undefined ? null : String(values.data),
    server,
  };
}

/** @param {{ rawName: string, name: string, value?: string | undefined }} token */
function checkShape(token) {
  if (!Object.hasOwn(known, token.name)) throw new UsageError(`There is no flag ${token.rawName}; try --help.`);
  const takesValue = known[/** @type {keyof typeof known} */ (token.name)].type === 'string';
  const missing = token.value === undefined || token.value === '' || token.value.startsWith('--');
  if (takesValue && missing) throw new UsageError(`${token.rawName} needs a value; try --help.`);
  if (!takesValue && token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`);
}

/** Ports below 1024 are the system's, and a page's address leaves out 80. */
function parsePort(text) {
  const port = Number(text);
  const good = /^\d{1,5}$/.test(text) && (port === 0 || (port >= 1024 && port <= 65_535));
  if (!good) throw new UsageError(`--port must be 0 or a number from 1024 to 65535, not "${text}".`);
  return port;
}

/** The token travels with every request, so plain http is for this computer only. */
function parseServer(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(`--server must be an address such as https://chat.example.com, not "${text}".`);
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new UsageError('--server must be only the address of the server, without a sign-in, "?" or "#".');
  }
  if (url.protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) {
    throw new UsageError('--server must start with https:// unless the server runs on this computer.');
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
