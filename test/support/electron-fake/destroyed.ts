import { EventEmitter } from 'node:events';

/**
 * Native members of a destroyed object throw; its JavaScript side, the event emitter, goes on working.
 * Electron: shell/common/gin_helper/function_template.h:206.
 */
export function throwingOnceDestroyed<T extends { isDestroyed(): boolean }>(target: T): T {
  return new Proxy(target, {
    get(object, key) {
      const isJavaScriptSide = key === 'isDestroyed' || key in EventEmitter.prototype || typeof key === 'symbol';
      if (!isJavaScriptSide && object.isDestroyed()) throw new TypeError('Object has been destroyed');
      const value: unknown = Reflect.get(object, key, object);
      return typeof value === 'function' ? value.bind(object) : value;
    },
  });
}
