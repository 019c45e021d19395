/**
 * Runs sandboxed in front of the page's own scripts. A sandboxed preload has to be one CommonJS script, and under
 * `verbatimModuleSyntax` and `erasableSyntaxOnly` that leaves `require`; the casts give it back its types.
 */
import type * as Bridge from './shell/bridge.ts';

const { contextBridge, ipcRenderer } = require('electron') as typeof Electron.Renderer;
const { exposeBridge } = require('./shell/bridge.ts') as typeof Bridge;

exposeBridge({ contextBridge, ipcRenderer });
