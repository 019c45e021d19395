/** The preload of the conformance suite's pages: the bridge, and something that the page must not see. */
import type * as RoomModule from '../room.ts';

const { contextBridge, ipcRenderer } = require('electron');
const { exposeLab } = require('../room.ts') as typeof RoomModule;

Object.assign(globalThis, { preloadSecret: 'of another world' });
exposeLab({ contextBridge, ipcRenderer });
