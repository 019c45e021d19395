/**
 * Called by electron-builder for each packed app, before it is signed, so that the signature covers what is done here: sets
 * Electron's fuses, every single one (strictly: a fuse that a later Electron brings fails the build until somebody has decided
 * about it), and leaves word for the app of how it was released.
 */
import { createPublicKey } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

export const fuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The page is served by app://, so file:// needs no more rights than in a browser.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // A safety net of V8's for WebAssembly memory; off saves address space on systems that need it, and none of ours do.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** @param {import('electron-builder').AfterPackContext} context */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  await flipFuses(binaryIn(appOutDir, electronPlatformName, packager), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Apple Silicon refuses a changed binary without at least an ad-hoc signature; a real one replaces it later.
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...fuses,
  });
  const words = releaseWords(electronPlatformName, packager.forceCodeSigning, process.env);
  const folder = packager.getResourcesDir(appOutDir);
  await Promise.all(Object.entries(words).map(([name, text]) => writeFile(join(folder, name), text)));
}

/**
 * What the release leaves beside the archive, as name → text. `signed`: this program carries our signature; only where the build
 * fails otherwise, so it never lies. `update-key.pem`: the public half of what signs the list of updates; without it the app takes
 * no update.
 */
export function releaseWords(platform, mustBeSigned, { LATCHKEY_UPDATE_KEY: privateKey }) {
  const isSigned = mustBeSigned && platform !== 'linux';
  const publicKey = privateKey ? createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }) : null;
  return { ...(isSigned ? { signed: '' } : {}), ...(publicKey ? { 'update-key.pem': publicKey } : {}) };
}

function binaryIn(folder, platform, packager) {
  if (platform === 'darwin') return join(folder, `${packager.appInfo.productFilename}.app`);
  if (platform === 'win32') return join(folder, `${packager.appInfo.productFilename}.exe`);
  return join(folder, packager.executableName);
}
