import { EventEmitter } from 'node:events';
import type { NotificationClass, NotificationLike } from '../../../electron/shell/surface.ts';
import type { World } from './world.ts';

type Options = Electron.NotificationConstructorOptions;

/** What the system does with notifications. Change it in the middle of a test and it was changed in the system's settings. */
export interface NotificationSystem {
  isSupported: boolean;
  /** `silent`: it says nothing at all. */
  answer: 'show' | 'fail' | 'silent';
  error: string;
  readonly made: FakeNotification[];
  readonly removed: string[];
  activate: (details: Electron.ActivationArguments) => void;
}

export interface FakeNotification extends NotificationLike {
  readonly options: Options;
  isClosed(): boolean;
  emit(event: string, ...args: readonly unknown[]): boolean;
}

export function usualNotifications(): NotificationSystem {
  return { isSupported: true, answer: 'show', error: '', made: [], removed: [], activate: () => undefined };
}

/** Builds the class for one world. */
export function notificationClass(world: World, system: NotificationSystem): NotificationClass {
  return class Notification extends EventEmitter implements FakeNotification {
    readonly options: Options;
    #isClosed = false;

    constructor(options: Options) {
      super();
      if (new.target !== Notification) throw new TypeError('Cannot subclass an Electron built-in class');
      // Electron: electron_api_notification.cc:128.
      if (!world.isReady) throw new Error('Cannot create Notification before app is ready');
      // Electron: electron_api_notification.cc:136-150.
      if (world.platform === 'win32') {
        for (const key of ['id', 'groupId'] as const) {
          if ((options[key]?.length ?? 0) > 64) throw new TypeError(`${key} must be 64 UTF-16 units or less`);
        }
        if (options.groupTitle !== undefined && options.groupId === undefined) {
          throw new TypeError('groupTitle needs a groupId');
        }
      }
      this.options = options;
      system.made.push(this);
    }

    static isSupported(): boolean {
      return system.isSupported;
    }
    static remove(id: string): void {
      system.removed.push(id);
    }
    static handleActivation(callback: (details: Electron.ActivationArguments) => void): void {
      system.activate = callback;
    }

    show(): void {
      // docs/breaking-changes.md (42): macOS shows nothing of an app without a signature, and says so in an event.
      queueMicrotask(() => {
        if (system.answer === 'show') this.emit('show', {});
        if (system.answer === 'fail') this.emit('failed', {}, system.error);
      });
    }
    close(): void {
      if (this.#isClosed) return;
      this.#isClosed = true;
      this.emit('close', { reason: 'applicationHidden' });
    }
    isClosed(): boolean {
      return this.#isClosed;
    }
  };
}
