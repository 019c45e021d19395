/** What is packed for each system and processor, by electron-builder's own reading of our configuration. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseWords } from '../../scripts/after-pack.mjs';
import { builderConfig, root, type SystemConfig } from './support/config.ts';

interface Matcher {
  createFilter(): (file: string, stat: object) => boolean;
}
/** Inside electron-builder and without types; its public door packs, which needs each system's own Electron. */
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { getNodeModuleFileMatcher } = builder('app-builder-lib/out/fileMatcher') as {
  getNodeModuleFileMatcher(
    from: string,
    to: string,
    macros: (text: string) => string,
    system: unknown,
    packager: unknown,
  ): Matcher;
};
const { LinuxTargetHelper } = builder('app-builder-lib/out/targets/LinuxTargetHelper') as {
  LinuxTargetHelper: new (packager: unknown) => { computeDesktopEntry(options: unknown): Promise<string> };
};

const config = builderConfig();
const systems = [
  ['linux', 'linux', ['AppImage', 'deb', 'rpm']],
  ['mac', 'darwin', ['dmg', 'zip']],
  ['win', 'win32', ['nsis', 'msi']],
] as const;
const processors = ['x64', 'arm64'] as const;
const rows = systems.flatMap(([system, node]) => processors.map((arch) => [system, arch, `${node}-${arch}`] as const));
const everyBinary = globSync('node_modules/**/*.node', { cwd: root });

/** The native binaries of node_modules that stay in a package of this system. */
function binariesIn(system: SystemConfig, arch: string): readonly string[] {
  const macros = (text: string): string => text.replaceAll('${arch}', arch).replaceAll('${platform}', process.platform);
  const matcher = getNodeModuleFileMatcher(root, root, macros, system, { config, debugLogger: { isEnabled: false } });
  const stays = matcher.createFilter();
  const ours = everyBinary.filter((path) => path.startsWith(join('node_modules', 'better-sqlite3', '')));
  return ours.filter((path) => stays(join(root, path), statSync(join(root, path))));
}

describe('native binaries', () => {
  it('are there for every target, and come with one package of those that are shipped', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
    expect(Object.keys(dependencies)).toEqual(['better-sqlite3']);
    const names = everyBinary
      .filter((path) => path.includes('better-sqlite3'))
      .map((path) => path.split(/[\\/]/).at(-1));
    expect(names).toEqual(expect.arrayContaining(rows.map(([, , name]) => `${name}.node`)));
  });

  it.each(rows)('%s on %s keeps exactly one', (system, arch, name) => {
    expect(binariesIn(config[system], arch)).toEqual([join('node_modules/better-sqlite3/prebuilds', `${name}.node`)]);
  });
});

describe('targets', () => {
  it.each(systems)('%s: every kind, on both processors', (system, _node, kinds) => {
    expect(config[system].target).toEqual(kinds.map((target) => ({ target, arch: [...processors] })));
  });

  it('macOS is hardened, and loosened by nothing but the compiler of V8', () => {
    const { hardenedRuntime, entitlements, entitlementsInherit } = config.mac;
    expect([hardenedRuntime, entitlements]).toEqual([true, entitlementsInherit]);
    const plist = readFileSync(join(root, String(entitlements)), 'utf8');
    expect([...plist.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual(['com.apple.security.cs.allow-jit']);
  });

  it('Windows: an update must carry our signature; uninstalling leaves drafts and takes the links', () => {
    expect(config.win['verifyUpdateCodeSignature']).toBe(true);
    expect(config.nsis['deleteAppDataOnUninstall']).toBe(false);
    expect(readFileSync(join(root, String(config.nsis['include'])), 'utf8')).toContain(
      String.raw`DeleteRegKey HKCU "Software\Classes\latchkey"`,
    );
  });

  it('Linux: the desktop finds our window and our links by one file', async () => {
    const metadata = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { desktopName: string };
    const appInfo = { productName: 'Latchkey', sanitizedProductName: 'Latchkey', description: '' };
    const helper = new LinuxTargetHelper({
      appInfo,
      config,
      info: { metadata },
      executableName: 'latchkey',
      fileAssociations: [],
      platformSpecificBuildOptions: config.linux,
    });
    const entry = await helper.computeDesktopEntry(config.linux);
    expect(entry.split('\n')).toEqual(
      expect.arrayContaining([
        'MimeType=x-scheme-handler/latchkey;',
        'StartupWMClass=latchkey',
        'Exec=/opt/Latchkey/latchkey %U',
      ]),
    );
    expect([config.linux['syncDesktopName'], metadata.desktopName]).toEqual([true, 'latchkey.desktop']);
  });

  it('every file that the configuration names is there', () => {
    const named = [config.linux['icon'], config.mac['icon'], config.win['icon'], config.nsis['include']];
    expect(named.filter((path) => !existsSync(join(root, String(path))))).toEqual([]);
  });
});

describe('what the release leaves in a package', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  it.each([
    ['win32', true, ['signed']],
    ['darwin', true, ['signed']],
    ['win32', false, []],
    // There is no signature to speak of.
    ['linux', true, []],
  ] as const)('%s, signature required: %s', (platform, mustBeSigned, names) => {
    expect(Object.keys(releaseWords(platform, mustBeSigned, {}))).toEqual(names);
  });

  it('the public half of the key for updates, and only that', () => {
    const words = releaseWords('linux', false, { LATCHKEY_UPDATE_KEY: pem });
    expect(words).toEqual({ 'update-key.pem': publicKey.export({ type: 'spki', format: 'pem' }) });
  });
});
