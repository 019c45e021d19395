/** `node --import <this file> dist/electron/main.js`: runs the app in plain Node with the fake in Electron's place. */
import { registerHooks } from 'node:module';

const fake = new URL('./electron-module.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== 'electron') return nextResolve(specifier, context);
    return { url: fake, format: 'module-typescript', shortCircuit: true };
  },
});
