/**
 * Called by electron-builder for each packed app: sets Electron's fuses, every single one. Strict, so that a fuse that a
 * later Electron brings fails the build until somebody has decided about it. Before signing: the signature covers them.
 */
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
}

function binaryIn(folder, platform, packager) {
  if (platform === 'darwin') return join(folder, `${packager.appInfo.productFilename}.app`);
  if (platform === 'win32') return join(folder, `${packager.appInfo.productFilename}.exe`);
  return join(folder, packager.executableName);
}
