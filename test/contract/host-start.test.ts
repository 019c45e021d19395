import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimDataFolder, DataFolderError, defaultDataFolder } from '../../electron/core/data-folder.ts';
import { countSleep, createFileLog, createSystemClock } from '../../electron/core/system-ports.ts';
import { givenId } from '../../electron/core/accounts/workspaces.ts';
import { practiceAccess } from '../../electron/core/practice-access.ts';
import { parseStartFlags, UsageError } from '../../electron/host/flags.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-start-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('flags', () => {
  const withToken = { LATCHKEY_TOKEN: 'secret' };

  it('default to Electron, a window, any port and the practice workspace', () => {
    const expected = { help: false, browser: false, open: true, stay: false, port: 0, data: null, server: null };
    expect(parseStartFlags([], {})).toEqual(expected);
  });

  it('are read in both spellings', () => {
    const expected = { browser: true, open: false, port: 4100, data: 'x y', server: 'https://chat.example.com/team' };
    const spaced = ['--no-open', '--port', '4100', '--data', 'x y', '--server', 'https://Chat.example.com/team/'];
    expect(parseStartFlags(spaced, withToken)).toMatchObject(expected);
    const joined = ['--no-open', '--port=4100', '--data=x y', '--server=https://chat.example.com/team//'];
    expect(parseStartFlags(joined, withToken)).toMatchObject(expected);
  });

  it('that only the browser host has choose it', () => {
    expect(parseStartFlags(['--port', '0'], {}).browser).toBe(true);
    expect(parseStartFlags(['--no-open'], {}).browser).toBe(true);
    expect(parseStartFlags(['--stay'], {})).toMatchObject({ browser: true, stay: true, open: true });
    expect(parseStartFlags(['--data', 'x'], {}).browser).toBe(false);
  });

  it.each([
    { args: ['--token', 'secret'], says: /--token/ },
    { args: ['--brow'], says: /--brow/ },
    { args: ['-x'], says: /-x/ },
    { args: ['--constructor'], says: /--constructor/ },
    { args: ['here'], says: /"here"/ },
    { args: ['--browser=yes'], says: /no value/ },
    { args: ['--port'], says: /needs a value/ },
    { args: ['--port', '--browser'], says: /needs a value/ },
    { args: ['--data='], says: /needs a value/ },
    { args: ['--port', '-1'], says: /-1/ },
    { args: ['--port', '80'], says: /1024/ },
    { args: ['--port', '65536'], says: /65535/ },
    { args: ['--port', '4e3'], says: /4e3/ },
    { args: ['--server', 'chat.example.com'], says: /https:/ },
    { args: ['--server', 'ftp://chat.example.com'], says: /https:/ },
    { args: ['--server', 'http://chat.example.com'], says: /https:/ },
    { args: ['--server', 'http://127.0.0.1.example.com'], says: /https:/ },
    { args: ['--server', 'https://ana:pw@chat.example.com'], says: /sign-in/ },
    { args: ['--server', 'https://chat.example.com/?token=1'], says: /only the address/ },
  ])('refuse $args in one sentence', ({ args, says }) => {
    const parse = () => parseStartFlags(args, withToken);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(says);
    expect(parse).toThrow(/^[^\n]*[.]$/);
  });

  it('take the token from the environment only', () => {
    expect(() => parseStartFlags(['--server', 'https://chat.example.com'], {})).toThrow(/LATCHKEY_TOKEN/);
    expect(parseStartFlags(['--server', 'http://127.0.0.1:4010'], withToken).server).toBe('http://127.0.0.1:4010');
  });
});

describe('the data folder', () => {
  it('is where the system keeps such things', () => {
    expect(defaultDataFolder('linux', {})).toBe(join(homedir(), '.config', 'Latchkey'));
    expect(defaultDataFolder('linux', { XDG_CONFIG_HOME: '/x/config' })).toBe(join('/x/config', 'Latchkey'));
    expect(defaultDataFolder('darwin', {})).toBe(join(homedir(), 'Library', 'Application Support', 'Latchkey'));
    expect(defaultDataFolder('win32', { APPDATA: '/x/roaming' })).toBe(join('/x/roaming', 'Latchkey'));
  });

  it('is made where it is missing, and left as it was found', async () => {
    const claimed = await claimDataFolder(join(folder, 'a', 'b'));
    expect(await readdir(claimed.path)).toEqual([]);
    await claimed.release();
  });

  it('belongs to one at a time, by whatever name it is called', async () => {
    const first = await claimDataFolder(folder);
    const again = claimDataFolder(join(folder, '..', folder.split('/').at(-1) ?? ''));
    await expect(again).rejects.toMatchObject({ name: 'DataFolderError', kind: 'busy' });
    const other = await claimDataFolder(join(folder, 'other'));
    await other.release();
    await first.release();
    await (await claimDataFolder(folder)).release();
  });

  it.runIf(process.platform === 'linux')(
    'is refused where no folder can be made, instead of being tried for ever',
    async () => {
      await expect(claimDataFolder('/proc/latchkey/data')).rejects.toMatchObject({ kind: 'unwritable' });
    },
  );

  it('that cannot be written is refused in one sentence', async () => {
    await writeFile(join(folder, 'file'), '');
    for (const path of [join(folder, 'file'), join(folder, 'file', 'below')]) {
      const error = await claimDataFolder(path).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(DataFolderError);
      expect(error).toMatchObject({ kind: 'unwritable', message: expect.stringMatching(/^[^\n]*\)\.$/) });
    }
  });
});

describe('the workspace', () => {
  it('has a folder name of its own for every server', () => {
    const ids = ['https://a.example', 'https://a.example/b', 'https://a-example', 'http://127.0.0.1:4010'].map(givenId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
    expect(givenId('https://a.example')).toBe(ids[0]);
  });

  it('for practice keeps its state in the data folder, on any port', async () => {
    const asked: unknown[] = [];
    const practice = await practiceAccess((options) => {
      asked.push(options);
      return Promise.resolve({ url: 'http://u', apiAccessToken: 't', webhook: 'w', stop: () => Promise.resolve() });
    }, folder);
    expect(asked).toEqual([{ port: 0, dataFile: join(folder, 'practice', 'state.json'), lively: true }]);
    expect(practice.server).toEqual({ serverUrl: 'http://u', token: 't' });
  });
});

describe('system ports', () => {
  it('count sleep, and neither rounding nor a clock that counts it already', () => {
    let monotonic = 5_000;
    let uptime = 100_000;
    const now = countSleep(
      () => monotonic,
      () => uptime,
    );
    const start = now();
    monotonic += 1_000;
    uptime += 1_009;
    expect(now() - start).toBe(1_000);
    uptime += 8 * 3_600_000; // asleep: only the uptime ran on
    expect(now() - start).toBe(8 * 3_600_000 + 1_009);
    monotonic += 60_000;
    uptime += 59_990;
    expect(now() - start).toBe(8 * 3_600_000 + 61_009);
    uptime -= 10_000;
    expect(now() - start).toBe(8 * 3_600_000 + 61_009);
  });

  it('keep a delay of more than 32 bits waiting instead of firing it at once', async () => {
    const clock = createSystemClock();
    let early = false;
    const long = clock.schedule(2 ** 40, () => (early = true));
    await new Promise<void>((resolve) => clock.schedule(5, resolve));
    long.cancel();
    expect(early).toBe(false);
    const [first, second] = [clock.monotonicNow(), clock.monotonicNow()];
    expect(second).toBeGreaterThanOrEqual(first);
  });

  it('write one JSON line for each entry, with errors readable', async () => {
    const file = join(folder, 'logs', 'a.log');
    const log = createFileLog(file, { wallNow: () => Date.UTC(2026, 10, 22) });
    log.write('info', 'started');
    log.write('error', 'call failed', { call: 'labels.list', error: new TypeError('no') });
    const rows = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(rows.map((row) => JSON.parse(row) as unknown)).toEqual([
      { at: '2026-11-22T00:00:00.000Z', level: 'info', what: 'started' },
      expect.objectContaining({
        call: 'labels.list',
        error: expect.objectContaining({ name: 'TypeError', message: 'no' }),
      }),
    ]);
  });

  it('go on when the log cannot be written', async () => {
    await mkdir(join(folder, 'a.log'));
    const log = createFileLog(join(folder, 'a.log'), { wallNow: () => 0 });
    expect(() => log.write('info', 'started')).not.toThrow();
  });
});
